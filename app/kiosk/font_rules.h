#pragma once

#include <QString>

namespace vouch::kiosk {

/// Has fonts found by rules of the kiosk's own in place of the system's, which take longer to read
/// than the first page to make, and draw the same page otherwise on every tablet: Noto Sans of all
/// scripts, smooth and barely hinted. Before the application object is made. Does nothing where Qt
/// finds fonts by other means than fontconfig, and where these fonts are not installed.
void useOwnFontRules();

/// Makes a family of the system's known that these rules leave out. Does nothing where there is no
/// such family.
void addSystemFont(const QString &family);

} // namespace vouch::kiosk

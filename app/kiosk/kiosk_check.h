#pragma once

#include "app/kiosk/page_fit.h"
#include "core/base/result.h"
#include "core/checklist/definition.h"

#include <QSize>

#include <filesystem>
#include <vector>

namespace vouch::kiosk {

/// A text of a checklist that does not fit one of the smallest screens.
struct CheckedMisfit
{
    std::string question; ///< its code; "thanks" for the last page
    std::string language;
    QSize screen;
    Misfit misfit;
};

/// The smallest screens, lying and standing, on which every text has to fit.
const std::vector<QSize> &smallestScreens();

/// Lays out every page of the checklist, whatever its conditions, in each of its languages at the
/// smallest screens. Needs a QGuiApplication; with `offscreen` no display.
Result<std::vector<CheckedMisfit>> checkLayout(const checklist::Checklist &checklist);

/// --check: prints every problem of a checklist and every text that does not fit, or that it is
/// fine. The exit code: 0 fine, 1 not. Makes its own QGuiApplication, without a display.
int checkChecklist(const std::filesystem::path &file, int argc, char **argv);

} // namespace vouch::kiosk

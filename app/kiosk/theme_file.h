#pragma once

#include "core/base/result.h"

#include <QMap>
#include <QString>
#include <QUrl>

#include <filesystem>
#include <string>
#include <vector>

namespace vouch::kiosk {

/// How the kiosk looks: what a chain may choose. Every colour has a role, and every two that the
/// pages put together are far enough apart to be read (WCAG 2.2 AA).
struct Theme
{
    QString name;
    QMap<QString, QString> colours; ///< every role; "#rrggbb", the shade "#aarrggbb"
    QString font;                   ///< family for Latin and Cyrillic; empty: the kiosk's own
    QUrl logo;                      ///< file: or data:; empty: none
    QUrl attract;                   ///< the picture of the invitation; as the logo
    bool motion = true;             ///< false: nothing moves
};

/// Two colours that the pages put together, and how far apart they have to be.
struct ColourPair
{
    const char *front;
    const char *back;
    double least;
};

const std::vector<ColourPair> &colourPairs();

/// Contrast of two colours "#rrggbb" as WCAG 2.2 defines it: 1 … 21.
double contrastRatio(const QString &one, const QString &other);

/// The theme that comes with the program: "plain", "warm", "fresh", "contrast".
const Theme &builtInTheme(const QString &name);

/// A theme as JSON. What it does not name is as in "plain"; relative pictures lie beside the file,
/// in `folder`. Failures: those of parseJson, `theme-malformed`, `theme-picture`, and
/// `theme-contrast`, which names every failing pair with its ratio.
Result<Theme>
parseTheme(const std::string &text, const std::filesystem::path &folder, const std::string &where);

/// The same from a file, or by the name of a theme that comes with the program. Failure
/// `theme-unreadable` too.
Result<Theme> loadTheme(const std::filesystem::path &file);

} // namespace vouch::kiosk

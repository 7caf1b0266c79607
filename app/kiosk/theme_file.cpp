#include "app/kiosk/theme_file.h"

#include "core/base/json.h"

#include <QBuffer>
#include <QColor>
#include <QFile>
#include <QImageReader>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>

namespace vouch::kiosk {

namespace {

constexpr double text = 4.5;
constexpr double part = 3; ///< large text, and what a control is seen by

constexpr std::uintmax_t mostThemeBytes = 4 << 20;
constexpr qsizetype mostPictureBytes = 2 << 20;
constexpr int mostPictureSide = 4096;

const std::vector<QString> builtIn = {"plain", "warm", "fresh", "contrast"};

Failure malformed(const std::string &what, const std::string &where)
{
    return {"theme-malformed", what, where};
}

double channel(int value)
{
    const double share = value / 255.0;
    return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
}

double luminance(const QString &colour)
{
    const QColor rgb(colour);
    return 0.2126 * channel(rgb.red()) + 0.7152 * channel(rgb.green()) +
           0.0722 * channel(rgb.blue());
}

QString colourOf(const Theme &theme, const char *role)
{
    return *role == '#' ? QString::fromLatin1(role) : theme.colours.value(QLatin1String(role));
}

Result<void> checkContrast(const Theme &theme, const std::string &where)
{
    std::string failing;
    for (const auto &pair : colourPairs()) {
        const double ratio = contrastRatio(colourOf(theme, pair.front), colourOf(theme, pair.back));
        if (ratio >= pair.least)
            continue;
        // Cut, not rounded: 4.499 is not 4.50.
        const auto shown = QString::number(std::floor(ratio * 100) / 100, 'f', 2);
        failing += (failing.empty() ? "" : "; ") + std::string(pair.front) + " on " + pair.back +
                   " is " + shown.toStdString() + ":1, needs " +
                   QString::number(pair.least).toStdString() + ":1";
    }
    if (failing.empty())
        return {};
    return Failure{
        "theme-contrast",
        "These colours are too close to each other to be read: " + failing +
            ". Make one of each pair darker or lighter.",
        where};
}

Result<void>
readColours(Theme &theme, const json::object &colours, bool complete, const std::string &where)
{
    static const QRegularExpression form(QStringLiteral("^#[0-9a-fA-F]{6}$"));
    static const QRegularExpression shadeForm(QStringLiteral("^#[0-9a-fA-F]{8}$"));
    for (const auto &[role, value] : colours) {
        const auto key = QString::fromUtf8(role.data(), static_cast<qsizetype>(role.size()));
        const auto at = where + ": colours." + key.toStdString();
        if (!complete && !theme.colours.contains(key))
            return malformed("This colour is not known. See resources/themes/README.md.", at);
        const bool shade = key == QLatin1String("shade");
        const auto given = value.is_string()
                               ? QString::fromStdString(std::string(view(value.get_string())))
                               : QString();
        if (!(shade ? shadeForm : form).match(given).hasMatch())
            return malformed(
                shade ? "Write the shade as #aarrggbb." : "Write a colour as #rrggbb.", at);
        theme.colours[key] = given.toLower();
    }
    return {};
}

/// A picture's address, once its bytes are known to be a picture that the kiosk can hold.
Result<QUrl>
readPicture(const QString &given, const std::filesystem::path &folder, const std::string &where)
{
    const auto refused = [&](const std::string &why) {
        return Failure{
            "theme-picture",
            why + " Give a PNG, JPEG or SVG of at most 2 MiB and 4096 pixels a side, as a file "
                  "beside the theme or as data:image/…;base64,….",
            where};
    };
    QByteArray bytes;
    QUrl address;
    if (given.startsWith(QLatin1String("data:image/"))) {
        const auto comma = given.indexOf(u',');
        if (comma < 0 || !given.left(comma).endsWith(QLatin1String(";base64")))
            return refused("The picture is not base64.");
        bytes = QByteArray::fromBase64(given.mid(comma + 1).toLatin1());
        address = QUrl(given);
    } else {
        if (given.contains(QLatin1String("://")))
            return refused("Pictures are not fetched from elsewhere.");
        const auto path = folder / given.toStdString();
        QFile file(QString::fromStdString(path.string()));
        if (!file.open(QIODevice::ReadOnly))
            return refused("The picture cannot be read.");
        bytes = file.read(mostPictureBytes + 1);
        address =
            QUrl::fromLocalFile(QString::fromStdString(std::filesystem::absolute(path).string()));
    }
    if (bytes.isEmpty() || bytes.size() > mostPictureBytes)
        return refused("The picture is empty or too large.");
    QBuffer buffer(&bytes);
    QImageReader reader(&buffer);
    const auto size = reader.size();
    if (!reader.canRead() || !size.isValid() ||
        std::max(size.width(), size.height()) > mostPictureSide)
        return refused("The picture is of no known kind, or too large.");
    return address;
}

Result<Theme> readTheme(
    const std::string &source, Theme theme, const std::filesystem::path &folder,
    const std::string &where)
{
    const bool complete = theme.colours.isEmpty();
    const auto parsed = parseJson(source);
    if (!parsed)
        return parsed.failure();
    if (!parsed->is_object())
        return malformed("A theme is an object.", where);
    for (const auto &[key, value] : parsed->get_object()) {
        const auto at = where + ": " + std::string(key);
        const auto given = value.is_string()
                               ? QString::fromStdString(std::string(view(value.get_string())))
                               : QString();
        if (key == "format") {
            if (!value.is_int64() || value.get_int64() != 1)
                return malformed("The format of this theme is not known; write 1.", at);
        } else if (key == "colours" && value.is_object()) {
            if (auto read = readColours(theme, value.get_object(), complete, where); !read)
                return read.failure();
        } else if (key == "motion" && value.is_bool()) {
            theme.motion = value.get_bool();
        } else if (key == "name" && !given.isEmpty() && given.size() <= 100) {
            theme.name = given;
        } else if (key == "font" && !given.isEmpty() && given.size() <= 100) {
            theme.font = given;
        } else if (key == "logo" || key == "attract") {
            auto picture = readPicture(given, folder, at);
            if (!picture)
                return picture.failure();
            (key == "logo" ? theme.logo : theme.attract) = *picture;
        } else {
            return malformed(
                "This is not known, or not of the right kind: a theme has format, name, colours, "
                "font, logo, attract and motion.",
                at);
        }
    }
    if (auto checked = checkContrast(theme, where); !checked)
        return checked.failure();
    return theme;
}

Theme shipped(const QString &name)
{
    QFile file(QStringLiteral(":/vouch/themes/%1.json").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the theme %s is not built in", qPrintable(name));
    auto theme = readTheme(file.readAll().toStdString(), {}, {}, name.toStdString());
    if (!theme)
        qFatal("%s", theme.failure().text().c_str());
    return std::move(*theme);
}

} // namespace

const std::vector<ColourPair> &colourPairs()
{
    static const std::vector<ColourPair> pairs = {
        {"ink", "paper", text},
        {"ink", "surface", text},
        {"ink", "pressed", text},
        {"ink", "picked", text},
        {"ink", "notice", text},
        {"softInk", "paper", text},
        {"softInk", "surface", text},
        {"accent", "paper", text},
        {"accent", "surface", text},
        {"accent", "pressed", text},
        {"accentInk", "accent", text},
        {"accentInk", "accentPressed", text},
        {"problem", "paper", text},
        {"problem", "surface", text},
        // The signs on the keyboard's dark keys are white pictures of Qt's.
        {"#ffffff", "key", text},
        {"edge", "paper", part},
        {"edge", "surface", part},
        {"accent", "picked", part},
        {"promoter", "surface", part},
        {"passive", "surface", part},
        {"detractor", "surface", part},
    };
    return pairs;
}

double contrastRatio(const QString &one, const QString &other)
{
    const auto [dark, light] = std::minmax({luminance(one), luminance(other)});
    return (light + 0.05) / (dark + 0.05);
}

const Theme &builtInTheme(const QString &name)
{
    static const auto themes = [] {
        QMap<QString, Theme> out;
        for (const auto &shippedName : builtIn)
            out.insert(shippedName, shipped(shippedName));
        return out;
    }();
    const auto found = themes.constFind(name);
    return found != themes.constEnd() ? *found : *themes.constFind(builtIn.front());
}

Result<Theme>
parseTheme(const std::string &text, const std::filesystem::path &folder, const std::string &where)
{
    return readTheme(text, builtInTheme(builtIn.front()), folder, where);
}

Result<Theme> loadTheme(const std::filesystem::path &file)
{
    const auto name = QString::fromStdString(file.string());
    if (std::find(builtIn.begin(), builtIn.end(), name) != builtIn.end())
        return builtInTheme(name);
    std::error_code error;
    const auto size = std::filesystem::file_size(file, error);
    std::ifstream in(file, std::ios::binary);
    if (error || !in || size > mostThemeBytes)
        return Failure{
            "theme-unreadable",
            "The theme cannot be read. Check the path and the rights; it has at most 4 MiB.",
            file.string()};
    const std::string source{std::istreambuf_iterator<char>(in), {}};
    return parseTheme(source, file.parent_path(), file.string());
}

} // namespace vouch::kiosk

#include "tests/screens/screen_walk.h"

#include <CLI/CLI.hpp>

#include <QDir>
#include <QGuiApplication>
#include <QPainter>

#include <iostream>
#include <map>

namespace {

using namespace vouch::test;

struct Options
{
    std::string out;
    std::string theme = "plain";
    std::string modules;
    std::vector<std::string> pages;
    std::vector<std::string> languages = {"en", "fa", "ta", "ru", "ar",
                                          "de", "es", "fr", "hi", "tr"};
    std::vector<std::string> sizes = {"1280x800", "800x1280", "1024x600", "1920x1080", "1080x1920"};
    std::vector<std::string> aids = {"none", "larger", "contrast", "lower"};
    double scale = 0.22;
};

const std::map<std::string, Aid> aidNames = {
    {"none", Aid::None},
    {"larger", Aid::Larger},
    {"contrast", Aid::Contrast},
    {"lower", Aid::Lower}};

/// Everybody's page in every language; what is asked for with a tap in the languages that strain
/// it most, at the smallest screens.
bool isShown(const Options &options, Aid aid, const std::string &language, const QSize &size)
{
    if (aid == Aid::None || options.aids.size() == 1)
        return true;
    const bool strained = language == "de" || language == "ta" || language == "fa";
    return strained && (size == QSize(800, 1280) || size == QSize(1024, 600));
}

/// The pictures of one row: a language, with what was asked for.
struct Strip
{
    QString label;
    QList<QPair<QString, QImage>> cells;
};

constexpr int gap = 10;
constexpr int caption = 22;
constexpr int widest = 2400;

QSize extent(const Strip &strip)
{
    int width = 0;
    int height = 0;
    for (const auto &[label, picture] : strip.cells) {
        width += picture.width() + gap;
        height = std::max(height, picture.height());
    }
    return {width + gap, height + caption + gap};
}

void paint(QPainter &painter, const Strip &strip, QPoint at)
{
    bool first = true;
    for (const auto &[label, picture] : strip.cells) {
        painter.setPen(first ? Qt::black : Qt::darkGray);
        painter.drawText(at + QPoint(0, caption - 6), first ? strip.label + u' ' + label : label);
        painter.drawImage(at + QPoint(0, caption), picture);
        at.rx() += picture.width() + gap;
        first = false;
    }
}

/// As many strips in a row as there is room for.
QImage sheetOf(const QString &page, const QList<Strip> &strips)
{
    QList<QPoint> places;
    QPoint at(gap, 2 * caption);
    int row = 0;
    int width = 0;
    for (const auto &strip : strips) {
        const auto size = extent(strip);
        if (at.x() > gap && at.x() + size.width() > widest) {
            at = {gap, at.y() + row};
            row = 0;
        }
        places += at;
        at.rx() += size.width() + gap;
        width = std::max(width, at.x());
        row = std::max(row, size.height());
    }
    QImage sheet(width, at.y() + row, QImage::Format_RGB32);
    sheet.fill(QColor(0xc8, 0xc8, 0xd0));
    QPainter painter(&sheet);
    QFont font(QStringLiteral("Noto Sans"));
    font.setPixelSize(caption);
    font.setBold(true);
    painter.setFont(font);
    painter.drawText(QPoint(gap, caption + 4), page);
    font.setPixelSize(14);
    font.setBold(false);
    painter.setFont(font);
    for (qsizetype i = 0; i < strips.size(); ++i)
        paint(painter, strips[i], places[i]);
    return sheet;
}

QSize sizeOf(const std::string &text)
{
    const auto sides = QString::fromStdString(text).split(u'x');
    return sides.size() == 2 ? QSize(sides[0].toInt(), sides[1].toInt()) : QSize();
}

class Sheets
{
public:
    explicit Sheets(const Options &options)
        : m_options(options)
        , m_scene(QString::fromStdString(options.modules))
    {
        const auto theme = vouch::kiosk::loadTheme(options.theme);
        if (!theme)
            qFatal("%s", theme.failure().text().c_str());
        m_scene.setTheme(*theme);
        for (const auto &page : options.pages)
            m_wanted += QString::fromStdString(page);
        if (m_wanted.isEmpty())
            m_wanted = screenNames();
    }

    /// Walk by walk, each written when all its languages are there: one that is broken off has left
    /// whole sheets.
    bool takeAll()
    {
        for (const auto &walk : screenWalks()) {
            const auto wanted = wantedOf(walk);
            for (const auto &language : m_options.languages) {
                if (wanted.isEmpty())
                    break;
                std::cerr << language << ": " << wanted.join(u' ').toStdString() << std::endl;
                walkScreens(
                    m_scene, QString::fromStdString(language), wanted,
                    [&](const QString &page) { take(language, page); });
            }
            if (!write())
                return false;
            m_strips.clear();
        }
        for (const auto &warning : m_scene.warnings())
            std::cerr << warning.toStdString() << '\n';
        return m_scene.warnings().isEmpty();
    }

private:
    QStringList wantedOf(const QStringList &walk) const
    {
        QStringList out;
        for (const auto &page : walk) {
            if (m_wanted.contains(page))
                out += page;
        }
        return out;
    }

    bool write() const
    {
        const QDir out(QString::fromStdString(m_options.out));
        for (auto it = m_strips.begin(); it != m_strips.end(); ++it) {
            const auto file = out.filePath(it.key() + QStringLiteral(".png"));
            if (!sheetOf(it.key(), it.value()).save(file)) {
                std::cerr << file.toStdString() << " cannot be written.\n";
                return false;
            }
            std::cout << file.toStdString() << std::endl;
        }
        return true;
    }

    void take(const std::string &language, const QString &page)
    {
        for (const auto &name : m_options.aids) {
            const auto aid = aidNames.at(name);
            if (aid != Aid::None && isStaffScreen(page))
                continue;
            Strip strip{QString::fromStdString(language), {}};
            m_scene.ask(aid);
            for (const auto &size : m_options.sizes) {
                if (!isShown(m_options, aid, language, sizeOf(size)))
                    continue;
                m_scene.resize(sizeOf(size));
                const auto picture = m_scene.picture();
                strip.cells +=
                    {QString::fromStdString(aid == Aid::None ? size : size + " " + name),
                     picture.scaled(
                         picture.size() * m_options.scale, Qt::KeepAspectRatio,
                         Qt::SmoothTransformation)};
            }
            if (!strip.cells.isEmpty())
                m_strips[page] += strip;
        }
        m_scene.ask(Aid::None);
    }

    const Options &m_options;
    Scene m_scene;
    QStringList m_wanted;
    QMap<QString, QList<Strip>> m_strips;
};

} // namespace

/// Draws contact sheets: one a screen of the kiosk, every language at every size.
int main(int argc, char **argv)
{
    Options options;
    CLI::App app("Contact sheets of the kiosk: one picture a screen, languages by sizes.");
    app.add_option("--out", options.out, "Folder for the pictures")->required();
    app.add_option("--theme", options.theme, "plain, warm, fresh, contrast, or a theme's file");
    app.add_option("--modules", options.modules, "QML modules other than the program's own");
    app.add_option("--page", options.pages, "Only these screens");
    app.add_option("--language", options.languages, "Only these languages");
    app.add_option("--size", options.sizes, "Only these sizes: 1024x600");
    app.add_option("--aid", options.aids, "none, larger, contrast, lower")
        ->check(CLI::IsMember({"none", "larger", "contrast", "lower"}));
    app.add_option("--scale", options.scale, "Size of the pictures, 1 as on the screen");
    CLI11_PARSE(app, argc, argv);
    if (!QDir().mkpath(QString::fromStdString(options.out))) {
        std::cerr << options.out << " cannot be made.\n";
        return 1;
    }
    Scene::prepareApplication();
    const QGuiApplication application(argc, argv);
    Sheets sheets(options);
    return sheets.takeAll() ? 0 : 1;
}

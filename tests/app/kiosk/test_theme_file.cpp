#include "app/kiosk/theme_file.h"
#include "tests/support/suite.h"

#include <QTemporaryDir>
#include <QtTest>

#include <fstream>

namespace test_theme_file {

using namespace vouch;
using namespace vouch::kiosk;

namespace {

Result<Theme> parse(const std::string &text, const std::filesystem::path &folder = {})
{
    return parseTheme(text, folder, "my.json");
}

std::string withColour(const std::string &role, const std::string &colour)
{
    return "{\"format\": 1, \"colours\": {\"" + role + "\": \"" + colour + "\"}}";
}

/// The smallest PNG there is: one pixel.
const std::string pixel =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z8DwHwAFAAH/iZk9HQAAAABJRU5ErkJg"
    "gg==";

struct Mistake
{
    const char *name;
    const char *text;
    const char *code;
};

const Mistake mistakes[] = {
    {"no JSON", "{", "json-malformed"},
    {"twice", R"({"format": 1, "format": 1})", "json-duplicate-key"},
    {"a list", "[]", "theme-malformed"},
    {"format", R"({"format": 2})", "theme-malformed"},
    {"key", R"({"format": 1, "sound": "a"})", "theme-malformed"},
    {"colour", R"({"format": 1, "colours": {"smiley": "#ffffff"}})", "theme-malformed"},
    {"form", R"({"format": 1, "colours": {"ink": "black"}})", "theme-malformed"},
    {"network", R"({"format": 1, "logo": "https://example.org/l.png"})", "theme-picture"},
    {"not there", R"({"format": 1, "logo": "nowhere.png"})", "theme-picture"},
    {"no picture", R"({"format": 1, "logo": "data:image/png;base64,AAAA"})", "theme-picture"},
};

std::string withLogo(const std::string &logo)
{
    return "{\"format\": 1, \"logo\": \"" + logo + "\"}";
}

const std::string withAttract = R"({"format": 1, "attract": "logo.png"})";
const std::string still = R"({"format": 1, "motion": false})";

} // namespace

/// A chain's look is taken only when everything in it can be read.
class TestThemeFile : public QObject
{
    Q_OBJECT

private slots:
    void knownRatios_data()
    {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("other");
        QTest::addColumn<double>("ratio");
        QTest::newRow("black on white") << "#000000"
                                        << "#ffffff" << 21.0;
        QTest::newRow("the same") << "#3a7bd5"
                                  << "#3a7bd5" << 1.0;
        QTest::newRow("the lightest grey that passes") << "#767676"
                                                       << "#ffffff" << 4.54;
        QTest::newRow("one step lighter") << "#777777"
                                          << "#ffffff" << 4.48;
        QTest::newRow("large text") << "#949494"
                                    << "#ffffff" << 3.03;
        QTest::newRow("red") << "#ff0000"
                             << "#ffffff" << 4.0;
        QTest::newRow("blue on yellow") << "#0000ff"
                                        << "#ffff00" << 8.0;
    }

    void knownRatios()
    {
        QFETCH(QString, one);
        QFETCH(QString, other);
        QFETCH(double, ratio);
        QVERIFY(std::abs(contrastRatio(one, other) - ratio) < 0.01);
        QCOMPARE(contrastRatio(one, other), contrastRatio(other, one));
    }

    void shippedThemesPass()
    {
        for (const auto *name : {"plain", "warm", "fresh", "contrast"}) {
            const auto theme = loadTheme(name);
            QVERIFY2(theme.ok(), name);
            QCOMPARE(theme->colours.size(), builtInTheme("plain").colours.size());
            for (const auto &pair : colourPairs()) {
                const auto front =
                    *pair.front == '#' ? QString(pair.front) : theme->colours.value(pair.front);
                QVERIFY(contrastRatio(front, theme->colours.value(pair.back)) >= pair.least);
            }
        }
        QVERIFY(
            contrastRatio(
                builtInTheme("contrast").colours["ink"],
                builtInTheme("contrast").colours["paper"]) >= 7);
    }

    void unnamedIsPlain()
    {
        const auto theme = parse(withColour("accent", "#5B2A86"));
        QVERIFY2(theme.ok(), theme ? "" : theme.failure().text().c_str());
        QCOMPARE(theme->colours["accent"], "#5b2a86");
        QCOMPARE(theme->colours["paper"], builtInTheme("plain").colours["paper"]);
        QVERIFY(theme->motion);
        QVERIFY(!parse(still)->motion);
    }

    void tooCloseIsRefusedWithPairAndRatio()
    {
        const auto theme = parse(withColour("softInk", "#777777"));
        QVERIFY(!theme);
        QCOMPARE(theme.failure().code, std::string("theme-contrast"));
        QVERIFY(
            theme.failure().message.find("softInk on surface is 4.47:1, needs 4.5:1") !=
            std::string::npos);
        QVERIFY(theme.failure().message.find("softInk on paper") != std::string::npos);
        const auto edge = parse(withColour("edge", "#c0c0c0"));
        QVERIFY(edge.failure().message.find("edge on surface") != std::string::npos);
        QVERIFY(edge.failure().message.find("needs 3:1") != std::string::npos);
    }

    void mistakesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("code");
        for (const auto &mistake : mistakes)
            QTest::newRow(mistake.name) << QByteArray(mistake.text) << QByteArray(mistake.code);
    }

    void mistakesAreRefused()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, code);
        const auto theme = parse(text.toStdString());
        QVERIFY(!theme);
        QCOMPARE(QByteArray(theme.failure().code.c_str()), code);
    }

    void pictures()
    {
        const auto inside = parse(withLogo("data:image/png;base64," + pixel));
        QVERIFY2(inside.ok(), inside ? "" : inside.failure().text().c_str());
        QVERIFY(inside->logo.toString().startsWith("data:image/png"));

        const QTemporaryDir folder;
        const auto path = std::filesystem::path(folder.path().toStdString());
        const auto bytes = QByteArray::fromBase64(QByteArray(pixel.c_str()));
        std::ofstream(path / "logo.png", std::ios::binary).write(bytes.data(), bytes.size());
        std::ofstream(path / "shop.json") << withAttract;
        const auto beside = loadTheme(path / "shop.json");
        QVERIFY2(beside.ok(), beside ? "" : beside.failure().text().c_str());
        QCOMPARE(beside->attract.toLocalFile(), folder.filePath("logo.png"));

        std::ofstream(path / "large.png", std::ios::binary) << std::string((2 << 20) + 1, 'x');
        const auto large = parse(withLogo("large.png"), path);
        QCOMPARE(large.failure().code, std::string("theme-picture"));
        QCOMPARE(loadTheme(path / "none.json").failure().code, std::string("theme-unreadable"));
    }
};

VOUCH_TEST(TestThemeFile)

} // namespace test_theme_file

#include "test_theme_file.moc"

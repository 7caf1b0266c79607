#include "tests/screens/pixel_contrast.h"
#include "tests/screens/screen_walk.h"
#include "tests/support/suite.h"

#include <QBuffer>
#include <QGuiApplication>
#include <QtTest>

#include <random>

namespace test_screen_contrast {

using namespace vouch::test;

namespace {

constexpr QSize smallScreen(1024, 600);
const QString dark = QStringLiteral("dimmed");
const QStringList themes = {
    QStringLiteral("plain"), QStringLiteral("warm"), QStringLiteral("fresh"),
    QStringLiteral("contrast")};

QUrl addressOf(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return QUrl(QStringLiteral("data:image/png;base64,") + QString::fromLatin1(bytes.toBase64()));
}

/// A picture that a chain might put up: bright and dark in every place.
QUrl noisyPicture()
{
    QImage image(64, 48, QImage::Format_RGB32);
    std::minstd_rand random(7);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            image.setPixel(x, y, 0xff000000 | static_cast<QRgb>(random() & 0xffffff));
    }
    return addressOf(image);
}

QUrl plainPicture(Qt::GlobalColor colour)
{
    QImage image(64, 48, QImage::Format_RGB32);
    image.fill(colour);
    return addressOf(image);
}

} // namespace

/// What is on the screen can be told from what is behind it.
class TestScreenContrast : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void everyTheme();
    void otherScripts();
    void wordsOnAPicture_data();
    void wordsOnAPicture();
    void weakColoursAreFound();
    void weakEdgesAreFound();

private:
    void measure(const QString &screen)
    {
        for (const auto &found : findLowContrast(m_scene, m_scene.picture()))
            m_found += screen + QStringLiteral(": ") + found;
        // In the dark nothing is to be read.
        QVERIFY2(measuredContrasts() > 0 || screen.startsWith(dark), qPrintable(screen));
    }

    void showFindings()
    {
        m_found.removeDuplicates();
        QVERIFY2(m_found.isEmpty(), qPrintable(QStringLiteral("\n") + m_found.join(u'\n')));
    }

    Scene m_scene;
    QStringList m_found;
};

void TestScreenContrast::init()
{
    m_found.clear();
    m_scene.setTheme(vouch::kiosk::builtInTheme(QStringLiteral("plain")));
}

void TestScreenContrast::everyTheme()
{
    walkScreens(m_scene, QStringLiteral("en"), screenNames(), [&](const QString &screen) {
        m_scene.resize(smallScreen);
        for (const auto &theme : themes) {
            m_scene.setTheme(vouch::kiosk::builtInTheme(theme));
            m_scene.settle();
            measure(screen + u' ' + theme);
        }
        m_scene.setTheme(vouch::kiosk::builtInTheme(QStringLiteral("warm")));
        m_scene.ask(Aid::Contrast);
        measure(screen + QStringLiteral(" high contrast"));
        m_scene.ask(Aid::None);
    });
    showFindings();
}

void TestScreenContrast::otherScripts()
{
    for (const auto *language : {"fa", "ta"}) {
        walkScreens(m_scene, QLatin1String(language), screenNames(), [&](const QString &screen) {
            m_scene.resize(smallScreen);
            measure(screen + u' ' + QLatin1String(language));
        });
    }
    showFindings();
}

void TestScreenContrast::wordsOnAPicture_data()
{
    QTest::addColumn<QUrl>("picture");
    QTest::newRow("noise") << noisyPicture();
    QTest::newRow("black") << plainPicture(Qt::black);
    QTest::newRow("white") << plainPicture(Qt::white);
    QTest::newRow("gray") << plainPicture(Qt::gray);
}

void TestScreenContrast::wordsOnAPicture()
{
    QFETCH(QUrl, picture);
    for (const auto &name : themes) {
        auto theme = vouch::kiosk::builtInTheme(name);
        theme.attract = picture;
        m_scene.setTheme(theme);
        walkScreens(
            m_scene, QStringLiteral("de"), {QStringLiteral("invitation")},
            [&](const QString &screen) {
                for (const auto &size : {smallScreen, QSize(800, 1280)}) {
                    m_scene.resize(size);
                    measure(screen + u' ' + name);
                }
            });
    }
    showFindings();
}

void TestScreenContrast::weakColoursAreFound()
{
    auto theme = vouch::kiosk::builtInTheme(QStringLiteral("plain"));
    theme.colours[QStringLiteral("softInk")] = QStringLiteral("#8a929b");
    m_scene.setTheme(theme);
    walkScreens(m_scene, QStringLiteral("en"), {QStringLiteral("several")}, [&](const QString &) {
        m_scene.resize(smallScreen);
        measure(QStringLiteral("several"));
    });
    QCOMPARE(m_found.size(), 2); // the progress and the hint
    QVERIFY2(m_found[0].contains(QStringLiteral("#8a929b on #f5f4f0")), qPrintable(m_found[0]));
}

void TestScreenContrast::weakEdgesAreFound()
{
    auto theme = vouch::kiosk::builtInTheme(QStringLiteral("plain"));
    theme.colours[QStringLiteral("edge")] = QStringLiteral("#a9b0b8");
    m_scene.setTheme(theme);
    walkScreens(m_scene, QStringLiteral("en"), {QStringLiteral("resting")}, [&](const QString &) {
        m_scene.resize(smallScreen);
        measure(QStringLiteral("resting"));
    });
    QCOMPARE(m_found.size(), 12); // the eleven numbers and the language that is spoken
    QVERIFY2(m_found[0].contains(QStringLiteral("the edge of score0")), qPrintable(m_found[0]));
}

VOUCH_TEST(TestScreenContrast)

} // namespace test_screen_contrast

#include "test_screen_contrast.moc"

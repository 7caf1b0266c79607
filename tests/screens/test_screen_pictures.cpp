#include "tests/screens/picture_diff.h"
#include "tests/screens/screen_walk.h"
#include "tests/support/suite.h"

#include <QDir>
#include <QGuiApplication>
#include <QtTest>

namespace test_screen_pictures {

using namespace vouch::test;

namespace {

/// One picture that is kept: the page, language and size where a mistake shows first.
struct Shot
{
    const char *language;
    const char *screen;
    QSize size;
    Aid aid = Aid::None;
};

constexpr QSize lying(1024, 600);
constexpr QSize standing(800, 1280);

const Shot shots[] = {
    {"en", "resting", lying},
    {"en", "invitation", lying},
    {"en", "several", lying},
    {"en", "staff-figures", lying},
    {"en", "ease", standing, Aid::Contrast},
    {"de", "points", lying},
    {"de", "several", standing, Aid::Larger},
    {"de", "number", lying, Aid::Lower},
    {"de", "warning", standing},
    {"de", "offer", lying},
    {"fa", "resting", standing},
    {"fa", "several", lying},
    {"fa", "phone", lying},
    {"fa", "comment", lying},
    {"fa", "staff-figures", standing},
    {"ta", "staff-tablet", lying},
    {"ta", "resting", lying},
    {"ta", "several", standing},
    {"ta", "comment", standing},
    {"ta", "consent", lying},
    {"ar", "one", lying},
    {"ar", "languages", lying},
    {"hi", "yes-no", lying},
    {"hi", "thanks", standing},
    {"ru", "email", lying},
    {"tr", "text", lying, Aid::Contrast},
};

QString nameOf(const Shot &shot)
{
    const char *aid = shot.aid == Aid::Larger     ? "-larger"
                      : shot.aid == Aid::Contrast ? "-contrast"
                      : shot.aid == Aid::Lower    ? "-lower"
                                                  : "";
    return QStringLiteral("%1-%2-%3x%4%5.png")
        .arg(
            QLatin1String(shot.screen), QLatin1String(shot.language),
            QString::number(shot.size.width()), QString::number(shot.size.height()),
            QLatin1String(aid));
}

QString referenceOf(const QString &name)
{
    return QStringLiteral(VOUCH_SOURCE_DIR "/tests/screens/reference/") + name;
}

bool isRenewing()
{
    return qEnvironmentVariableIsSet("VOUCH_RENEW_PICTURES");
}

} // namespace

/// The pages look as they did when somebody last looked at them.
class TestScreenPictures : public QObject
{
    Q_OBJECT

private slots:
    void everyPictureIsKept_data();
    void everyPictureIsKept();
    void nothingElseIsKept();
    void aMovedTextIsFound();
    void aClippedTextIsFound();
    void softerEdgesAreNot();

private:
    /// What is wrong with the picture; empty when it is as it was.
    QString compareWithReference(const Shot &shot);
    void atResting(const std::function<void(const QImage &before)> &visit);

    Scene m_scene;
};

void TestScreenPictures::everyPictureIsKept_data()
{
    QTest::addColumn<QString>("language");
    QStringList seen;
    for (const auto &shot : shots) {
        const auto language = QLatin1String(shot.language);
        if (!seen.contains(language))
            QTest::newRow(shot.language) << QString(language);
        seen += language;
    }
}

void TestScreenPictures::everyPictureIsKept()
{
    QFETCH(QString, language);
    QStringList wanted;
    for (const auto &shot : shots) {
        if (language == QLatin1String(shot.language))
            wanted += QLatin1String(shot.screen);
    }
    QStringList problems;
    walkScreens(m_scene, language, wanted, [&](const QString &screen) {
        for (const auto &shot : shots) {
            if (language == QLatin1String(shot.language) && screen == QLatin1String(shot.screen))
                problems += compareWithReference(shot);
        }
    });
    problems.removeAll(QString());
    QVERIFY2(problems.isEmpty(), qPrintable(u'\n' + problems.join(u'\n')));
    QVERIFY2(m_scene.warnings().isEmpty(), qPrintable(m_scene.warnings().join(u'\n')));
}

QString TestScreenPictures::compareWithReference(const Shot &shot)
{
    const auto name = nameOf(shot);
    m_scene.resize(shot.size);
    m_scene.ask(shot.aid);
    const auto seen = m_scene.picture();
    m_scene.ask(Aid::None);
    if (isRenewing())
        return seen.save(referenceOf(name), "PNG", 0) ? QString()
                                                      : name + QStringLiteral(" cannot be written");
    const QImage reference(referenceOf(name));
    const auto diff = compare(reference, seen);
    if (diff.isSame())
        return {};
    const QDir out(QStringLiteral(VOUCH_PICTURES));
    out.mkpath(QStringLiteral("."));
    const auto stem = out.filePath(name.chopped(4));
    seen.save(stem + QStringLiteral(".png"));
    if (!diff.sameSize)
        return QStringLiteral("%1 has no picture of its size to compare with; see %2.png")
            .arg(name, stem);
    diff.picture.save(stem + QStringLiteral("-difference.png"));
    return QStringLiteral(
               "%1 has changed: %2 pixels in %3x%4 at %5,%6. Now: %7.png; in red what differs: "
               "%7-difference.png. If it is meant: tests/screens/renew_pictures.sh")
        .arg(name)
        .arg(diff.pixels)
        .arg(diff.where.width())
        .arg(diff.where.height())
        .arg(diff.where.x())
        .arg(diff.where.y())
        .arg(stem);
}

void TestScreenPictures::nothingElseIsKept()
{
    QStringList expected;
    for (const auto &shot : shots)
        expected += nameOf(shot);
    expected.sort();
    const auto there = QDir(referenceOf(QString())).entryList(QDir::Files, QDir::Name);
    QCOMPARE(there, expected);
}

void TestScreenPictures::atResting(const std::function<void(const QImage &before)> &visit)
{
    walkScreens(m_scene, QStringLiteral("en"), {QStringLiteral("resting")}, [&](const QString &) {
        m_scene.resize(lying);
        const auto before = m_scene.picture();
        QVERIFY(compare(before, m_scene.picture()).isSame());
        visit(before);
    });
}

void TestScreenPictures::aMovedTextIsFound()
{
    atResting([&](const QImage &before) {
        // The smallest text of the page, in its palest colour.
        auto *text = m_scene.find(QStringLiteral("low"));
        text->setY(text->y() + 1);
        const auto diff = compare(before, m_scene.picture());
        QVERIFY(!diff.isSame());
        QVERIFY(m_scene.place(text).adjusted(-4, -4, 4, 4).contains(diff.where));
    });
}

void TestScreenPictures::aClippedTextIsFound()
{
    atResting([&](const QImage &before) {
        auto *text = m_scene.find(QStringLiteral("question"));
        text->setClip(true);
        text->setHeight(text->height() - text->property("lineHeight").toDouble() / 3);
        QVERIFY(!compare(before, m_scene.picture()).isSame());
    });
}

void TestScreenPictures::softerEdgesAreNot()
{
    atResting([](const QImage &before) {
        // As smoothing by thirds of a pixel does: red and blue lean to either side.
        auto softer = before;
        for (int y = 0; y < before.height(); ++y) {
            for (int x = 1; x < before.width() - 1; ++x) {
                const QRgb left = before.pixel(x - 1, y);
                const QRgb here = before.pixel(x, y);
                const QRgb right = before.pixel(x + 1, y);
                softer.setPixel(
                    x, y,
                    qRgb(
                        (2 * qRed(here) + qRed(left)) / 3, qGreen(here),
                        (2 * qBlue(here) + qBlue(right)) / 3));
            }
        }
        QVERIFY(softer != before);
        const auto diff = compare(before, softer);
        QVERIFY2(diff.isSame(), qPrintable(QString::number(diff.pixels)));
    });
}

VOUCH_TEST(TestScreenPictures)

} // namespace test_screen_pictures

#include "test_screen_pictures.moc"

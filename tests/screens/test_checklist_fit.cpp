#include "app/kiosk/kiosk_check.h"
#include "core/checklist/parser.h"
#include "tests/screens/scene.h"
#include "tests/support/suite.h"

#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

namespace test_checklist_fit {

using namespace vouch;
using namespace vouch::kiosk;

namespace {

const QString folder = QStringLiteral(VOUCH_SOURCE_DIR "/resources/checklists");

checklist::Checklist checkout()
{
    QFile file(folder + QStringLiteral("/checkout-nps.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("there is no checkout-nps.json");
    auto out = checklist::parse(file.readAll().toStdString(), "checkout-nps.json").value();
    out.languages = {"de", "fa"};
    return out;
}

checklist::Question &questionOf(checklist::Checklist &whole, const std::string &code)
{
    return *std::find_if(
        whole.questions.begin(), whole.questions.end(),
        [&](const checklist::Question &question) { return question.code == code; });
}

std::string repeated(const std::string &words, int times)
{
    std::string out;
    for (int i = 0; i < times; ++i)
        out += words;
    return out;
}

struct Outcome
{
    int code = -1;
    QString out, err;
};

/// The shipped program, as on a machine without a display.
Outcome runCheck(const QString &file)
{
    QProcess program;
    auto environment = QProcessEnvironment::systemEnvironment();
    for (const auto *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        environment.remove(QLatin1String(name));
    program.setProcessEnvironment(environment);
    program.start(QStringLiteral(VOUCH_KIOSK), {QStringLiteral("--check"), file});
    if (!program.waitForFinished(60000))
        return {};
    return {
        program.exitCode(), QString::fromUtf8(program.readAllStandardOutput()),
        QString::fromUtf8(program.readAllStandardError())};
}

} // namespace

/// What an author wrote too long is found before a shopper sees it.
class TestChecklistFit : public QObject
{
    Q_OBJECT

private slots:
    void shippedOnesFit_data();
    void shippedOnesFit();
    void longTextsAreFound_data();
    void longTextsAreFound();
    void theProgramSaysWhatAndWhere();
    void theProgramLikesAFineOne();
};

void TestChecklistFit::shippedOnesFit_data()
{
    QTest::addColumn<QString>("file");
    for (const auto &name : QDir(folder).entryList({QStringLiteral("*.json")}, QDir::Files)) {
        // A few seconds each: the others by the test labelled long.
        if (name == QStringLiteral("checkout-nps.json") ||
            (qEnvironmentVariableIsSet("VOUCH_EVERY_CHECKLIST") &&
             !name.contains(QStringLiteral("schema"))))
            QTest::newRow(qPrintable(name)) << folder + u'/' + name;
    }
}

void TestChecklistFit::shippedOnesFit()
{
    QFETCH(QString, file);
    QFile in(file);
    QVERIFY(in.open(QIODevice::ReadOnly));
    const auto parsed = checklist::parse(in.readAll().toStdString(), file.toStdString());
    QVERIFY(parsed);
    const auto misfits = checkLayout(*parsed);
    QVERIFY2(misfits, misfits ? "" : misfits.failure().text().c_str());
    for (const auto &[question, language, screen, misfit] : *misfits)
        qWarning(
            "%s %s %dx%d %s: %s %s", question.c_str(), language.c_str(), screen.width(),
            screen.height(), qPrintable(misfit.place), qPrintable(misfit.text),
            qPrintable(misfit.problem));
    QVERIFY(misfits->empty());
}

void TestChecklistFit::longTextsAreFound_data()
{
    QTest::addColumn<QString>("question");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("problem");
    const auto row = [](const char *question, const char *place, const std::string &text,
                        const char *problem) {
        QTest::addRow("%s %s %s", question, place, problem)
            << question << place << QString::fromStdString(text) << problem;
    };
    row("improve", "question", repeated("Eine viel zu lange Frage. ", 40), "too long");
    row("recommend", "question", repeated("Eine viel zu lange Frage. ", 60), "too long");
    row("improve", "choice_staff", repeated("sehr ausführlich beschrieben ", 40), "scrolled");
    row("improve", "choice_staff",
        "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetzesentwurfsverfassungsamt",
        "word");
    row("improve", "choice_staff", "日本語 Hilfe", "no font");
    row("recommend", "low", repeated("ganz und gar nicht wahrscheinlich ", 12), "");
    row("thanks", "question", repeated("Wir danken Ihnen sehr herzlich. ", 30), "too long");
}

void TestChecklistFit::longTextsAreFound()
{
    QFETCH(QString, question);
    QFETCH(QString, place);
    QFETCH(QString, text);
    QFETCH(QString, problem);
    auto asked = checkout();
    if (question == QLatin1String("thanks"))
        asked.texts["thanks"]["de"] = text.toStdString();
    else if (auto &changed = questionOf(asked, question.toStdString());
             place == QLatin1String("question"))
        changed.text["de"] = text.toStdString();
    else if (place == QLatin1String("low"))
        changed.low["de"] = text.toStdString();
    else
        std::find_if(changed.choices.begin(), changed.choices.end(), [](const auto &choice) {
            return choice.code == "staff";
        })->text["de"] = text.toStdString();
    const auto found = checkLayout(asked).value();
    QVERIFY(!found.empty());
    const bool named = std::any_of(found.begin(), found.end(), [&](const auto &one) {
        return one.question == question.toStdString() && one.misfit.place == place &&
               one.misfit.problem.contains(problem) && one.misfit.text == text;
    });
    QVERIFY2(named, qPrintable(found[0].misfit.place + u' ' + found[0].misfit.problem));
    for (const auto &one : found)
        QCOMPARE(one.language, std::string("de"));
}

void TestChecklistFit::theProgramSaysWhatAndWhere()
{
    const QTemporaryDir place;
    const auto file = place.filePath(QStringLiteral("long.json"));
    QFile in(folder + QStringLiteral("/checkout-nps.json"));
    QVERIFY(in.open(QIODevice::ReadOnly));
    auto text = in.readAll();
    QVERIFY(text.contains("\"Hilfe durch das Personal"));
    const QByteArray words("sehr freundlich und auch sonst ganz hilfsbereit ");
    text.replace(
        "\"Hilfe durch das Personal", "\"" + words.repeated(40) + "Hilfe durch das Personal");
    QFile out(file);
    QVERIFY(out.open(QIODevice::WriteOnly));
    out.write(text);
    out.close();
    const auto outcome = runCheck(file);
    QCOMPARE(outcome.code, 1);
    for (const auto *part : {"long.json: improve", "choice \"staff\"", "in de", "at 1024x600"})
        QVERIFY2(outcome.err.contains(QLatin1String(part)), qPrintable(outcome.err));
    QVERIFY2(!outcome.err.contains(QStringLiteral("in fa")), qPrintable(outcome.err));
}

void TestChecklistFit::theProgramLikesAFineOne()
{
    const auto outcome = runCheck(folder + QStringLiteral("/checkout-csat.json"));
    QVERIFY2(outcome.code == 0, qPrintable(outcome.err));
    QVERIFY(outcome.out.contains(QStringLiteral("is fine")));
    QCOMPARE(outcome.err, QString());
    QCOMPARE(runCheck(QStringLiteral("nowhere.json")).code, 1);
}

VOUCH_TEST(TestChecklistFit)

} // namespace test_checklist_fit

#include "test_checklist_fit.moc"

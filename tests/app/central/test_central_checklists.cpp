#include "tests/support/suite.h"

#include "central_program.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

namespace test_central_checklists {

using namespace vouch::test;

/// `checklist check`, as people and programs run it.
class TestCentralChecklists : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void shippedOnesAreClean();
    void theReportForPeople();
    void theReportForPrograms();
    void problemsFail_data();
    void problemsFail();
    void warningsFailOnlyWhenStrict();
    void everyFileIsReportedOn();
    void needsNoDatabase();

private:
    QString write(const QString &name, const QJsonObject &checklist);

    QTemporaryDir m_folder;
    QJsonObject m_survey; ///< the shipped one
};

namespace {

const QString shippedFolder = VOUCH_SOURCE_DIR "/resources/checklists/";

Finished check(const QStringList &arguments)
{
    return CentralProgram(VOUCH_CENTRAL).run(QStringList{"checklist", "check"} + arguments);
}

QJsonObject question(const QJsonObject &checklist, int index)
{
    return checklist["questions"].toArray()[index].toObject();
}

QJsonObject withQuestion(QJsonObject checklist, int index, const QJsonObject &question)
{
    auto questions = checklist["questions"].toArray();
    questions[index] = question;
    checklist["questions"] = questions;
    return checklist;
}

QJsonObject withMember(QJsonObject object, const QString &name, const QJsonValue &value)
{
    object[name] = value;
    return object;
}

QStringList codesIn(const QJsonValue &failures)
{
    QStringList out;
    for (const auto &failure : failures.toArray())
        out += failure.toObject()["code"].toString();
    return out;
}

} // namespace

void TestCentralChecklists::init()
{
    QFile file(shippedFolder + "checkout-nps.json");
    QVERIFY(file.open(QIODevice::ReadOnly));
    m_survey = QJsonDocument::fromJson(file.readAll()).object();
    QCOMPARE(question(m_survey, 1)["code"].toString(), QString("liked"));
}

QString TestCentralChecklists::write(const QString &name, const QJsonObject &checklist)
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly))
        return {};
    file.write(QJsonDocument(checklist).toJson());
    return file.fileName();
}

void TestCentralChecklists::shippedOnesAreClean()
{
    QStringList files;
    for (const auto &name : QDir(shippedFolder).entryList({"*.json"}, QDir::Files)) {
        if (!name.endsWith(".schema.json"))
            files += shippedFolder + name;
    }
    QVERIFY(files.size() >= 10);
    const auto done = check(QStringList{"--strict"} + files);
    QCOMPARE(done.errors, QByteArray());
    QCOMPARE(done.code, 0);
    QCOMPARE(done.output.count(": good\n"), files.size());
}

void TestCentralChecklists::theReportForPeople()
{
    const auto done = check({shippedFolder + "checkout-competitor.json"});
    QVERIFY(done.output.contains("transactional-nps from “recommend” 0–10 at “checkout”"));
    QVERIFY(done.output.contains("10, no text missing in any: en fa ta ru ar de es fr hi tr"));
    QVERIFY(done.output.contains("shortest    3 questions: recommend → prefer → "));
    QVERIFY(done.output.contains("longest     4 questions: recommend → prefer → competitor → "));
    QVERIFY(done.output.contains("fewest      3 taps: "));
}

void TestCentralChecklists::theReportForPrograms()
{
    const auto done = check({"--json", shippedFolder + "checkout-womi.json"});
    QCOMPARE(done.code, 0);
    const auto report = QJsonDocument::fromJson(done.output).object();
    QVERIFY(report["good"].toBool());
    const auto file = report["files"].toArray().at(0).toObject();
    QCOMPARE(file["file"].toString(), shippedFolder + "checkout-womi.json");
    QVERIFY(file["good"].toBool());
    QCOMPARE(file["id"].toString(), QString("checkout-womi"));
    QCOMPARE(file["measurement"].toString(), QString("transactional-nps"));
    QCOMPARE(file["touchpoint"].toString(), QString("checkout"));
    QCOMPARE(file["score"].toString(), QString("recommend"));
    QCOMPARE(file["languages"].toArray().size(), 10);
    QVERIFY(file["problems"].toArray().isEmpty() && file["warnings"].toArray().isEmpty());
    const auto ways = file["ways"].toObject();
    QVERIFY(ways["complete"].toBool() && ways["number"].toInt() > 1);
    QCOMPARE(ways["longest"].toObject()["questions"].toInt(), 3);
    QCOMPARE(ways["longest"].toObject()["path"].toArray().size(), 3);
    QCOMPARE(ways["fewest"].toObject()["taps"].toInt(), 3);
    QVERIFY(ways["most"].toObject()["taps"].toInt() > 20);
}

void TestCentralChecklists::problemsFail_data()
{
    QTest::addColumn<QString>("member");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QStringList>("codes");
    QTest::addColumn<QString>("where");
    QTest::newRow("unreachable") << "when"
                                 << QJsonValue(
                                        QJsonObject{{"question", "recommend"}, {"answered", false}})
                                 << QStringList{"unreachable"} << "/questions/1/when";
    QTest::newRow("a condition that can never hold")
        << "when" << QJsonValue(QJsonObject{{"question", "recommend"}, {"from", 11}, {"to", 12}})
        << QStringList{"checklist-range", "checklist-range"} << "/questions/1/when/from";
    QTest::newRow("a text missing in every language but one")
        << "text" << QJsonValue(QJsonObject{{"en", "What?"}, {"fa", "چه؟"}, {"ta", "என்ன?"}})
        << QStringList{"checklist-missing"} << "/questions/1/text/ru";
    QTest::newRow("no list") << "choices" << QJsonValue(QJsonArray())
                             << QStringList{"checklist-range"} << "/questions/1/choices";
}

void TestCentralChecklists::problemsFail()
{
    QFETCH(QString, member);
    QFETCH(QJsonValue, value);
    QFETCH(QStringList, codes);
    QFETCH(QString, where);
    const auto file = write(
        "bad.json", withQuestion(m_survey, 1, withMember(question(m_survey, 1), member, value)));
    const auto people = check({file});
    QCOMPARE(people.code, 1);
    QVERIFY(people.output.contains(where.toUtf8()));
    QVERIFY(people.errors.contains("checklist-unfit"));
    const auto programs = check({"--json", file});
    QCOMPARE(programs.code, 1);
    const auto report = QJsonDocument::fromJson(programs.output).object();
    const auto problems = report["files"].toArray().at(0).toObject()["problems"];
    QVERIFY(!report["good"].toBool());
    QCOMPARE(codesIn(problems).mid(0, codes.size()), codes);
    QCOMPARE(problems.toArray().at(0).toObject()["where"].toString(), where);
}

void TestCentralChecklists::warningsFailOnlyWhenStrict()
{
    const QJsonObject until7{{"question", "recommend"}, {"from", 0}, {"to", 7}};
    auto asked = withMember(question(m_survey, 2), "when", until7);
    const auto file = write("gap.json", withQuestion(m_survey, 2, asked));
    const auto done = check({file});
    QCOMPARE(done.code, 0);
    QVERIFY(done.output.contains(": good, 1 warning\n"));
    QVERIFY(done.output.contains("[dead-end]"));
    QCOMPARE(check({"--strict", file}).code, 1);
    const auto report =
        QJsonDocument::fromJson(check({"--strict", "--json", file}).output).object();
    QVERIFY(!report["good"].toBool());
    QVERIFY(report["files"].toArray().at(0).toObject()["good"].toBool());
}

void TestCentralChecklists::everyFileIsReportedOn()
{
    const auto good = shippedFolder + "checkout-nps.json";
    const auto done = check({m_folder.filePath("none.json"), good, shippedFolder});
    QCOMPARE(done.code, 1);
    QVERIFY(done.output.contains("file-unreadable"));
    QVERIFY(done.output.contains("checkout-nps.json: good\n"));
    QCOMPARE(done.output.count(" problem"), 4); // its verdict and its line, of two files
}

void TestCentralChecklists::needsNoDatabase()
{
    QProcess process;
    process.start(VOUCH_CENTRAL, {"checklist", "check", shippedFolder + "employee-nps.json"});
    QVERIFY(process.waitForFinished(CentralProgram::patienceMs));
    QCOMPARE(process.exitCode(), 0);
}

VOUCH_TEST(TestCentralChecklists)

} // namespace test_central_checklists

#include "test_central_checklists.moc"

#include "core/base/json.h"
#include "core/base/time.h"
#include "tests/support/suite.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QtTest>

#include <memory>

namespace test_sim_central {

using namespace vouch;

namespace {

constexpr int patienceMs = 60000;

struct Ended
{
    int code = -1;
    QString out;
    QString error;
};

Ended run(const QString &program, const QStringList &arguments, const QByteArray &input = {})
{
    QProcess process;
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(patienceMs)) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    return {
        process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
        QString::fromUtf8(process.readAllStandardError())};
}

Ended sim(const QStringList &arguments)
{
    return run(VOUCH_SIM, arguments);
}

/// Store → made, accepted, duplicate, rejected, promoters, passives, detractors.
QMap<QString, QList<int>> summary(const QString &out)
{
    QMap<QString, QList<int>> rows;
    for (const auto &line : out.split('\n', Qt::SkipEmptyParts).mid(1)) {
        const auto words = line.simplified().split(' ');
        for (int i = 1; i <= 7; ++i)
            rows[words.front()].push_back(words[i].toInt());
    }
    return rows;
}

} // namespace

/// vouch-sim as a person runs it, against the vouch-central that shops run.
class TestSimCentral : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void theServerHoldsWhatTheSummarySays();
    void aSecondRunGoesOn();
    void liveStopsWhenAsked();
    void missingCodesAreCounted();
    void aServerThatIsNotThereIsSaid();
    void wrongUsage();

private:
    QString central(const QStringList &arguments, const QByteArray &input = {})
    {
        const auto ended =
            run(VOUCH_CENTRAL, QStringList{"--database", m_database} + arguments, input);
        if (ended.code != 0)
            qWarning() << arguments << ended.error;
        return ended.out.trimmed();
    }
    QMap<QString, QList<int>> scores(const QByteArray &token);
    QString token(const QString &name)
    {
        central(
            {"user", "add", "--name", name, "--role", "regional"}, "a long enough Passw0rd 1\n");
        return central({"token", "add", "--user", name});
    }
    void serve();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QProcess> m_server;
    QString m_database;
    QString m_address;
    QString m_codes;
};

void TestSimCentral::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_database = "sqlite:" + m_folder->filePath("central.db");
    m_codes = m_folder->filePath("codes");
    serve();
    QFile codes(m_codes);
    QVERIFY(codes.open(QIODevice::WriteOnly));
    const auto tills = sim({"--tills", "--stores", "2"});
    QCOMPARE(tills.code, 0);
    for (const auto &line : tills.out.split('\n', Qt::SkipEmptyParts)) {
        const auto cells = line.split('\t');
        QCOMPARE(cells.size(), 5);
        central(
            {"store", "add", "--id", cells[0], "--name", cells[1], "--region", cells[2],
             "--timezone", cells[3]});
        for (int till = 0; till < cells[4].toInt(); ++till)
            codes.write((cells[0] + ' ' + central({"device", "code", "--store", cells[0]}) + '\n')
                            .toUtf8());
    }
}

void TestSimCentral::serve()
{
    m_server = std::make_unique<QProcess>();
    m_server->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_server->start(VOUCH_CENTRAL, {"--database", m_database, "serve", "--listen", "127.0.0.1:0"});
    while (!m_server->canReadLine())
        QVERIFY(m_server->waitForReadyRead(patienceMs));
    const auto line = QString::fromUtf8(m_server->readLine()).trimmed();
    QVERIFY2(line.startsWith("listening on http://"), qPrintable(line));
    m_address = line.mid(QString("listening on ").size());
}

void TestSimCentral::cleanup()
{
    m_server->terminate();
    QVERIFY(m_server->waitForFinished(patienceMs));
    QCOMPARE(m_server->exitCode(), 0);
    m_server.reset();
}

QMap<QString, QList<int>> TestSimCentral::scores(const QByteArray &token)
{
    QNetworkAccessManager network;
    QNetworkRequest request(QUrl(m_address + "/api/v1/nps?by=store"));
    request.setRawHeader("Authorization", "Bearer " + token);
    const std::unique_ptr<QNetworkReply> reply(network.get(request));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    finished.wait(patienceMs);
    const auto body = reply->readAll();
    const auto parsed = parseJson({body.constData(), std::size_t(body.size())});
    QMap<QString, QList<int>> rows;
    const auto *object = parsed ? parsed->if_object() : nullptr;
    const auto *array = object ? findArray(*object, "rows") : nullptr;
    for (std::size_t i = 0; array && i < array->size(); ++i) {
        const auto &row = (*array)[i].as_object();
        for (const auto *key : {"n", "promoters", "passives", "detractors"})
            rows[QString::fromStdString(std::string(view(*findString(row, "key"))))].push_back(
                int(findInteger(row, key).value_or(-1)));
    }
    return rows;
}

void TestSimCentral::theServerHoldsWhatTheSummarySays()
{
    const auto ended = sim(
        {"--server", m_address, "--codes", m_codes, "--stores", "2", "--days", "3", "--seed", "5",
         "--until",
         QString::fromStdString(formatDay(std::chrono::floor<std::chrono::days>(
             std::chrono::system_clock::now() - std::chrono::days(1))))});
    QVERIFY2(ended.code == 0, qPrintable(ended.error));
    const auto made = summary(ended.out);
    const auto held = scores(token("rosa").toUtf8());
    QCOMPARE(made.size(), 3);
    QCOMPARE(held.size(), 2);
    int records = 0;
    for (const auto *store : {"s1", "s2"}) {
        const auto &row = made[store];
        QVERIFY(row[0] > 60);
        QCOMPARE(row[1], row[0]);
        QCOMPARE(row[2], 0);
        QCOMPARE(row[3], 0);
        QCOMPARE(held[store], (QList<int>{row[4] + row[5] + row[6], row[4], row[5], row[6]}));
        records += row[0];
    }
    QCOMPARE(made["all"][0], records);
    QVERIFY(central({"verify"}).endsWith("every counter equals them."));
    const auto file = m_folder->filePath("all.csv");
    // A row each, but for those that mark others, and those of the hours: seven tills on three
    // days.
    const auto rows = central({"export", "--format", "csv", "--out", file}).split(u' ')[0].toInt();
    const int others = records - rows;
    QVERIFY2(others > 250 && others <= 7 * 3 * 13 + 15, qPrintable(QString::number(others)));
}

void TestSimCentral::aSecondRunGoesOn()
{
    const auto state = m_folder->filePath("state.json");
    const auto yesterday = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()) -
                           std::chrono::days(1);
    const auto until = [&](int back) {
        return QString::fromStdString(formatDay(yesterday - std::chrono::days(back)));
    };
    const QStringList common{"--server", m_address, "--stores", "2", "--state", state};
    const auto first =
        sim(common + QStringList{"--codes", m_codes, "--days", "4", "--until", until(2)});
    QVERIFY2(first.code == 0, qPrintable(first.error));
    const auto again = sim(common + QStringList{"--until", until(2)});
    QVERIFY2(again.code == 0, qPrintable(again.error));
    QCOMPARE(summary(again.out)["all"][0], 0);
    const auto second = sim(common + QStringList{"--until", until(0)});
    QVERIFY2(second.code == 0, qPrintable(second.error));
    const auto before = summary(first.out)["all"];
    const auto after = summary(second.out)["all"];
    QVERIFY(after[0] > 30);
    QCOMPARE(after[1], after[0]);

    const auto held = scores(token("rosa").toUtf8());
    int count = 0;
    for (const auto &row : held)
        count += row.front();
    int expected = 0;
    for (int i = 4; i <= 6; ++i)
        expected += before[i] + after[i];
    QCOMPARE(count, expected);
    const auto other = sim(common + QStringList{"--seed", "99"});
    QCOMPARE(other.code, 1);
    QVERIFY(other.error.contains("[state-seed-differs]"));
}

void TestSimCentral::liveStopsWhenAsked()
{
    QProcess process;
    process.start(
        VOUCH_SIM, {"--server", m_address, "--codes", m_codes, "--stores", "2", "--days", "1",
                    "--live", "--rate", "0.1"});
    QString said;
    while (!said.contains("going on")) {
        QVERIFY(process.waitForReadyRead(100) || process.state() == QProcess::Running);
        said += QString::fromUtf8(process.readAllStandardError());
    }
    process.terminate();
    QVERIFY(process.waitForFinished(patienceMs));
    QCOMPARE(process.exitCode(), 0);
    QVERIFY(summary(QString::fromUtf8(process.readAllStandardOutput())).contains("all"));
}

void TestSimCentral::missingCodesAreCounted()
{
    const auto ended = sim({"--server", m_address, "--codes", m_codes, "--stores", "3"});
    QCOMPARE(ended.code, 1);
    QVERIFY2(ended.error.contains("s3 needs 2 (0 given)"), qPrintable(ended.error));
    QVERIFY(!ended.error.contains("s1 needs"));
    QVERIFY(central({"device", "list"}).split('\n').size() == 1);
}

void TestSimCentral::aServerThatIsNotThereIsSaid()
{
    QTcpServer free;
    QVERIFY(free.listen(QHostAddress::LocalHost));
    const auto port = free.serverPort();
    free.close();
    const auto ended = sim(
        {"--server", QString("http://127.0.0.1:%1").arg(port), "--codes", m_codes, "--stores",
         "2"});
    QCOMPARE(ended.code, 1);
    QVERIFY2(ended.error.contains("[server-unreachable]"), qPrintable(ended.error));
}

void TestSimCentral::wrongUsage()
{
    QCOMPARE(sim({}).code, 2);
    QCOMPARE(sim({"--server", m_address, "--days", "0"}).code, 2);
    QCOMPARE(sim({"--server", m_address, "--until", "tomorrow"}).code, 2);
    QCOMPARE(sim({"--help"}).code, 0);
    const auto unsafe = sim({"--server", "http://vouch.example.com", "--codes", m_codes});
    QCOMPARE(unsafe.code, 1);
    QVERIFY(unsafe.error.contains("[server-url-unsafe]"));
}

VOUCH_TEST(TestSimCentral)

} // namespace test_sim_central

#include "test_sim_central.moc"

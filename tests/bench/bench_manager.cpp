#include "core/storage/kiosk_counts.h"
#include "qml/entry.h"
#include "tests/bench/bench_figures.h"
#include "tests/bench/shown_kiosk.h"

#include <QCommandLineParser>
#include <QGuiApplication>
#include <QTest>

using namespace vouch;
using namespace vouch::bench;

/// How long a manager waits for figures on a tablet with many records. See README.md beside this.
namespace {

/// Answers of the last days, `perDay` of each: scores, picks, a comment with every twentieth.
constexpr const char *fill = R"(
    INSERT INTO checks (id, device, store, kind, checklist, version, series, touchpoint, language,
        opened_at, closed_at, utc_offset_minutes, day, hour, boot, monotonic_ms, state, score, marks)
    WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ?1)
    SELECT randomblob(16), zeroblob(16), 's1', 'survey', 'checkout-nps', 2, '2026a',
        CASE WHEN i % 3 THEN 'checkout' ELSE 'exit' END, 'en', 1, 1, 240,
        date('2026-11-22', '-' || (i / ?2) || ' days'), 9 + i % 13, zeroblob(16), 1, 'completed',
        (i * 7) % 11, CASE WHEN i % 50 THEN '[]' ELSE '["burst"]' END
    FROM n;
)";
constexpr const char *fillItems = R"(
    INSERT INTO items SELECT row, CASE WHEN score > 8 THEN 'liked' ELSE 'improve' END, 'choices',
        CASE row % 3 WHEN 0 THEN '["staff","prices"]' WHEN 1 THEN '["queue"]' ELSE '[]' END,
        '', '', 0 FROM checks;
    INSERT INTO items SELECT row, 'comment', 'text', '"The queue was long, call 0151 2345678"',
        '', '', 0 FROM checks WHERE row % 20 = 0;
)";

/// What the figures would be read with if nothing were counted.
constexpr const char *scan =
    "SELECT score, marks = '[]' AND later_marks = '[]', count(*) FROM checks "
    "WHERE kind = 'survey' AND score IS NOT NULL GROUP BY 1, 2";
constexpr const char *scanPicks =
    "SELECT i.question, p.value, count(*) FROM checks c JOIN items i ON i.check_row = c.row "
    "JOIN json_each(i.value) p WHERE c.kind = 'survey' AND c.score IS NOT NULL "
    "AND i.type = 'choices' GROUP BY 1, 2";

void fillStore(const test::Kiosk &tablet, int records, int perDay)
{
    const auto database =
        storage::Database::open(tablet.file().toStdString(), storage::Database::Mode::ReadWrite);
    if (!database)
        qFatal("%s", database.failure().text().c_str());
    auto &raw = (*database)->raw();
    SQLite::Transaction all(raw);
    SQLite::Statement checks(raw, fill);
    checks.bind(1, records);
    checks.bind(2, perDay);
    checks.exec();
    raw.exec(fillItems);
    QElapsedTimer since;
    since.start();
    storage::countAllChecks(**database);
    std::printf(
        "%-46s %.0f ms\n", "counting all of them anew, once, when updated",
        double(since.nsecsElapsed()) / 1e6);
    all.commit();
}

Spread scans(const test::Kiosk &tablet, int times)
{
    const auto database =
        storage::Database::open(tablet.file().toStdString(), storage::Database::Mode::ReadOnly);
    std::vector<double> took;
    for (int i = 0; i < times; ++i) {
        QElapsedTimer since;
        since.start();
        for (const char *sql : {scan, scanPicks}) {
            SQLite::Statement query((*database)->raw(), sql);
            while (query.executeStep()) {
            }
        }
        took.push_back(double(since.nsecsElapsed()) / 1e6);
    }
    return spreadOf(std::move(took));
}

void measure(ShownKiosk &shown, int times)
{
    auto &manager = *shown.manager;
    print("all figures by a scan of the records (reference)", scans(shown.tablet, 5));
    std::vector<double> read;
    for (int i = 0; i < times; ++i) {
        QElapsedTimer since;
        since.start();
        if (!shown.tablet.store->figures({}))
            qFatal("the figures cannot be read");
        read.push_back(double(since.nsecsElapsed()) / 1e6);
    }
    print("all figures from the counters", spreadOf(std::move(read)));

    manager.tryPin(QStringLiteral("2468"));
    if (!QTest::qWaitFor([&] { return manager.isOpen() && shown.find("managerView"); }, 20000))
        qFatal("the manager's view did not open");
    std::vector<double> all, days, comments;
    const auto at = [&](kiosk::ManagerModel::Period period) {
        return [&manager, period] { return manager.period() == period; };
    };
    for (int i = 0; i < times; ++i) {
        all.push_back(shown.tap("period3", at(kiosk::ManagerModel::All)));
        days.push_back(shown.tap("period2", at(kiosk::ManagerModel::Days30)));
        comments.push_back(
            shown.tap("showComments", [&] { return shown.find("commentsPanel") != nullptr; }));
        shown.tap("showFigures", [&] { return shown.find("figures") != nullptr; });
    }
    print("tap to the figures of all days, drawn", spreadOf(std::move(all)));
    print("tap to the figures of 30 days, drawn", spreadOf(std::move(days)));
    print("tap to the comments, drawn", spreadOf(std::move(comments)));
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QUICK_BACKEND", "software");
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_QPA_UPDATE_IDLE_TIME", "0"); // a frame is drawn at once: only work is measured
    qml::prepareProcess();
    const QGuiApplication application(argc, argv);
    QCommandLineParser options;
    options.addHelpOption();
    options.addOptions({
        {"records", "Answers on the tablet.", "N", "100000"},
        {"per-day", "Answers a day.", "N", "100"},
        {"times", "How often each is measured.", "N", "50"},
        {"folder", "Where the store lies: on a disk, not in memory.", "FOLDER",
         QCoreApplication::applicationDirPath()},
    });
    options.process(application);
    qputenv("TMPDIR", options.value("folder").toUtf8());
    ShownKiosk shown;
    fillStore(shown.tablet, options.value("records").toInt(), options.value("per-day").toInt());
    shown.hours->setAsking(true);
    measure(shown, options.value("times").toInt());
    return 0;
}

#include "api_chain.h"

#include "tests/support/suite.h"

#include <QFile>
#include <QTest>

namespace test_api_measurements {

using namespace vouch;
using namespace vouch::test;
using namespace vouch::server;

/// Measurements beside the score of a purchase: by kind, by scope and by role. Their figures are
/// recomputed in tests/contract/test_measurements.py.
class TestApiMeasurements : public QObject
{
    Q_OBJECT

private slots:
    void kindsThatNobodyAsksHaveNoRows();
    void eachCallerSeesTheirOwnStores();
    void employeesAreForThoseAboveTheStore();
    void singleAnswersAreReadOnlyOfANamedChecklist();
    void aSeriesIsNeverPooledWithAnother();
};

namespace {

struct MeasuredChain : ApiChain
{
    std::map<std::string, std::unique_ptr<Tablet>> tablets;

    MeasuredChain()
    {
        for (const char *shop : {"s1", "s2", "s3"})
            tablets[shop] = std::make_unique<Tablet>(clock, *store, shop);
    }
    /// One of the ready ones; with another series as its next version when that is given.
    void addChecklist(const char *id, const char *series = nullptr)
    {
        QFile file(QStringLiteral(VOUCH_SOURCE_DIR "/resources/checklists/%1.json").arg(id));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("no checklist %s", id);
        auto document = parseJson(file.readAll().toStdString()).value().as_object();
        if (series) {
            document["series"] = series;
            document["version"] = 9;
        }
        const auto version = static_cast<int>(document.at("version").as_int64());
        if (const auto added = store->addChecklist(id, version, json::serialize(document)); !added)
            qFatal("%s", added.failure().text().c_str());
    }
    /// `times` answers of a day ago, with further scales.
    void answer(
        const std::string &shop, const char *checklist, int score, int times,
        const std::map<std::string, int> &more = {}, const char *series = "2026a", int daysAgo = 1)
    {
        auto &tablet = *tablets.at(shop);
        std::vector<json::object> records;
        for (int i = 0; i < times; ++i) {
            auto check = tablet.survey(score);
            check.checklist = checklist;
            check.series = series;
            check.day =
                std::chrono::floor<std::chrono::days>(clock.now()) - std::chrono::days(daysAgo);
            for (const auto &[question, value] : more)
                check.items.push_back(
                    {question, std::string(check::item_type::scale), value, {}, {}, 0});
            records.push_back(tablet.chained(check));
        }
        if (const auto taken = store->ingest(tablet.device, tablet.batch(records)); !taken)
            qFatal("%s", taken.failure().text().c_str());
    }
    json::object told(const std::string &token, const std::string &query = {}) const
    {
        return objectIn(get("/api/v1/measurements" + query, token));
    }
};

std::int64_t answersOf(const json::value &rows, std::size_t row = 0)
{
    return rows.as_array().at(row).at("n").as_int64();
}

} // namespace

void TestApiMeasurements::kindsThatNobodyAsksHaveNoRows()
{
    MeasuredChain chain;
    const auto told = chain.told(chain.person("ada", Role::Admin));
    for (const char *kind : {"partners", "csat", "ces", "womi", "competitors"})
        QVERIFY(told.at(kind).as_array().empty());
    QVERIFY(told.at("relational").at("rows").as_array().empty());
    QVERIFY(told.at("employees").at("rows").as_array().empty());
    QVERIFY(told.at("employees").at("refused").is_null());
}

void TestApiMeasurements::eachCallerSeesTheirOwnStores()
{
    MeasuredChain chain;
    chain.addChecklist("checkout-csat");
    chain.answer("s1", "checkout-csat", 5, 3);
    chain.answer("s2", "checkout-csat", 1, 4);
    chain.answer("s3", "checkout-csat", 4, 8);
    const auto regional = chain.person("rita", Role::Regional, "north");
    QCOMPARE(answersOf(chain.told(regional).at("csat")), 7);
    QCOMPARE(answersOf(chain.told(regional, "?store=s2").at("csat")), 4);
    QCOMPARE(chain.get("/api/v1/measurements?store=s3", regional).status, 404);
    const auto manager = chain.person("mani", Role::Manager, {}, "s3");
    QCOMPARE(answersOf(chain.told(manager).at("csat")), 8);
    const auto viewer = chain.person("vera", Role::Viewer);
    QCOMPARE(answersOf(chain.told(viewer).at("csat")), 15);
    QCOMPARE(answersOf(chain.told(viewer, "?region=south").at("csat")), 8);
    QCOMPARE(answersOf(chain.told(viewer, "?touchpoint=elsewhere").at("csat")), 0);
}

void TestApiMeasurements::employeesAreForThoseAboveTheStore()
{
    MeasuredChain chain;
    chain.addChecklist("employee-nps");
    chain.answer("s1", "employee-nps", 9, 8, {}, "2026a", 8);
    const auto weeks = [&](const std::string &token) {
        const auto told = chain.told(token, "?store=s1").at("employees");
        return told.at("rows").as_array().empty()
                   ? std::size_t(0)
                   : told.at("rows").as_array().at(0).at("weeks").as_array().size();
    };
    QCOMPARE(weeks(chain.person("ada", Role::Admin)), std::size_t(1));
    QCOMPARE(weeks(chain.person("rita", Role::Regional, "north")), std::size_t(1));
    QCOMPARE(weeks(chain.person("mani", Role::Manager, {}, "s1")), std::size_t(0));
    QCOMPARE(weeks(chain.person("vera", Role::Viewer)), std::size_t(0));
}

void TestApiMeasurements::singleAnswersAreReadOnlyOfANamedChecklist()
{
    MeasuredChain chain;
    chain.addChecklist("checkout-womi");
    chain.addChecklist("checkout-competitor");
    chain.answer("s1", "checkout-womi", 10, 5, {{"dissuade", 0}});
    chain.answer("s1", "checkout-womi", 2, 3, {{"dissuade", 8}});
    chain.answer("s1", "checkout-womi", 2, 2, {{"dissuade", 99}}); // no value of the scale
    chain.answer("s1", "checkout-competitor", 2, 7, {{"prefer", 9}});
    const auto token = chain.person("rita", Role::Regional);
    const auto all = chain.told(token);
    QVERIFY(all.at("womi").as_array().at(0).at("readings").is_null());
    QVERIFY(all.at("womi").as_array().at(0).at("sample").is_null());
    QVERIFY(all.at("competitors").as_array().at(0).at("score").is_null());
    const auto named = chain.told(token, "?checklist=checkout-womi");
    QVERIFY(named.at("competitors").as_array().empty());
    const auto &row = named.at("womi").as_array().at(0);
    QCOMPARE(row.at("sample").at("read").as_int64(), 10);
    QCOMPARE(row.at("sample").at("of").as_int64(), 10);
    const auto &looser = row.at("readings").as_array().at(0);
    QCOMPARE(looser.at("n").as_int64(), 8);
    QCOMPARE(looser.at("true_detractors").as_int64(), 3);
    QCOMPARE(looser.at("womi").to_number<double>(), 25.0);
    const auto others = chain.told(token, "?checklist=checkout-competitor");
    const auto &score = others.at("competitors").as_array().at(0).at("score");
    QCOMPARE(score.at("unnamed").as_int64(), 7);
}

void TestApiMeasurements::aSeriesIsNeverPooledWithAnother()
{
    MeasuredChain chain;
    chain.addChecklist("partner-nps");
    chain.addChecklist("partner-nps", "2027a");
    chain.answer("s1", "partner-nps", 9, 40);
    const auto token = chain.person("rita", Role::Regional);
    // The newest always, an older one with answers.
    const auto told = chain.told(token).at("partners");
    QCOMPARE(told.as_array().size(), std::size_t(2));
    QCOMPARE(view(told.as_array().at(0).at("series").as_string()), std::string_view("2027a"));
    QCOMPARE(answersOf(told, 0), 0);
    QVERIFY(!told.as_array().at(0).at("refused").is_null());
    QCOMPARE(answersOf(told, 1), 40);
    QCOMPARE(view(told.as_array().at(1).at("sufficiency").as_string()), std::string_view("rough"));
    const auto none = chain.told(token, "?store=s2").at("partners");
    QCOMPARE(none.as_array().size(), std::size_t(1));
}

VOUCH_TEST(TestApiMeasurements)

} // namespace test_api_measurements

#include "test_api_measurements.moc"

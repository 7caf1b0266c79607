#include "sync/server/api/store_view.h"

#include "api_chain.h"
#include "tests/support/suite.h"

#include <QTest>

namespace test_store_view {

using namespace vouch;
using namespace vouch::test;
using namespace vouch::server;

/// Whoever asks a view for the whole chain gets what is seen of it. Endpoints mostly name the
/// stores that the view selected for them; what is read must not rest on that.
class TestStoreView : public QObject
{
    Q_OBJECT

private slots:
    void allThatIsAskedForIsWhatIsSeen();
    void aSampleTellsNothingOfOtherStores();
    void ofRegionsTheGivenAndThoseOfStores();
    void aNoteForARegionWithoutStoresIsSeenByWhoSeesTheRegion();
};

namespace {

/// The minutes of an hour at noon of the day before, closed by this tablet.
json::object anHour(Tablet &tablet, const Clock &clock)
{
    check::Check record;
    record.id = Uuid::v7(clock);
    record.device = tablet.device.id;
    record.store = tablet.device.store;
    record.kind = check::kind::activity;
    record.openedAt = record.closedAt = clock.now();
    record.boot = Uuid::v7(clock);
    record.day = std::chrono::floor<std::chrono::days>(clock.now()) - std::chrono::days(1);
    record.hour = 12;
    record.body = {
        {"minutes", 60}, {"opened", 1}, {"scored", 1}, {"completed", 1}, {"left", json::object()}};
    return tablet.chained(record);
}

json::object aMarked(Tablet &tablet)
{
    auto record = tablet.survey(10);
    record.marks = {tablet.device.store == "s1" ? "burst" : "repeat"};
    return tablet.chained(record);
}

/// s1 and s3 with the same of everything, but why an answer is marked.
struct TwoStores
{
    ApiChain chain;
    Tablet seen{chain.clock, *chain.store, "s1"};
    Tablet hidden{chain.clock, *chain.store, "s3"};
    StoreView view{*chain.store, StoreSet({"s1"})};
    Day today = std::chrono::floor<std::chrono::days>(chain.clock.now());

    TwoStores()
    {
        const std::string list = R"({"id": "own", "version": 1, "questions": []})";
        QVERIFY(chain.store->addChecklist("own", 1, list));
        for (auto *tablet : {&seen, &hidden}) {
            const auto &store = tablet->device.store;
            QVERIFY(chain.store->ingest(
                tablet->device, tablet->batch(
                                    {tablet->next(9), anHour(*tablet, chain.clock), tablet->next(3),
                                     aMarked(*tablet)})));
            QVERIFY(chain.store->setPin(store, protocol::PinRole::Exit, "$argon2id$one"));
            QVERIFY(chain.store->publishChecklist("own", store));
            QVERIFY(chain.store->addNote({today, store, {}, "of " + store}, {}));
        }
    }

    std::set<std::string> scoredIn() const
    {
        std::set<std::string> out;
        const auto read = view.eachScoredRecord(
            {.from = today - std::chrono::days(3), .to = today, .mostLookedAt = 100},
            [&](const ScoredRecord &scored) { out.insert(scored.store); });
        return read ? out : std::set<std::string>{"failed"};
    }

    /// Of all that is seen, of which one answer may be looked at.
    int sampledOneIn() const
    {
        const auto read = view.eachScoredRecord(
            {.from = today - std::chrono::days(3), .to = today, .mostLookedAt = 1},
            [](const ScoredRecord &) {});
        return read ? read->oneIn : 0;
    }
};

} // namespace

void TestStoreView::allThatIsAskedForIsWhatIsSeen()
{
    const TwoStores two;
    const auto &[chain, seen, hidden, view, today] = two;
    const auto devices = view.deviceStatuses({}).value().devices;
    QCOMPARE(devices.size(), 1u);
    QCOMPARE(devices.front().device.id, seen.device.id);
    QVERIFY(view.deviceStatuses({.stores = StoreSet({"s3"})}).value().devices.empty());
    QVERIFY(view.deviceStatuses({.id = hidden.device.id}).value().devices.empty());
    const auto pins = view.pins().value();
    QCOMPARE(pins.size(), 1u);
    QCOMPARE(pins.front().store, std::string("s1"));
    const auto presences =
        view.presence({.from = today - std::chrono::days(3), .to = today}).value();
    QCOMPARE(presences.size(), 1u);
    QCOMPARE(presences.at("s1").scored, 1);
    QCOMPARE(two.scoredIn(), std::set<std::string>{"s1"});
    const auto published = view.publishedChecklists(StoreSet::all(), today, today).value();
    QCOMPARE(published.size(), 1u);
    QCOMPARE(published.front().stores.front(), std::string("s1"));
    const auto notes = view.notes().value();
    QCOMPARE(notes.size(), 1u);
    QCOMPARE(notes.front().note.said.text, std::string("of s1"));
    const auto kiosks = view.kioskScores({}).value();
    QCOMPARE(kiosks.size(), 1u);
    QCOMPARE(kiosks.front().device, seen.device.id);
    QCOMPARE(view.markReasons({}).value(), (std::map<std::string, std::int64_t>{{"burst", 1}}));
    SingleAnswerQuery answers;
    answers.answers.stores = {"s3"};
    const auto single = view.singleAnswers(answers);
    QVERIFY(!single);
    QCOMPARE(single.failure().code, std::string("not-found"));
}

/// How much one answer stands for would tell how many the others have.
void TestStoreView::aSampleTellsNothingOfOtherStores()
{
    TwoStores two;
    const auto before = two.sampledOneIn();
    QVERIFY(before > 1);
    std::vector<json::object> records;
    for (int i = 0; i < 300; ++i)
        records.push_back(two.hidden.next(9));
    QVERIFY(two.chain.store->ingest(two.hidden.device, two.hidden.batch(std::move(records))));
    QCOMPARE(two.sampledOneIn(), before);
}

void TestStoreView::ofRegionsTheGivenAndThoseOfStores()
{
    ApiChain chain;
    QVERIFY(chain.store->addRegion({"all", "All", ""}));
    QVERIFY(chain.store->addRegion({"empty", "Empty", "all"}));
    QVERIFY(chain.store->changeRegion({"north", "North", "all"}));
    const auto seenBy = [&](StoreSet stores, std::set<std::string> given) {
        std::string out;
        const StoreView view(*chain.store, std::move(stores), std::move(given));
        for (const auto &region : view.regions().value()) {
            out += region.id + "<" + region.parent + " ";
            if (!view.select({}, region.id))
                out += "refused ";
        }
        for (const char *region : {"all", "empty", "north", "south", "none"})
            if (const auto selected = view.select({}, region); !selected)
                out += "-" + selected.failure().code + " ";
        return out;
    };
    const std::string no = "-not-found ";
    QCOMPARE(seenBy(StoreSet({"s1"}), {}), "north< " + no + no + no + no);
    QCOMPARE(seenBy(StoreSet({"s1", "s2"}), {"north"}), "north< " + no + no + no + no);
    QCOMPARE(seenBy(StoreSet({"s1", "s2"}), {"all"}), "all< empty<all north<all " + no + no);
    QCOMPARE(seenBy(StoreSet::all(), {}), "all< empty<all north<all south< " + no);
}

void TestStoreView::aNoteForARegionWithoutStoresIsSeenByWhoSeesTheRegion()
{
    ApiChain chain;
    QVERIFY(chain.store->addRegion({"all", "All", ""}));
    QVERIFY(chain.store->addRegion({"empty", "Empty", "all"}));
    QVERIFY(chain.store->addRegion({"below", "Below", "empty"}));
    QVERIFY(chain.store->changeRegion({"north", "North", "all"}));
    const auto today = std::chrono::floor<std::chrono::days>(chain.clock.now());
    for (const char *region : {"all", "empty", "north", "south"})
        QVERIFY(chain.store->addNote({today, {}, region, std::string("of ") + region}, {}));
    const auto seenBy = [&](StoreSet stores, std::set<std::string> given,
                            const std::string &store = {}, const std::string &region = {}) {
        std::string out;
        const StoreView view(*chain.store, std::move(stores), std::move(given));
        const auto notes = view.notes(store, region);
        if (!notes)
            return notes.failure().code;
        for (const auto &[note, isWhole] : *notes)
            out += note.said.text.substr(3) + (note.said.region.empty() ? "?" : "") +
                   (isWhole ? "! " : " ");
        return out;
    };
    const auto seen = StoreSet({"s1", "s2"}), none = StoreSet(std::set<std::string>());
    QCOMPARE(seenBy(StoreSet::all(), {}), std::string("all! empty! north! south! "));
    QCOMPARE(seenBy(seen, {"all"}), std::string("all! empty! north! "));
    QCOMPARE(seenBy(none, {"empty"}), std::string("all? empty! "));
    QCOMPARE(seenBy(none, {"below"}), std::string("all? empty? "));
    QCOMPARE(seenBy(StoreSet({"s1"}), {}), std::string("all? north "));
    QCOMPARE(seenBy(StoreSet::all(), {}, {}, "empty"), std::string("all! empty! "));
    QCOMPARE(seenBy(seen, {"all"}, {}, "north"), std::string("all! north! "));
    QCOMPARE(seenBy(seen, {"all"}, "s1"), std::string("all! north! "));
    QCOMPARE(seenBy(StoreSet({"s1"}), {}, {}, "empty"), std::string("not-found"));
}

VOUCH_TEST(TestStoreView)

} // namespace test_store_view

#include "test_store_view.moc"

#include "central_tablet.h"
#include "fault_vfs.h"

#include "sync/server/store/ledger.h"
#include "sync/server/store/verification.h"
#include "tests/support/suite.h"

#include <QTest>

#include <future>
#include <random>

namespace test_store_power {

using namespace vouch;
using namespace vouch::test;
using Event = FaultVfs::Event;
using Fault = FaultVfs::Fault;

namespace fs = std::filesystem;

namespace {

constexpr std::size_t tabletCount = 4;

/// A tablet and all that it ever made, oldest first.
struct Sender
{
    Tablet tablet;
    std::vector<json::object> made;
    std::size_t acknowledged = 0; ///< so many of them, from the first
};

} // namespace

/// The server loses its power at any moment of its life: while it opens, takes in what several
/// tablets send at once, checkpoints, closes; again and again. Of the disk only what was synced is
/// sure. What it acknowledged is there after each cut, chains and counters are what the records
/// say, and in the end everything is there once. VOUCH_FAULTS=all takes 1,000 cuts and more.
class TestStorePower : public QObject
{
    Q_OBJECT

    FaultVfs &m_vfs = FaultVfs::get();
    ManualClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::vector<Tablet> m_tablets;
    std::mt19937_64 m_random;
    std::vector<Sender> m_senders;

    fs::path base() const { return m_folder->filePath("base").toStdString(); }
    fs::path work() const { return m_folder->filePath("work").toStdString(); }
    std::unique_ptr<server::Store> open()
    {
        server::Store::Options options;
        options.checkpointFrames = 40; // so that the power goes in the middle of one, too
        auto store = server::Store::open(work() / "central.db", m_clock, std::move(options));
        return store ? std::move(*store) : nullptr;
    }
    std::size_t below(std::size_t bound) { return m_random() % bound; }

    void startOver();
    bool sendTogether(server::Store &store, std::size_t mostNew);
    void live(int rounds);
    QByteArray complaint();
    QByteArray sendTheRest();

private slots:
    void initTestCase();
    void init() { m_vfs.reset(); }
    void powerCuts();
};

void TestStorePower::initTestCase()
{
    m_folder = std::make_unique<QTemporaryDir>();
    fs::create_directory(base());
    const auto store = server::Store::open(base() / "central.db", m_clock).value();
    QVERIFY(store->addStore({"s1", "Shop one", "", "UTC"}));
    for (std::size_t i = 0; i < tabletCount; ++i)
        m_tablets.emplace_back(m_clock, *store);
}

void TestStorePower::startOver()
{
    std::error_code error;
    fs::remove_all(work(), error);
    fs::copy(base(), work(), fs::copy_options::recursive);
    m_senders.clear();
    for (const auto &tablet : m_tablets)
        m_senders.push_back({tablet, {}, 0});
}

/// Some tablets send what is not acknowledged yet, all before the first has its answer. False when
/// one got none.
bool TestStorePower::sendTogether(server::Store &store, std::size_t mostNew)
{
    struct Sending
    {
        Sender *sender;
        std::promise<Result<protocol::BatchAnswer>> answer;
    };
    std::vector<Sending> all;
    for (auto &sender : m_senders)
        if (mostNew == 0 || below(3) > 0)
            all.push_back({&sender, {}});
    for (auto &sending : all) {
        auto &[tablet, made, acknowledged] = *sending.sender;
        for (auto left = mostNew == 0 ? 0 : 1 + below(mostNew); left > 0; --left) {
            m_clock.advance(std::chrono::seconds(20));
            made.push_back(tablet.next(static_cast<int>(below(11))));
        }
        // Now and then what was acknowledged comes once more.
        const auto from = acknowledged > 0 && below(4) == 0 ? acknowledged - 1 : acknowledged;
        store.ingest(
            tablet.device,
            tablet.batch({made.begin() + static_cast<std::ptrdiff_t>(from), made.end()}),
            [&sending](auto answer) { sending.answer.set_value(std::move(answer)); });
    }
    bool all200 = true;
    for (auto &[sender, promise] : all) {
        const auto answer = promise.get_future().get();
        if (answer && statuses(answer).find_first_not_of("ad") == std::string::npos)
            sender->acknowledged = sender->made.size();
        all200 = all200 && answer.ok();
    }
    return all200;
}

/// Takes in batches and is started anew now and then, until the power is off.
void TestStorePower::live(int rounds)
{
    auto store = open();
    for (int round = 0; store && round < rounds; ++round) {
        if (below(5) == 0) {
            store.reset();
            store = open();
        }
        if (store && !sendTogether(*store, below(6) == 0 ? 60 : 8))
            break;
    }
}

/// What is wrong after a cut; empty when all is well.
QByteArray TestStorePower::complaint()
{
    const auto store = open();
    if (!store)
        return "it does not open again";
    const auto all = store->verify([] { return true; });
    if (!all || !all->isSound())
        return "not sound: " + QByteArray::fromStdString(
                                   all ? all->differences.front().message : all.failure().text());
    std::int64_t stored = 0;
    for (const auto &[tablet, made, acknowledged] : m_senders) {
        const auto have = store->have(tablet.device.id).value();
        const auto known = have.empty() ? 0 : have.begin()->second;
        if (known < std::int64_t(acknowledged))
            return "acknowledged were " + QByteArray::number(qint64(acknowledged)) +
                   ", there are " + QByteArray::number(qint64(known));
        stored += known;
    }
    if (all->records != stored)
        return "the chains and the records differ in number";
    return {};
}

QByteArray TestStorePower::sendTheRest()
{
    const auto store = open();
    if (!store || !sendTogether(*store, 0))
        return "what was left is not taken";
    std::int64_t made = 0;
    for (const auto &sender : m_senders) {
        made += std::int64_t(sender.made.size());
        // All of it once more, as a refill after a restored back-up would: nothing is new.
        for (std::size_t at = 0; at < sender.made.size(); at += protocol::maxChecks) {
            const auto end = std::min(at + protocol::maxChecks, sender.made.size());
            const auto again = statuses(store->ingest(
                sender.tablet.device, sender.tablet.batch(
                                          {sender.made.begin() + std::ptrdiff_t(at),
                                           sender.made.begin() + std::ptrdiff_t(end)})));
            if (again.size() != end - at || again.find_first_not_of('d') != std::string::npos)
                return "an acknowledged record is not there as it was";
        }
    }
    const auto totals = store->ledgerTotals({}).value();
    if (totals.made != made || totals.missing != 0 || totals.counts.received != made)
        return "the ledger is not clean";
    return {};
}

void TestStorePower::powerCuts()
{
    const unsigned seeds = qEnvironmentVariable("VOUCH_FAULTS") == "all" ? 500 : 6;
    constexpr int rounds = 12;
    m_random.seed(0);
    startOver();
    live(rounds);
    const auto changes = std::size_t(m_vfs.count(Event::Change));
    int cuts = 0;
    std::size_t acknowledged = 0, made = 0;
    for (unsigned seed = 1; seed <= seeds; ++seed) {
        m_random.seed(seed);
        startOver();
        for (auto left = 1 + below(5); left > 0; --left) {
            m_vfs.reset();
            m_vfs.watchPower();
            // As often at any moment as soon after the start.
            m_vfs.at(
                Event::Change, 1 + std::int64_t(below(left % 2 ? changes : 25)), Fault::PowerOff);
            live(rounds);
            cuts += m_vfs.happened();
            m_vfs.powerCut(m_random());
            m_vfs.reset();
            const auto wrong = complaint();
            QVERIFY2(wrong.isEmpty(), "seed " + QByteArray::number(seed) + ": " + wrong);
        }
        for (const auto &sender : m_senders)
            acknowledged += sender.acknowledged, made += sender.made.size();
        const auto wrong = sendTheRest();
        QVERIFY2(wrong.isEmpty(), "seed " + QByteArray::number(seed) + ": " + wrong);
    }
    qInfo("%d cuts; of %zu records %zu were acknowledged before", cuts, made, acknowledged);
    QVERIFY(cuts > int(seeds));
    QVERIFY(acknowledged > made / 4 && acknowledged < made);
}

VOUCH_TEST(TestStorePower)

} // namespace test_store_power

#include "test_store_power.moc"

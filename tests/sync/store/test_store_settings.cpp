#include "tests/support/suite.h"

#include "central_tablet.h"

#include <QTest>

namespace test_store_settings {

using namespace vouch;
using namespace vouch::test;
using protocol::PinRole;

/// Settings of the chain and of its stores, and the PINs of a store.
class TestStoreSettings : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<server::Store> m_store;

    std::string settingsOf(const std::string &store) const
    {
        return json::serialize(m_store->config(store).value().settings);
    }
    std::string tag(const std::string &store = "s1") const
    {
        return m_store->config(store).value().etag;
    }

private slots:
    void init()
    {
        m_store.reset();
        m_folder = std::make_unique<QTemporaryDir>();
        m_clock = std::make_unique<ManualClock>();
        m_store = server::Store::open(databaseIn(*m_folder), *m_clock).value();
        QVERIFY(m_store->addStore({"s1", "Shop one", "", "UTC"}));
        QVERIFY(m_store->addStore({"s2", "Shop two", "", "UTC"}));
    }

    void aStoresOwnGoesBeforeTheChains()
    {
        QCOMPARE(settingsOf("s1"), std::string("{}"));
        QVERIFY(m_store->setSetting({"", "resting", "invitation", {}}));
        QVERIFY(m_store->setSetting({"", "low_reach", false, {}}));
        QVERIFY(m_store->setSetting({"s1", "resting", "question", {}}));
        QCOMPARE(settingsOf("s1"), std::string(R"({"low_reach":false,"resting":"question"})"));
        QCOMPARE(settingsOf("s2"), std::string(R"({"low_reach":false,"resting":"invitation"})"));
        QVERIFY(m_store->setSetting({"", "resting", "question", {}})); // the former value goes
        QCOMPARE(settingsOf("s2"), std::string(R"({"low_reach":false,"resting":"question"})"));
        QVERIFY(m_store->removeSetting("", "low_reach"));
        QVERIFY(m_store->removeSetting("s1", "resting"));
        QCOMPARE(settingsOf("s1"), std::string(R"({"resting":"question"})"));
    }

    void theListTellsWhatIsSetWhere()
    {
        QVERIFY(m_store->setSetting({"s2", "language", "fa", {}}));
        m_clock->advance(std::chrono::hours(1));
        QVERIFY(m_store->setSetting({"", "resting", "invitation", {}}));
        const auto all = m_store->settings().value();
        QCOMPARE(all.size(), 2u);
        QCOMPARE(all[0].store, std::string());
        QCOMPARE(all[0].key, std::string("resting"));
        QCOMPARE(all[0].setAt, m_clock->now());
        QCOMPARE(all[1].store, std::string("s2"));
        QCOMPARE(json::serialize(all[1].value), std::string("\"fa\""));
    }

    void whatDoesNotFitIsRefused()
    {
        const auto code = [&](const server::Setting &setting) {
            const auto set = m_store->setSetting(setting);
            return set ? std::string() : set.failure().code;
        };
        QCOMPARE(code({"", "resting", "video", {}}), std::string("setting-malformed"));
        QCOMPARE(code({"", "pins", json::object(), {}}), std::string("setting-unknown"));
        QCOMPARE(code({"s9", "resting", "question", {}}), std::string("not-found"));
        QCOMPARE(m_store->removeSetting("", "resting").failure().code, std::string("not-found"));
        QVERIFY(m_store->settings()->empty());
    }

    void pinsAreOneStoresAlone()
    {
        QVERIFY(m_store->setPin("s1", PinRole::Exit, "$argon2id$one"));
        QVERIFY(m_store->setPin("s1", PinRole::Technician, "$argon2id$two"));
        QVERIFY(m_store->setPin("s1", PinRole::Exit, "$argon2id$three"));
        QCOMPARE(
            m_store->config("s1")->pins,
            (protocol::PinHashes{
                {PinRole::Exit, "$argon2id$three"}, {PinRole::Technician, "$argon2id$two"}}));
        QVERIFY(m_store->config("s2")->pins.empty());
        QCOMPARE(m_store->pinHashes("s1").value(), m_store->config("s1")->pins);
        QCOMPARE(m_store->pins()->size(), 2u);
        QCOMPARE(m_store->pins()->front().role, PinRole::Exit);
        QCOMPARE(
            m_store->setPin("s9", PinRole::Exit, "$argon2id$").failure().code,
            std::string("not-found"));
        QCOMPARE(m_store->pinHashes("s9").failure().code, std::string("not-found"));
    }

    void theTagFollowsThem()
    {
        const auto first = tag();
        QVERIFY(m_store->setSetting({"", "resting", "invitation", {}}));
        const auto second = tag();
        QVERIFY(second != first);
        QVERIFY(m_store->setSetting({"s2", "resting", "question", {}})); // another's
        QVERIFY(m_store->setPin("s2", PinRole::Exit, "$argon2id$one"));
        QCOMPARE(tag(), second);
        QVERIFY(m_store->setPin("s1", PinRole::Exit, "$argon2id$one"));
        const auto third = tag();
        QVERIFY(third != second);
        QVERIFY(m_store->setPin("s1", PinRole::Exit, "$argon2id$two"));
        QVERIFY(tag() != third);
    }
};

VOUCH_TEST(TestStoreSettings)

} // namespace test_store_settings

#include "test_store_settings.moc"

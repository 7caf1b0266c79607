#include "central_tablet.h"

#include "sync/server/store/comment_words.h"
#include "sync/server/store/comments.h"
#include "sync/server/store/single_answers.h"
#include "sync/server/store/verification.h"
#include "tests/support/suite.h"

#include <QTest>

#include <algorithm>

namespace test_store_comments {

using namespace vouch;
using namespace vouch::test;
using namespace std::chrono_literals;

/// What shoppers wrote is found by whoever may see it, whatever the language, and nothing else is.
class TestStoreComments : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<server::Store> m_store;
    std::unique_ptr<Tablet> m_tablet;

    json::object written(
        const std::string &text, const std::string &language = "en", int score = 3,
        const std::string &shop = "s1")
    {
        auto survey = m_tablet->survey(score);
        survey.store = shop;
        survey.language = language;
        survey.items.push_back(
            check::withDigest(
                {"comment", std::string(check::item_type::text), json::string(text), {}, {}, 0})
                .value());
        return m_tablet->chained(survey);
    }
    void send(std::vector<json::object> records)
    {
        const auto count = records.size();
        QCOMPARE(
            statuses(m_store->ingest(m_tablet->device, m_tablet->batch(std::move(records)))),
            std::string(count, 'a'));
    }
    /// The days of all that was written so far are over from now on.
    void nextDay() { m_clock->advance(24h); }

    static std::vector<std::string> words(const std::string &text)
    {
        std::vector<std::string> out;
        for (auto &word : server::wordsIn(text))
            out.push_back(std::move(word.folded));
        return out;
    }
    server::CommentPage page(const server::CommentQuery &query) const
    {
        return m_store->comments(query).value();
    }
    std::int64_t found(const std::string &text) const
    {
        server::CommentQuery query;
        query.words = words(text);
        const auto out = page(query);
        return std::size_t(out.found) == out.entries.size() ? out.found : -1;
    }
    static Uuid idOf(const json::object &record)
    {
        return Uuid::parse(view(*findString(record, "id"))).value();
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_clock = std::make_unique<ManualClock>();
        m_store = server::Store::open(databaseIn(*m_folder), *m_clock).value();
        QVERIFY(m_store->addStore({"s1", "Shop one", "", "UTC"}));
        QVERIFY(m_store->addStore({"s2", "Shop two", "", "UTC"}));
        m_tablet = std::make_unique<Tablet>(*m_clock, *m_store, "s2");
        m_tablet->enrol(*m_store, "s1");
    }
    void cleanup()
    {
        const auto all = m_store->verify([] { return true; });
        QVERIFY2(all->isSound(), all->isSound() ? "" : all->differences.front().where.c_str());
        m_tablet.reset();
        m_store.reset();
    }

    void foldsWhatIsTheSame_data()
    {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("other");
        QTest::newRow("case") << "Kasse ZU"
                              << "kasse zu";
        QTest::newRow("accents") << "Café très"
                                 << "cafe tres";
        QTest::newRow("decomposed") << QString("Cafe") + QChar(0x301) << "café";
        QTest::newRow("sharp s") << "Straße"
                                 << "STRASSE";
        QTest::newRow("ring") << "año"
                              << "AÑO";
        QTest::newRow("yo") << "ещё"
                            << "ЕЩЕ";
        QTest::newRow("dotless") << "kasıyer"
                                 << "KASIYER";
        QTest::newRow("dotted") << "İyi"
                                << "iyi";
        QTest::newRow("arabic yeh and kaf") << "يك"
                                            << "یک";
        QTest::newRow("alef") << "أحمر إلى آب"
                              << "احمر الى اب";
        QTest::newRow("teh marbuta") << "خدمة"
                                     << "خدمه";
        QTest::newRow("vowel signs") << "شُكْرًا"
                                     << "شكرا";
        QTest::newRow("tatweel") << "شـــكرا"
                                 << "شكرا";
        QTest::newRow("non-joiner") << "می‌شود"
                                    << "میشود";
        QTest::newRow("digits") << "۱۲ ١٢ १२ ௧௨"
                                << "12 12 12 12";
        QTest::newRow("nukta") << "ज़रूर"
                               << "जरूर";
        QTest::newRow("apostrophe") << "l’accueil"
                                    << "l'accueil";
        QTest::newRow("full width") << "ＯＫ"
                                    << "ok";
    }
    void foldsWhatIsTheSame()
    {
        QFETCH(QString, one);
        QFETCH(QString, other);
        QVERIFY(!words(one.toStdString()).empty());
        QCOMPARE(words(one.toStdString()), words(other.toStdString()));
    }
    void keepsApartWhatIsNot()
    {
        // Signs that make another syllable, and no vowel to be left out.
        QVERIFY(words("வரிசை") != words("வரசை"));
        QVERIFY(words("कतार") != words("कतर"));
        QCOMPARE(words("பணியாளர்கள் நல்லவர்கள்").size(), 2u);
        QCOMPARE(words("• — !? 😀").size(), 0u);
        QCOMPARE(words("\xff\xfe").size(), 0u);
        const auto placed = server::wordsIn("«صف» طولانی");
        QCOMPARE(placed.front().begin, 1u);
        QCOMPARE(placed.front().end, 3u);
        QCOMPARE(placed.back().begin, 5u);
    }

    void isFoundInEveryLanguage_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("looked");
        QTest::newRow("en") << "The queue was far too long."
                            << "QUEUE lon";
        QTest::newRow("de") << "Sehr freundliche Begrüßung"
                            << "begrussung freund";
        QTest::newRow("fr") << "L’accueil était très agréable"
                            << "accueil agreab";
        QTest::newRow("es") << "El cajero más amable"
                            << "mas cajero";
        QTest::newRow("tr") << "kasada çok bekledim"
                            << "bekle cok";
        QTest::newRow("ru") << "очередь ещё длиннее"
                            << "ОЧЕРЕД еще";
        QTest::newRow("fa") << "صف صندوق خیلی طولانی می‌شود"
                            << "صندوق ميشود";
        QTest::newRow("ar") << "الخدمة كانت بطيئة جداً"
                            << "الخدمه بطيئه";
        QTest::newRow("hi") << "कतार बहुत लंबी थी"
                            << "कतार लंबी";
        QTest::newRow("ta") << "வரிசை மிகவும் நீளமாக இருந்தது"
                            << "வரிசை நீள";
    }
    void isFoundInEveryLanguage()
    {
        QFETCH(QString, text);
        QFETCH(QString, looked);
        send({written(text.toStdString(), QTest::currentDataTag()), written("something else")});
        nextDay();
        QCOMPARE(found(looked.toStdString()), 1);
        QCOMPARE(found("something"), 1);
        QCOMPARE(found(""), 2);
        QCOMPARE(found(looked.toStdString() + " else"), 0);
        server::CommentQuery query;
        query.words = words(looked.toStdString());
        const auto shown = page(query).entries.front().texts.front();
        QCOMPARE(shown.text, text.toStdString());
        QCOMPARE(shown.hits.size(), 2u);
    }

    void whatIsMaskedIsNotFound()
    {
        send({written("Ask Mr Miller, 0151 2345678, about the queue")});
        nextDay();
        QCOMPARE(found("queue"), 1);
        QCOMPARE(found("miller"), 0);
        QCOMPARE(found("0151"), 0);
        QCOMPARE(page({}).entries.front().texts.front().text.find("Miller"), std::string::npos);
        const auto kept = textIn(databaseIn(*m_folder), "SELECT folded FROM comments");
        QCOMPARE(kept, std::string("ask mr about the queue"));
    }

    void aZeroByteHidesNothing()
    {
        const std::string text("the queue\0was long", 18);
        send({written(text)});
        nextDay();
        QCOMPARE(found("queue was"), 1);
        QCOMPARE(page({}).entries.front().texts.front().text, text);
    }

    void ofADayThatIsNotOverInThrees()
    {
        send({written("one"), written("two")});
        QCOMPARE(page({}).found, 0);
        QCOMPARE(page({}).heldBack, 2);
        send({written("three"), written("four")});
        QCOMPARE(page({}).found, 3);
        QCOMPARE(page({}).heldBack, 1);
        QCOMPARE(found("four"), 0); // the newest
        std::int64_t counted = 0;
        QCOMPARE(m_store->eachComment({}, [&](const auto &) { ++counted; }).value(), 3);
        QCOMPARE(counted, 3);
        nextDay();
        QCOMPARE(page({}).found, 4);
        QCOMPARE(page({}).heldBack, 0);
    }

    /// With single answers, which are told by the same rule.
    void afterClosingAll()
    {
        const auto hours = json::object{{"sun", json::array{"09:00-11:00", "14:00-16:00"}}};
        QVERIFY(m_store->setSetting({"s1", "opening_hours", hours, {}}));
        send({written("one"), written("two"), written("elsewhere", "en", 3, "s2")});
        const auto answers = [&](const char *shop) {
            server::SingleAnswerQuery query;
            query.answers.stores = {shop};
            return m_store->singleAnswers(query).value();
        };
        const auto held = [&] { return page({}).heldBack; };
        QCOMPARE(held(), 3); // 10:00
        m_clock->advance(2h);
        QCOMPARE(held(), 3); // it opens again
        QCOMPARE(answers("s1").heldBack, 2);
        m_clock->advance(3h + 59min);
        QCOMPARE(held(), 3);
        m_clock->advance(1min); // 16:00
        QCOMPARE(held(), 1);
        QCOMPARE(page({}).found, 2);
        QCOMPARE(answers("s1").answers.size(), std::size_t(2));
        QCOMPARE(answers("s1").answers.front().texts.size(), std::size_t(1));
        QCOMPARE(answers("s2").heldBack, 1); // whose hours are not known
        nextDay();
        QCOMPARE(held(), 0);
    }

    void whatHasNoWordIsListedAndNotFound()
    {
        send({written("\xF0\x9F\x91\x8D\xF0\x9F\x91\x8D"), written("!!!"), written(" \n ")});
        QCOMPARE(page({}).heldBack, 2);
        nextDay();
        QCOMPARE(page({}).found, 2);
        QCOMPARE(page({}).entries.size(), std::size_t(2));
        server::CommentQuery query;
        query.words = words("queue");
        QCOMPARE(page(query).found, 0);
        QCOMPARE(
            m_store
                ->eachComment(
                    {},
                    [](const auto &each) {
                        if (!each.words.empty())
                            qFatal("a word in it");
                    })
                .value(),
            2);
    }

    void onlyWhatIsAskedForAndSeen()
    {
        auto elsewhere = m_tablet->survey(9);
        elsewhere.touchpoint = "service";
        elsewhere.items.push_back(
            check::withDigest(
                {"comment", std::string(check::item_type::text), "very good", {}, {}, 0})
                .value());
        auto training = elsewhere;
        training.id = Uuid::v7(*m_clock);
        training.kind = check::kind::training;
        send(
            {written("bad queue"), written("good staff", "en", 10), written("so so", "de", 7),
             written("good too", "en", 10, "s2"), m_tablet->chained(elsewhere),
             m_tablet->chained(training), m_tablet->next(8)});
        nextDay();
        QCOMPARE(page({}).found, 5);
        const auto count = [&](auto set) {
            server::CommentQuery query;
            set(query);
            return page(query).found;
        };
        QCOMPARE(count([](auto &q) { q.answers.stores = {"s2"}; }), 1);
        QCOMPARE(count([](auto &q) { q.answers.scope = server::StoreSet({"s2"}); }), 1);
        QCOMPARE(count([](auto &q) { q.lowest = 9; }), 3);
        QCOMPARE(count([](auto &q) { q.lowest = 0, q.highest = 6; }), 1);
        QCOMPARE(count([](auto &q) { q.language = "de"; }), 1);
        QCOMPARE(count([](auto &q) { q.answers.touchpoint = "service"; }), 1);
        QCOMPARE(count([](auto &q) { q.answers.checklist = "checkout-nps"; }), 5);
        QCOMPARE(count([](auto &q) { q.answers.checklist = "other"; }), 0);
        QCOMPARE(count([&](auto &q) { q.answers.from = parseDay("2026-11-23").value(); }), 0);
        QCOMPARE(count([&](auto &q) { q.answers.to = parseDay("2026-11-22").value(); }), 5);
        server::CommentQuery other;
        other.answers.stores = {"s1"};
        other.answers.scope = server::StoreSet({"s2"});
        QVERIFY(!m_store->comments(other));
    }

    void everyPageOnceAndNotInTheOrderOfWriting()
    {
        std::vector<json::object> records;
        for (int i = 0; i < 40; ++i)
            records.push_back(written("number x" + std::to_string(i)));
        send(std::move(records));
        nextDay();
        std::vector<std::string> order;
        server::CommentQuery query;
        query.limit = 7;
        query.words = words("number");
        do {
            const auto each = page(query);
            QCOMPARE(each.found, 40);
            for (const auto &entry : each.entries)
                order.push_back(entry.texts.front().text);
            query.after = each.next;
        } while (query.after);
        QCOMPARE(order.size(), 40u);
        QCOMPARE(std::set<std::string>(order.begin(), order.end()).size(), 40u);
        std::vector<std::string> asWritten;
        for (int i = 39; i >= 0; --i)
            asWritten.push_back("number x" + std::to_string(i));
        QVERIFY(order != asWritten);
        std::reverse(asWritten.begin(), asWritten.end());
        QVERIFY(order != asWritten);
    }

    void erasedIsGone()
    {
        const auto record = written("forget this");
        send({record, written("keep this")});
        nextDay();
        QCOMPARE(found("forget"), 1);
        QVERIFY(m_store->erase({{}, idOf(record)}, {"user:ann", "::1"}));
        QCOMPARE(found("forget"), 0);
        QCOMPARE(found("this"), 1);
        QVERIFY(m_store->setRetention({0, 30}, {"user:ann", "::1"}));
        m_clock->advance(24h * 40);
        QVERIFY(m_store->applyRetention([] { return true; }));
        QCOMPARE(found(""), 0);
        QCOMPARE(countIn(databaseIn(*m_folder), "SELECT count(*) FROM comments"), 0);
    }

    void aLaterMarkMarksTheCommentToo()
    {
        const auto before = written("was here before");
        send({before, written("not marked")});
        const auto together = written("comes together");
        json::array ids{view(*findString(before, "id")), view(*findString(together, "id"))};
        auto mark = m_tablet->survey(9);
        mark.kind = check::kind::mark;
        mark.score.reset();
        mark.items.clear();
        mark.body = {{"mark", "burst"}, {"action", "add"}, {"checks", std::move(ids)}};
        send({together, m_tablet->chained(mark)});
        nextDay();
        QCOMPARE(page({}).found, 3);
        server::CommentQuery query;
        query.answers.withMarked = false;
        QCOMPARE(page(query).found, 1);
        QCOMPARE(page(query).entries.front().isMarked, false);
    }

    void aLostCommentIsNoticed()
    {
        send({written("as it was")});
        QVERIFY(m_store->recount());
        changeIn(databaseIn(*m_folder), "DELETE FROM comments");
        QCOMPARE(m_store->recount().failure().code, std::string("counters-differ"));
        init();
    }
};

VOUCH_TEST(TestStoreComments)

} // namespace test_store_comments

#include "test_store_comments.moc"

#include "api_chain.h"

#include "tests/support/suite.h"

#include <QTest>

namespace test_api_answers {

using namespace vouch;
using namespace vouch::test;
using namespace vouch::server;

/// Single answers are shown to those who may read them, and nobody is unmasked by one.
class TestApiAnswers : public QObject
{
    Q_OBJECT

private slots:
    void aPageGoesOnWhereTheLastEnded();
    void filtersAreThoseOfTheFigures();
    void todaysComeInThreesAndWithoutTexts();
    void aClockThatWasSetBackHidesNothing();
    void othersSeeNothing();
};

namespace {

/// A chain whose tablets answer at a day, counted back from today, and an hour.
struct AnsweredChain : ApiChain
{
    Tablet one{clock, *store, "s1"}, two{clock, *store, "s1"}, elsewhere{clock, *store, "s2"};
    std::string token = person("rita", Role::Regional);

    check::Check at(const Tablet &tablet, int daysAgo, int hour, int score) const
    {
        auto out = tablet.survey(score);
        out.day = std::chrono::floor<std::chrono::days>(clock.now()) - std::chrono::days(daysAgo);
        out.hour = hour;
        return out;
    }
    void send(Tablet &tablet, const check::Check &check)
    {
        const auto taken = store->ingest(tablet.device, tablet.batch({tablet.chained(check)}));
        if (statuses(taken) != "a")
            qFatal("not taken");
    }
    void send(Tablet &tablet, int daysAgo, int hour, int score)
    {
        send(tablet, at(tablet, daysAgo, hour, score));
    }

    json::object page(const std::string &query)
    {
        return objectIn(get("/api/v1/answers?store=s1" + query, token));
    }
};

/// As "day-before part score", the days counted back from the first.
QByteArray shortly(const json::object &page)
{
    QByteArray out;
    for (const auto &each : page.at("answers").as_array())
        out += QByteArray::fromStdString(std::string(view(each.at("part").as_string()))) + ' ' +
               QByteArray::number(qlonglong(each.at("score").as_int64())) + "; ";
    return out;
}

} // namespace

void TestApiAnswers::aPageGoesOnWhereTheLastEnded()
{
    AnsweredChain chain;
    std::multiset<std::int64_t> sent;
    for (int i = 0; i < 11; ++i) {
        chain.send(i % 2 ? chain.one : chain.two, 1 + i / 4, 9 + i % 3, i);
        sent.insert(i);
    }
    std::multiset<std::int64_t> seen;
    std::set<std::string> keys;
    std::string after, before = "9999";
    int pages = 0;
    do {
        const auto page = chain.page("&limit=3" + (after.empty() ? "" : "&after=" + after));
        for (const auto &each : page.at("answers").as_array()) {
            seen.insert(each.at("score").as_int64());
            keys.insert(std::string(view(each.at("key").as_string())));
            const std::string day(view(each.at("day").as_string()));
            QVERIFY(day <= before);
            before = day;
        }
        after = page.at("next").is_null() ? "" : std::string(view(page.at("next").as_string()));
        ++pages;
    } while (!after.empty() && pages < 20);
    QCOMPARE(pages, 4);
    QVERIFY(seen == sent);
    QCOMPARE(keys.size(), sent.size());
    QCOMPARE(
        gist(chain.get("/api/v1/answers?store=s1&after=x", chain.token)),
        QByteArray("400 request-malformed"));
}

void TestApiAnswers::filtersAreThoseOfTheFigures()
{
    AnsweredChain chain;
    auto said = chain.at(chain.one, 1, 18, 3);
    said.touchpoint = "exit";
    said.items.push_back(
        {"improve", std::string(check::item_type::choices), json::array{"queue"}, {}, {}, 0});
    said.items.push_back(
        check::withDigest(
            {"comment", std::string(check::item_type::text), "Call me: 0171 1234567", {}, {}, 0})
            .value());
    chain.send(chain.one, said);
    auto marked = chain.at(chain.one, 1, 13, 9);
    marked.marks = {"burst"};
    chain.send(chain.one, marked);
    chain.send(chain.two, 2, 8, 7);
    chain.send(chain.elsewhere, 1, 8, 10);
    auto training = chain.at(chain.two, 1, 8, 5);
    training.kind = check::kind::training;
    chain.send(chain.two, training);

    QCOMPARE(shortly(chain.page("")), QByteArray("evening 3; afternoon 9; morning 7; "));
    QCOMPARE(shortly(chain.page("&marked=exclude")), QByteArray("evening 3; morning 7; "));
    QCOMPARE(shortly(chain.page("&score=detractors")), QByteArray("evening 3; "));
    QCOMPARE(shortly(chain.page("&touchpoint=exit")), QByteArray("evening 3; "));
    const auto kiosk = "&kiosk=" + chain.two.device.id.text();
    QCOMPARE(shortly(chain.page(kiosk)), QByteArray("morning 7; "));
    QCOMPARE(shortly(chain.page("&kiosk=" + chain.elsewhere.device.id.text())), QByteArray());
    const auto answer = chain.page("").at("answers").as_array().at(0);
    QVERIFY(answer.at("reasons").at(0).at("code").as_string() == "queue");
    const std::string text(view(answer.at("texts").at(0).at("text").as_string()));
    QVERIFY(text.starts_with("Call me") && text.find("1234567") == text.npos);
    // No time, no id, no device.
    for (const char *member : {"id", "hour", "opened_at", "closed_at", "device"})
        QVERIFY(!answer.as_object().contains(member));
}

void TestApiAnswers::todaysComeInThreesAndWithoutTexts()
{
    AnsweredChain chain;
    for (int i = 0; i < 4; ++i) {
        auto said = chain.at(chain.one, 0, 9, 2 + i);
        said.items.push_back(
            check::withDigest(
                {"comment", std::string(check::item_type::text), "so long", {}, {}, 0})
                .value());
        chain.send(chain.one, said);
    }
    chain.send(chain.two, 0, 9, 10);
    chain.send(chain.two, 0, 9, 10);
    chain.send(chain.two, 1, 9, 8);
    const auto today = chain.page("");
    QCOMPARE(today.at("held_back").as_int64(), 3); // one of the first, two of the second
    QCOMPARE(today.at("answers").as_array().size(), std::size_t(4));
    for (const auto &each : today.at("answers").as_array())
        QVERIFY(each.at("texts").as_array().empty());
    // A filter does not take a group apart.
    QCOMPARE(shortly(chain.page("&score=promoters")), QByteArray());
    QCOMPARE(chain.page("&score=promoters").at("held_back").as_int64(), 3);
    chain.send(chain.two, 0, 9, 9);
    QCOMPARE(chain.page("&score=promoters").at("answers").as_array().size(), std::size_t(3));
    chain.clock.advance(std::chrono::hours(24));
    const auto closed = chain.page("&score=detractors");
    QCOMPARE(closed.at("held_back").as_int64(), 0);
    QCOMPARE(closed.at("answers").as_array().size(), std::size_t(4));
    QVERIFY(closed.at("answers").at(0).at("texts").at(0).at("text").as_string() == "so long");
}

void TestApiAnswers::aClockThatWasSetBackHidesNothing()
{
    AnsweredChain chain;
    for (const int daysAgo : {5, 5, 2, 2, 5, 4, 2, 3, 5})
        chain.send(chain.one, daysAgo, 9, 8);
    QCOMPARE(chain.page("").at("answers").as_array().size(), std::size_t(9));
}

void TestApiAnswers::othersSeeNothing()
{
    AnsweredChain chain;
    chain.send(chain.one, 1, 9, 8);
    const auto told = [&](const char *query, const std::string &token) {
        return gist(chain.get(std::string("/api/v1/answers?") + query, token));
    };
    QCOMPARE(
        told("store=s1", chain.person("mani", Role::Manager, {}, "s2")),
        QByteArray("404 not-found"));
    QCOMPARE(told("store=s1", chain.person("vera", Role::Viewer)), QByteArray("403 forbidden"));
    QCOMPARE(told("", chain.token), QByteArray("400 request-malformed"));
    QCOMPARE(told("store=s1&kiosk=till", chain.token), QByteArray("400 request-malformed"));
}

VOUCH_TEST(TestApiAnswers)

} // namespace test_api_answers

#include "test_api_answers.moc"

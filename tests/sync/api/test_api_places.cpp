#include "sync/server/api/hidden_place.h"

#include "api_chain.h"
#include "tests/support/suite.h"

#include <QTest>

namespace test_api_places {

using namespace vouch;
using namespace vouch::test;
using server::Role;

/// What rows are called and where lists go on: nobody learns how many rows there are.
class TestApiPlaces : public QObject
{
    Q_OBJECT

private slots:
    void theNumberIsNotInIt();
    void whatItIsNotForDoesNotReadIt();
    void rowsAndListsTellNoNumber();
    void anothersOpensNothing();
};

namespace {

server::User reader(const std::string &passwordHash)
{
    server::User out;
    out.passwordHash = passwordHash;
    return out;
}

/// In how many of their hexadecimal digits two are alike: seven of 112 by chance.
std::size_t alike(const std::string &one, const std::string &other)
{
    std::size_t out = 0;
    for (std::size_t i = 0; i < std::min(one.size(), other.size()); ++i)
        out += one[i] == other[i];
    return out;
}

bool isHidden(const std::string &text)
{
    return text.size() == 112 && text.find_first_not_of("0123456789abcdef") == text.npos;
}

std::string text(const json::object &object, std::string_view member)
{
    const auto *found = findString(object, member);
    return found ? std::string(view(*found)) : std::string();
}

/// A chain with two tablets, two refused records and two notes in s1; how the lists name them.
struct Lists
{
    ApiChain chain;
    std::string boss = chain.person("boss", Role::Admin);
    std::string other = chain.person("other", Role::Admin);
    Fields session = chain.session("boss");

    Lists()
    {
        for (int i = 0; i < 2; ++i) {
            Tablet tablet(chain.clock, *chain.store);
            auto damaged = tablet.next(7);
            damaged["score"] = 10;
            (void)chain.store->ingest(tablet.device, tablet.batch({damaged}));
            (void)chain.store->addNote({parseDay("2026-11-22").value(), "s1", "", "note"}, {});
        }
    }

    std::vector<std::string>
    in(const std::string &target, const char *list, const char *member, const std::string &token)
    {
        std::vector<std::string> out;
        const auto answer = objectIn(chain.get(target, token));
        for (const auto &row : answer.at(list).as_array())
            out.push_back(text(row.as_object(), member));
        return out;
    }
    std::vector<std::string> notes(const std::string &token)
    {
        return in("/api/v1/notes", "notes", "id", token);
    }
    std::vector<std::string> refused(const std::string &token)
    {
        return in("/api/v1/quarantine", "entries", "key", token);
    }
    std::string behindOneDevice(const std::string &token)
    {
        return text(objectIn(chain.get("/api/v1/devices?limit=1", token)), "next");
    }
};

} // namespace

void TestApiPlaces::theNumberIsNotInIt()
{
    const auto ann = reader("hash of ann's password");
    std::string last;
    for (const std::int64_t number : {1, 2, 3, 1'000'000, 1'000'001}) {
        const auto hidden = server::hidePlace("notes", {number}, ann);
        QVERIFY(isHidden(hidden));
        QVERIFY2(alike(hidden, last) < 28, (hidden + " " + last).c_str());
        QCOMPARE(server::hidePlace("notes", {number}, ann), hidden);
        last = hidden;
    }
    const server::Place farthest{maxSafeInteger, maxSafeInteger - 1};
    const auto hidden = server::hidePlace("notes", farthest, ann);
    QVERIFY(isHidden(hidden));
    const auto read = server::revealPlace("notes", hidden, ann);
    QVERIFY(read && read->at == farthest.at && read->upTo == farthest.upTo);
}

void TestApiPlaces::whatItIsNotForDoesNotReadIt()
{
    const auto ann = reader("hash of ann's password");
    const auto hidden = server::hidePlace("notes", {7}, ann);
    QVERIFY(server::revealPlace("notes", hidden, ann));
    QVERIFY(!server::revealPlace("chains", hidden, ann));
    QVERIFY(!server::revealPlace("notes", hidden, reader("hash of ann's next password")));
    QVERIFY(!server::revealPlace("notes", hidden.substr(2), ann));
    QVERIFY(!server::revealPlace("notes", "7", ann));
    QVERIFY(alike(hidden, server::hidePlace("chains", {7}, ann)) < 28);
}

void TestApiPlaces::rowsAndListsTellNoNumber()
{
    Lists lists;
    for (const auto &named : {lists.notes(lists.boss), lists.refused(lists.boss)}) {
        QCOMPARE(named.size(), 2u);
        for (const auto &each : named)
            QVERIFY2(isHidden(each), each.c_str());
        QVERIFY(alike(named[0], named[1]) < 28);
    }
    const auto next = lists.behindOneDevice(lists.boss);
    QVERIFY2(isHidden(next), next.c_str());
    const auto all = lists.in("/api/v1/devices", "devices", "id", lists.boss);
    const auto rest = lists.in("/api/v1/devices?after=" + next, "devices", "id", lists.boss);
    QCOMPARE(rest, std::vector<std::string>(all.begin() + 1, all.end()));
    const auto kept = lists.refused(lists.boss);
    QCOMPARE(
        lists.in("/api/v1/quarantine?before=" + kept[0], "entries", "key", lists.boss),
        std::vector<std::string>{kept[1]});
    const auto made = objectIn(lists.chain.send(
        "POST", "/api/v1/notes", {}, R"({"day":"2026-11-22","text":"third"})", lists.session));
    QCOMPARE(lists.notes(lists.boss).back(), text(made, "id"));
}

void TestApiPlaces::anothersOpensNothing()
{
    Lists lists;
    const auto &[boss, other] = std::tie(lists.boss, lists.other);
    const auto device = lists.behindOneDevice(other);
    const auto key = lists.refused(other).front();
    for (const auto &target : std::vector<std::string>{
             "devices?after=" + device, "devices?after=1", "quarantine?before=" + key,
             "quarantine?before=2",
             "quarantine?kind=conflict&before=" + lists.refused(boss).front(),
             "ledger?after=" + lists.behindOneDevice(boss), "ledger?after=1"})
        QVERIFY2(
            gist(lists.chain.get("/api/v1/" + target, boss)) == "400 request-malformed",
            target.c_str());
    const auto remove = [&](const std::string &id) {
        return gist(lists.chain.send("DELETE", "/api/v1/notes/" + id, {}, {}, lists.session));
    };
    QCOMPARE(remove(lists.notes(other).front()), QByteArray("404 not-found"));
    QCOMPARE(remove("1"), QByteArray("404 not-found"));
    QCOMPARE(remove(lists.refused(boss).front()), QByteArray("404 not-found"));
    QCOMPARE(remove(lists.notes(boss).front()), QByteArray("204"));
    QCOMPARE(lists.notes(boss).size(), 1u);
}

VOUCH_TEST(TestApiPlaces)

} // namespace test_api_places

#include "test_api_places.moc"

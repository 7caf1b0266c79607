#pragma once

#include "sync/server/api/api.h"
#include "sync/server/api/state_feed.h"
#include "sync/server/http/server.h"
#include "tests/sync/http/raw_http_client.h"
#include "tests/sync/store/central_tablet.h"

#include <QTemporaryDir>

namespace vouch::test {

using Fields = std::vector<std::pair<std::string, std::string>>;

/// A chain with three shops (s1, s2 in "north", s3 in "south"), people and a server on a free port.
class ApiChain
{
public:
    explicit ApiChain(http::Server::Options serving = {})
    {
        server::Store::Options options;
        options.onChanged = [this](const std::set<std::string> &ids) { feed.changed(ids); };
        store = server::Store::open(databaseIn(m_folder), clock, std::move(options)).value();
        feed.start(*store);
        for (const auto &[id, region] :
             {std::pair("s1", "north"), std::pair("s2", "north"), std::pair("s3", "south")})
            (void)store->addStore({id, std::string("Shop ") + id, region, "UTC"});
        api.emplace(*store, feed, clock, server::Api::Options{"Chain", {}});
        const auto router = api->router();
        serving.admit = server::Api::admission(router);
        m_server.emplace(std::move(serving), router.handler());
        (void)m_server->listen("127.0.0.1", 0);
    }
    ~ApiChain()
    {
        m_server->stop();
        feed.stop();
    }

    std::uint16_t port() const { return m_server->port(); }

    /// A new person, bound to the region and the shop, else everywhere; the password is
    /// "password of NAME". Admins and regional staff may export.
    void addPerson(
        const std::string &name, server::Role role, const std::string &region = {},
        const std::string &shop = {})
    {
        const auto hash = crypto::hashPassword("password of " + name, crypto::Cost::Small);
        server::User user;
        user.name = name;
        user.role = role;
        if (!region.empty())
            user.regions = {region};
        if (!shop.empty())
            user.stores = {shop};
        user.everywhere = region.empty() && shop.empty();
        user.mayExport = role == server::Role::Admin || role == server::Role::Regional;
        user.passwordHash = hash.value();
        if (const auto added = store->addUser(user); !added)
            qFatal("%s", added.failure().text().c_str());
    }
    /// Likewise; an API token for all that they may.
    std::string person(
        const std::string &name, server::Role role, const std::string &region = {},
        const std::string &shop = {})
    {
        using enum server::TokenScope;
        addPerson(name, role, region, shop);
        std::set<server::TokenScope> scopes{Read};
        if (store->findUser(name).value()->mayExport)
            scopes.insert(Export);
        if (role == server::Role::Admin)
            scopes.insert(Administer);
        return store->makeApiToken({name, "test", scopes}).value().secret;
    }
    /// The header fields of a session, with the one against forgery.
    Fields session(const std::string &name)
    {
        const auto made = store->startSession(name).value();
        return {{"Cookie", "vouch_session=" + made.token}, {"X-Vouch-CSRF", made.csrf}};
    }

    static std::string bytes(
        const std::string &method, const std::string &target, const std::string &token,
        const std::string &body, const Fields &fields)
    {
        std::string out = method + " " + target + " HTTP/1.1\r\nHost: localhost\r\n";
        if (!token.empty())
            out += "Authorization: Bearer " + token + "\r\n";
        for (const auto &[name, value] : fields)
            out += name + ": " + value + "\r\n";
        if (!body.empty() || (method != "GET" && method != "HEAD"))
            out += "Content-Length: " + std::to_string(body.size()) + "\r\n";
        return out + "\r\n" + body;
    }

    RawResponse send(
        const std::string &method, const std::string &target, const std::string &token = {},
        const std::string &body = {}, const Fields &fields = {}) const
    {
        RawHttpClient client(port());
        client.send(bytes(method, target, token, body, fields));
        return client.readResponse(method != "HEAD");
    }
    RawResponse get(const std::string &target, const std::string &token = {}) const
    {
        return send("GET", target, token);
    }

    /// The batch as the tablet puts it on the wire.
    static std::string wire(const Tablet &tablet, const std::vector<json::object> &records)
    {
        std::vector<protocol::SealedCheck> sealed;
        for (const auto &record : records)
            sealed.push_back(
                {std::string(view(record.at("hash").as_string())), canonicalJson(record).value()});
        return protocol::encodeBatch(tablet.batch({}), sealed, tablet.key);
    }

    ManualClock clock;
    server::StateFeed feed;
    std::shared_ptr<server::Store> store;
    std::optional<server::Api> api;

private:
    QTemporaryDir m_folder;
    std::optional<http::Server> m_server;
};

/// The body as an object; empty when it is none.
inline json::object objectIn(const RawResponse &response)
{
    const auto value = parseJson(response.body);
    return value && value->is_object() ? value->get_object() : json::object();
}

/// "403 forbidden": the status and, for a problem, its code.
inline QByteArray gist(const RawResponse &response)
{
    auto out = std::to_string(response.status);
    if (response.header("content-type") == "application/problem+json") {
        const auto object = objectIn(response);
        const auto *code = findString(object, "code");
        out += " " + (code ? std::string(view(*code)) : std::string("?"));
    }
    return QByteArray::fromStdString(out);
}

} // namespace vouch::test

#pragma once

#include "sync/server/api/api.h"
#include "sync/server/api/state_feed.h"
#include "tests/fuzz/fuzz_support.h"
#include "tests/sync/store/chained_tablet.h"

#include <filesystem>
#include <fstream>
#include <iterator>

/// A chain of shops with answers, people and its API, without a network in between.
namespace vouch::fuzz {

/// A folder that goes with it.
class Folder
{
public:
    Folder()
    {
        auto name = (std::filesystem::temp_directory_path() / "vouch-fuzz-XXXXXX").string();
        require(::mkdtemp(name.data()), "a folder can be made");
        m_path = name;
    }
    Folder(const Folder &) = delete;
    Folder &operator=(const Folder &) = delete;
    ~Folder() { std::filesystem::remove_all(m_path); }

    const std::filesystem::path &path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

class Chain
{
public:
    Chain()
    {
        std::filesystem::create_directory(now());
        open();
        fill();
        close();
        std::filesystem::copy(now(), whole(), recursively);
        open();
    }
    ~Chain() { close(); }

    server::Store &store() { return *m_store; }
    const http::Router &router() const { return m_router; }

    /// As it was at first.
    void restore()
    {
        close();
        std::filesystem::remove_all(now());
        std::filesystem::copy(whole(), now(), recursively);
        open();
    }

    std::string token;       ///< an administrator's, for all that one may be for
    server::Session session; ///< the same administrator's
    std::optional<test::Tablet> tablet;
    test::ManualClock clock;

private:
    static constexpr auto recursively = std::filesystem::copy_options::recursive;

    std::filesystem::path now() const { return m_folder.path() / "now"; }
    std::filesystem::path whole() const { return m_folder.path() / "whole"; }

    void open()
    {
        auto opened = server::Store::open(now() / "central.db", clock);
        require(bool(opened), "the store opens");
        m_store = std::move(*opened);
        m_feed.emplace();
        m_feed->start(*m_store);
        m_api.emplace(*m_store, *m_feed, clock, server::Api::Options{"Chain", {}});
        m_router = m_api->router();
    }
    void close()
    {
        m_router = {};
        m_feed->stop();
        m_api.reset();
        m_feed.reset();
        m_store.reset();
    }

    void fill()
    {
        for (const auto &[id, region] :
             {std::pair("s1", "north"), std::pair("s2", "north"), std::pair("s3", "south")})
            require(bool(m_store->addStore({id, "Shop", region, "UTC"})), "a shop is added");
        server::User user;
        user.name = "anna";
        user.role = server::Role::Admin;
        user.everywhere = user.mayExport = true;
        user.passwordHash = crypto::hashPassword("a password", crypto::Cost::Small).value();
        require(bool(m_store->addUser(user)), "a user is added");
        using enum server::TokenScope;
        token = m_store->makeApiToken({"anna", "fuzz", {Read, Export, Administer, Sales}})
                    .value()
                    .secret;
        session = m_store->startSession("anna").value();
        std::ifstream file(VOUCH_SOURCE_DIR "/resources/checklists/checkout-nps.json");
        const std::string survey(std::istreambuf_iterator<char>(file), {});
        require(bool(m_store->addChecklist("checkout-nps", 1, survey)), "a survey is added");
        require(bool(m_store->publishChecklist("checkout-nps", "")), "it is published");
        tablet.emplace(clock, *m_store);
        answer();
    }

    /// A score of each kind, with reasons and comments.
    void answer()
    {
        std::vector<json::object> records;
        for (const auto *comment :
             {"The bread was fresh", "صف طولانی بود", "Brot, Käse: gut", ""}) {
            for (const int score : {2, 8, 10}) {
                clock.advance(std::chrono::hours(5));
                auto check = tablet->survey(score);
                if (*comment)
                    check.items.push_back(
                        check::withDigest({"comment", "text", comment, {}, {}, 0}).value());
                records.push_back(tablet->chained(std::move(check)));
            }
        }
        const auto taken = m_store->ingest(tablet->device, tablet->batch(std::move(records)));
        require(bool(taken), "the answers are taken");
    }

    Folder m_folder;
    std::unique_ptr<server::Store> m_store;
    std::optional<server::StateFeed> m_feed;
    std::optional<server::Api> m_api;
    http::Router m_router;
};

} // namespace vouch::fuzz

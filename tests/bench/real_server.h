#pragma once

#include "manual_clock.h"
#include "sync/server/api/api.h"
#include "sync/server/api/state_feed.h"
#include "sync/server/http/server.h"
#include "sync/server/store/store.h"
#include "tests/sync/store/central_tablet.h"

#include <QProcess>
#include <QTemporaryDir>

#include <atomic>

namespace vouch::bench {

enum class Wire { Plain, Tls };

/// What `vouch-central serve` runs, on a free port of the loopback, in a folder of its own below
/// $TMPDIR. Has one shop, s1. Over TLS with a certificate of its own.
class RealServer
{
public:
    explicit RealServer(const Clock &clock, Wire wire = Wire::Plain)
    {
        server::Store::Options options;
        options.onChanged = [this](const std::set<std::string> &ids) {
            ++m_commits;
            m_feed.changed(ids);
        };
        store = server::Store::open(database(), clock, std::move(options)).value();
        m_feed.start(*store);
        (void)store->addStore({"s1", "Shop", "north", "UTC"});
        m_api.emplace(*store, m_feed, clock, server::Api::Options{"Chain", {}});
        const auto router = m_api->router();
        http::Server::Options serving;
        if (wire == Wire::Tls)
            serving.tls = certificate();
        serving.admit = server::Api::admission(router);
        m_server.emplace(std::move(serving), router.handler());
        if (const auto listening = m_server->listen("127.0.0.1", 0); !listening)
            qFatal("%s", listening.failure().text().c_str());
    }
    ~RealServer()
    {
        m_server->stop();
        m_feed.stop();
    }

    std::uint16_t port() const { return m_server->port(); }
    server::DatabaseAddress database() const { return test::databaseIn(m_folder); }
    /// Transactions so far that took in records.
    std::size_t commits() const { return m_commits; }

private:
    http::Tls certificate() const
    {
        const auto file = m_folder.filePath("certificate.pem"), key = m_folder.filePath("key.pem");
        QProcess openssl;
        openssl.setStandardErrorFile(QProcess::nullDevice());
        openssl.start(
            "openssl", {"req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1",
                        "-nodes", "-subj", "/CN=localhost", "-keyout", key, "-out", file});
        if (!openssl.waitForFinished() || openssl.exitCode() != 0)
            qFatal("openssl could not make a certificate");
        return {file.toStdString(), key.toStdString()};
    }

    QTemporaryDir m_folder;
    std::atomic<std::size_t> m_commits = 0;
    server::StateFeed m_feed;

public:
    std::shared_ptr<server::Store> store;

private:
    std::optional<server::Api> m_api;
    std::optional<http::Server> m_server;
};

} // namespace vouch::bench

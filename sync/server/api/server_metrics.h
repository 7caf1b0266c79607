#pragma once

#include "sync/protocol/batch.h"
#include "sync/server/api/handled.h"
#include "sync/server/http/server.h"
#include "sync/server/store/store.h"

#include <memory>

namespace vouch::server {

/// What Prometheus reads of a server: how it works, never what shoppers said. Safe from any thread.
class ServerMetrics
{
public:
    /// What is as it is at the moment of a reading.
    struct Now
    {
        StoreFigures store;
        http::Server::Statistics http;
        std::size_t listeners = 0;
    };

    explicit ServerMetrics(const std::string &version);
    ~ServerMetrics();

    void handled(const Handled &request);
    void ingested(const protocol::BatchAnswer &answer);

    /// In Prometheus' text format 0.0.4.
    std::string text(const Now &now);

private:
    struct Families;
    std::unique_ptr<Families> m_families;
};

inline constexpr std::string_view metricsType = "text/plain; version=0.0.4; charset=utf-8";

} // namespace vouch::server

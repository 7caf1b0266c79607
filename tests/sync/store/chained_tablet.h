#pragma once

#include "sync/server/store/store.h"
#include "tests/support/sample_check.h"

namespace vouch::test {

/// A tablet as the server sees it: makes records of one chain and signed envelopes around them.
class Tablet
{
public:
    Tablet(const Clock &clock, server::Store &store, const std::string &shop = "s1")
        : m_clock(clock)
        , m_last{Uuid::v7(clock), 0, check::noHash()}
    {
        enrol(store, shop);
    }

    /// At this shop from now on, with a new token.
    void enrol(server::Store &store, const std::string &shop)
    {
        const auto code = store.makeDeviceCode(shop, "").value();
        const auto answer = store.enrol(request(code)).value();
        token = answer.token;
        device = store.deviceByToken(token).value().value();
    }
    protocol::EnrolmentRequest request(const std::string &code) const
    {
        return protocol::decodeEnrolment(protocol::encodeEnrolment(code, "till 3", key)).value();
    }

    /// A closed survey, not yet in the chain.
    check::Check survey(int score) const
    {
        auto check = sampleCheck(m_clock, score, device.id);
        check.store = device.store;
        check.state = check::State::Completed;
        return check;
    }
    /// Behind the last one.
    json::object chained(check::Check check)
    {
        m_last = check::append(check, m_last).value();
        return check::toJson(check);
    }
    json::object next(int score) { return chained(survey(score)); }
    /// At the place of the last one, with other content: what a restored tablet may make.
    json::object beside(check::Check check)
    {
        auto before = m_last;
        --before.sequence;
        m_last = check::append(check, before).value();
        return check::toJson(check);
    }

    protocol::Batch batch(std::vector<json::object> records) const
    {
        protocol::Batch out;
        out.device = device.id;
        out.sentAt = m_clock.now();
        out.boot = Uuid::v7(m_clock);
        out.head = m_last;
        out.checks = std::move(records);
        std::vector<std::string> hashes;
        for (const auto &record : out.checks) {
            const auto *hash = findString(record, "hash");
            hashes.emplace_back(hash ? view(*hash) : std::string_view());
        }
        out.signature = crypto::toBase64(
            crypto::sign(protocol::signatureText(out.device, out.sentAt, out.head, hashes), key));
        return out;
    }

    /// A recovered tablet goes on in a new chain.
    void startChain() { m_last = {Uuid::v7(m_clock), 0, check::noHash()}; }

    const check::Link &last() const { return m_last; }

    crypto::SigningKey key = crypto::SigningKey::make();
    server::Device device;
    std::string token;

private:
    const Clock &m_clock;
    check::Link m_last;
};

} // namespace vouch::test

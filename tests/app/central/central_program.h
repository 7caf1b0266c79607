#pragma once

#include "sync/protocol/batch.h"
#include "sync/protocol/enrolment.h"
#include "tests/support/sample_check.h"
#include "tests/sync/http/raw_http_client.h"

#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <algorithm>

namespace vouch::test {

struct Finished
{
    int code = -1;
    QByteArray output;
    QByteArray errors;
};

/// The shipped program on a database of its own, as a person runs it.
class CentralProgram
{
public:
    static constexpr int patienceMs = 60'000;

    explicit CentralProgram(const QString &program)
        : m_program(program)
    {
    }
    ~CentralProgram()
    {
        if (server.state() != QProcess::NotRunning)
            kill();
    }

    QString path(const QString &name) const { return m_folder.filePath(name); }

    Finished run(const QStringList &arguments, const QByteArray &input = {}) const
    {
        QProcess process;
        process.start(m_program, withDatabase(arguments));
        process.write(input);
        process.closeWriteChannel();
        if (!process.waitForFinished(patienceMs))
            process.kill();
        return {
            process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            process.readAllStandardOutput(), process.readAllStandardError()};
    }

    /// Serves on a free port; false when it does not say so.
    bool serve()
    {
        server.start(m_program, withDatabase({"serve", "--listen", "127.0.0.1:0"}));
        QByteArray said;
        static const QRegularExpression ready("listening on http://127\\.0\\.0\\.1:(\\d+)\n");
        for (;;) {
            const auto match = ready.match(QString::fromUtf8(said));
            if (match.hasMatch()) {
                port = match.captured(1).toUShort();
                return true;
            }
            if (!server.waitForReadyRead(patienceMs))
                return false;
            said += server.readAllStandardOutput();
        }
    }

    /// SIGTERM; the exit code, −1 when it crashed or stayed.
    int stop()
    {
        server.terminate();
        if (!server.waitForFinished(patienceMs) || server.exitStatus() != QProcess::NormalExit)
            return -1;
        return server.exitCode();
    }
    void kill()
    {
        server.kill();
        server.waitForFinished(patienceMs);
    }

    QProcess server;
    std::uint16_t port = 0;

private:
    QStringList withDatabase(const QStringList &arguments) const
    {
        return QStringList{"--database", "sqlite:" + path("central.db")} + arguments;
    }

    QString m_program;
    QTemporaryDir m_folder;
};

/// A tablet on the other end of the socket.
class WireTablet
{
public:
    explicit WireTablet(const Clock &clock)
        : m_clock(&clock)
        , m_last{Uuid::v7(clock), 0, check::noHash()}
    {
    }

    static std::string
    post(const std::string &path, const std::string &token, const std::string &body)
    {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\n" +
               (token.empty() ? "" : "Authorization: Bearer " + token + "\r\n") +
               "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
    }

    bool enrol(std::uint16_t port, const std::string &code)
    {
        RawHttpClient client(port);
        const auto response = client.exchange(
            post("/api/v1/devices/enrol", {}, protocol::encodeEnrolment(code, "till", m_key)));
        const auto answer = protocol::decodeEnrolmentAnswer(response.body);
        if (!answer)
            return false;
        m_answer = *answer;
        return true;
    }

    /// The ids of the checks that the server acknowledged.
    std::vector<std::string> sendChecks(RawHttpClient &client, int count)
    {
        std::vector<protocol::SealedCheck> sealed;
        for (int i = 0; i < count; ++i) {
            auto check = sampleCheck(*m_clock, 9, m_answer.device);
            check.store = m_answer.store;
            check.state = check::State::Completed;
            m_last = check::append(check, m_last).value();
            sealed.push_back({check.hash, canonicalJson(check::toJson(check)).value()});
        }
        protocol::Batch envelope;
        envelope.device = m_answer.device;
        envelope.sentAt = m_clock->now();
        envelope.boot = Uuid::v7(*m_clock);
        envelope.head = m_last;
        const auto body = protocol::encodeBatch(envelope, sealed, m_key);
        const auto response = client.exchange(post("/api/v1/checks", m_answer.token, body));
        std::vector<std::string> out;
        const auto answer = protocol::decodeAnswer(response.body);
        if (response.status == 200 && response.whole && answer) {
            for (const auto &result : answer->results)
                out.push_back(result.id);
        }
        return out;
    }

private:
    const Clock *m_clock;
    check::Link m_last;
    crypto::SigningKey m_key = crypto::SigningKey::make();
    protocol::EnrolmentAnswer m_answer;
};

} // namespace vouch::test

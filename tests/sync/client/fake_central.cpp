#include "fake_central.h"

#include "sync/protocol/compression.h"
#include "sync/protocol/enrolment.h"

#include <QTcpSocket>

#include <set>

namespace vouch::test {

namespace {

constexpr const char *laterBody = R"({"code":"unavailable","detail":"Later."})";

} // namespace

FakeCentral::FakeCentral()
{
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        auto *socket = m_server.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            m_received.remove(socket);
            socket->deleteLater();
        });
    });
}

bool FakeCentral::listen(quint16 port)
{
    const bool listening = m_server.listen(QHostAddress::LocalHost, port);
    m_port = m_server.serverPort();
    return listening;
}

void FakeCentral::close()
{
    m_server.close();
    const auto sockets = m_received.keys();
    for (auto *socket : sockets)
        socket->abort();
}

QUrl FakeCentral::url() const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_port));
}

void FakeCentral::read(QTcpSocket *socket)
{
    auto &received = m_received[socket];
    received += socket->readAll();
    const auto end = received.indexOf("\r\n\r\n");
    if (end < 0)
        return;
    const auto head = received.left(end);
    qsizetype length = 0;
    bool etagMatches = false;
    QByteArray bearer;
    for (const auto &line : head.split('\n')) {
        if (line.toLower().startsWith("content-length:"))
            length = line.mid(15).trimmed().toLongLong();
        if (line.toLower().startsWith("if-none-match:"))
            etagMatches = line.contains("\"1\"");
        if (line.toLower().startsWith("authorization: bearer "))
            bearer = line.mid(22).trimmed();
    }
    if (received.size() < end + 4 + length)
        return;
    const auto body = received.mid(end + 4, length);
    received.remove(0, end + 4 + length);
    if (!nextToken.isEmpty() && bearer == nextToken)
        token = std::exchange(nextToken, {});
    m_isKnown = knowsToken && bearer == token;
    if (head.startsWith("POST /api/v1/checks "))
        return checks(socket, body);
    if (head.startsWith("POST /api/v1/devices/enrol "))
        return enrol(socket, body);
    if (head.startsWith("POST /api/v1/heartbeat "))
        return takeHeartbeat(socket, body);
    if (head.startsWith("GET /api/v1/config ")) {
        ++configsAsked;
        if (holdsConfig)
            return;
        if (!configWait.isEmpty())
            return answer(socket, 503, laterBody, configWait);
        if (!m_isKnown)
            return answer(socket, 401, R"({"code":"unauthenticated","detail":"Unknown token."})");
        const auto next =
            nextToken.isEmpty() ? QByteArray() : "X-Vouch-Token: " + nextToken + "\r\n";
        if (etagMatches)
            return answer(socket, 304, {}, next);
        ++configsSent;
        return answer(socket, 200, config, "ETag: \"1\"\r\n" + next);
    }
    if (head.startsWith("GET /api/v1/nps?by=day&"))
        return answer(
            socket, 200,
            R"({"rows":[{"key":"2026-11-20","n":2,"histogram":[2,0,0,0,0,0,0,0,0,0,0]},)"
            R"({"key":"2026-11-21","n":1,"histogram":[0,0,0,0,0,0,0,0,0,0,1]}],)"
            R"("as_of":"2026-11-22T10:00:00.000Z"})");
    if (head.startsWith("GET /api/v1/glance/latest ")) {
        ++latestAsked;
        return answer(
            socket, 200, QByteArray::fromStdString(json::serialize(protocol::toJson(latest))));
    }
    if (head.startsWith("GET /api/v1/glance?")) {
        glances += head.mid(4, head.indexOf(' ', 4) - 4);
        return answer(
            socket, 200, QByteArray::fromStdString(json::serialize(protocol::toJson(glance))));
    }
    answer(socket, 404, R"({"code":"not-found","detail":"No such page."})");
}

void FakeCentral::answer(
    QTcpSocket *socket, int status, const QByteArray &body, const QByteArray &headers)
{
    socket->write(
        "HTTP/1.1 " + QByteArray::number(status) + " X\r\nContent-Length: " +
        QByteArray::number(body.size()) + "\r\n" + headers + "\r\n" + body);
}

void FakeCentral::enrol(QTcpSocket *socket, const QByteArray &body)
{
    ++enrolments;
    const auto request = protocol::decodeEnrolment(body.toStdString());
    if (!request || !protocol::verifyProof(*request) || request->code != "GOOD-CODE")
        return answer(socket, 400, R"({"code":"code-unknown","detail":"Ask for a new code."})");
    if (!publicKey.empty() && publicKey != request->publicKey)
        return answer(socket, 409, R"({"code":"code-used","detail":"Used by another tablet."})");
    publicKey = request->publicKey;
    knowsToken = staleTokens-- <= 0;
    answer(
        socket, 201,
        QByteArray::fromStdString(protocol::encodeEnrolmentAnswer(
            {device, token.toStdString(), "s1", "0a0b0c0d", std::string(32, 'k')})));
}

void FakeCentral::checks(QTcpSocket *socket, const QByteArray &body)
{
    const auto fault = faults.empty() ? Fault::None : faults.front();
    if (!faults.empty())
        faults.pop_front();
    switch (fault) {
    case Fault::LoseRequest:
        return socket->abort();
    case Fault::CaptivePortal:
        return answer(socket, 200, "<html>Welcome, guest</html>");
    case Fault::Redirect:
        return answer(socket, 302, {}, "Location: http://127.0.0.1:9/login\r\n");
    case Fault::ServerError:
        return answer(socket, 500, R"({"code":"internal","detail":"?"})");
    case Fault::Busy:
        return answer(socket, 503, laterBody, "Retry-After: 0\r\n");
    case Fault::Malformed:
        return answer(socket, 400, R"({"code":"request-malformed","detail":"?"})");
    default:
        break;
    }
    if (!m_isKnown)
        return answer(socket, 401, R"({"code":"unauthenticated","detail":"Unknown token."})");
    const auto text =
        protocol::decompress(body.toStdString(), protocol::Encoding::Zstd, protocol::maxBodyBytes);
    const auto batch = protocol::decodeBatch(text ? *text : std::string());
    const bool poisoned =
        text && !poison.isEmpty() && QByteArray::fromStdString(*text).contains(poison);
    if (!batch || poisoned || !protocol::verifySignature(*batch, publicKey))
        return answer(socket, 400, R"({"code":"request-malformed","detail":"Unreadable."})");
    const auto result = QByteArray::fromStdString(protocol::encodeAnswer(take(*batch)));
    if (fault == Fault::LoseAnswer)
        return socket->abort();
    if (fault == Fault::CutAnswer) {
        socket->write(
            "HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(result.size()) + "\r\n\r\n" +
            result.left(result.size() / 2));
        return socket->disconnectFromHost();
    }
    answer(socket, 200, result);
}

void FakeCentral::takeHeartbeat(QTcpSocket *socket, const QByteArray &body)
{
    ++heartbeats;
    heartbeat = body;
    if (!heartbeatWait.isEmpty())
        return answer(socket, 503, laterBody, heartbeatWait);
    if (!m_isKnown)
        return answer(socket, 401, R"({"code":"unauthenticated","detail":"Unknown token."})");
    protocol::BatchAnswer told;
    told.serverTime = serverTime.value_or(SystemClock().now());
    told.have = have.empty() ? known() : have;
    auto whole = parseJson(protocol::encodeAnswer(told))->as_object();
    json::array ids;
    for (const auto &id : erase)
        ids.emplace_back(id.text());
    whole["erase"] = std::move(ids);
    answer(socket, 200, QByteArray::fromStdString(json::serialize(whole)));
}

/// Per chain the highest n of which 1…n are here.
protocol::Have FakeCentral::known() const
{
    std::map<Uuid, std::set<std::int64_t>> sequences;
    for (const auto &[id, canonical] : records) {
        const auto record = parseJson(canonical);
        const auto &object = record->as_object();
        const auto chain = Uuid::parse(view(*findString(object, "chain")));
        sequences[*chain].insert(*findInteger(object, "sequence"));
    }
    protocol::Have out;
    for (const auto &[chain, numbers] : sequences) {
        auto &contiguous = out[chain];
        for (const auto number : numbers)
            contiguous += number == contiguous + 1;
    }
    return out;
}

protocol::BatchAnswer FakeCentral::take(const protocol::Batch &batch)
{
    ++batches;
    protocol::BatchAnswer answer;
    answer.serverTime = serverTime.value_or(SystemClock().now());
    for (const auto &record : batch.checks) {
        const std::string id(view(*findString(record, "id")));
        const auto canonical = canonicalJson(record).value();
        protocol::Outcome outcome{id, protocol::Status::Accepted, "", ""};
        if (const auto code = rejected.find(id); code != rejected.end()) {
            outcome = {id, protocol::Status::Rejected, code->second, "Told so by the test."};
        } else if (const auto known = records.find(id); known != records.end()) {
            const bool same = known->second == canonical;
            conflicts += !same;
            outcome.status = same ? protocol::Status::Duplicate : protocol::Status::Conflict;
        } else {
            records[id] = canonical;
        }
        outcome.countedOn = countedOn;
        answer.results.push_back(outcome);
    }
    answer.have = have;
    return answer;
}

} // namespace vouch::test

#include "moc_fake_central.cpp"

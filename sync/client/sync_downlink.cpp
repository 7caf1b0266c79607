#include "sync/client/sync_client.h"

#include "core/base/crypto.h"
#include "sync/client/reply.h"

/// What comes down to the tablet: configuration, the store's figures, news of answers.
namespace vouch::client {

namespace {

constexpr const char *configKey = "config.body";
constexpr const char *etagKey = "config.etag";
constexpr std::size_t sealingKeyBytes = 32;
/// The server sends a comment every 15 s; a silence of this length is a dead connection.
constexpr std::chrono::milliseconds eventsTimeout{45000};

Failure unreadable()
{
    return {"answer-malformed", "The server's figures cannot be read.", ""};
}

/// A row of GET /api/v1/nps.
Result<metrics::Tally> tallyOf(const json::value &value)
{
    const auto failure = unreadable();
    metrics::Tally tally;
    const auto *row = value.if_object();
    const auto *histogram = row ? findArray(*row, "histogram") : nullptr;
    if (!histogram || histogram->size() != tally.histogram.size())
        return failure;
    for (std::size_t score = 0; score < histogram->size(); ++score) {
        const auto *count = (*histogram)[score].if_int64();
        if (!count || *count < 0)
            return failure;
        tally.histogram[score] = *count;
    }
    return tally;
}

/// Of by=day.
Result<std::vector<metrics::DayTally>> daysFrom(const json::object &answer)
{
    const auto *rows = findArray(answer, "rows");
    if (!rows)
        return unreadable();
    std::vector<metrics::DayTally> out;
    for (const auto &row : *rows) {
        const auto tally = tallyOf(row);
        const auto *key = tally ? findString(row.get_object(), "key") : nullptr;
        const auto day = key ? parseDay(view(*key)) : Result<Day>(unreadable());
        if (!tally || !day)
            return unreadable();
        out.push_back({*day, *tally});
    }
    return out;
}

} // namespace

Result<std::optional<std::string>> SyncClient::config() const
{
    return m_store.setting(configKey);
}

void SyncClient::pullConfig()
{
    if (!m_identity)
        return;
    auto asked = request(QStringLiteral("/api/v1/config"));
    const auto etag = m_store.setting(etagKey);
    if (etag && *etag)
        asked.setRawHeader("If-None-Match", QByteArray::fromStdString(**etag));
    auto *reply = bounded(m_network.get(asked));
    m_signOfLife = reply;
    connect(reply, &QNetworkReply::finished, this, [this, reply] {
        reply->deleteLater();
        configAnswered(reply);
        beat(); // not beside it: either may bring a new token, and only the last one given holds
    });
}

void SyncClient::heedWait(const QNetworkReply *reply)
{
    m_leftAloneUntil = m_clock.monotonicMs() + retryAfter(reply, m_clock.now()).count();
}

bool SyncClient::isLeftAlone() const
{
    return m_clock.monotonicMs() < m_leftAloneUntil;
}

void SyncClient::configAnswered(QNetworkReply *reply)
{
    heedWait(reply);
    takeToken(reply);
    if (statusOf(reply) == 401)
        tokenUnknown();
    if (statusOf(reply) != 200 || reply->error() != QNetworkReply::NoError)
        return; // unchanged, or out of reach: what there is stays in force
    const auto body = reply->readAll().toStdString();
    const auto parsed = parseJson(body);
    const auto *object = parsed ? parsed->if_object() : nullptr;
    if (!object || !findArray(*object, "checklists"))
        return;
    // First: with the configuration kept and this not, the server would say "unchanged" for ever.
    if (const auto moved = takeIdentityFrom(*object); !moved)
        return;
    const auto saved =
        m_store.setSettings({{configKey, body}, {etagKey, reply->rawHeader("ETag").toStdString()}});
    if (saved)
        emit configChanged();
}

Result<void> SyncClient::takeIdentityFrom(const json::object &config)
{
    if (!m_identity)
        return {};
    auto identity = *m_identity;
    const auto *store = findObject(config, "store");
    if (const auto *id = store ? findString(*store, "id") : nullptr; id && !id->empty())
        identity.store = view(*id);
    const auto *sealing = findObject(config, "sealing_key");
    const auto *keyId = sealing ? findString(*sealing, "id") : nullptr;
    const auto *key = sealing ? findString(*sealing, "key") : nullptr;
    const auto bytes = key ? crypto::fromBase64(view(*key)) : std::nullopt;
    if (keyId && !keyId->empty() && bytes && bytes->size() == sealingKeyBytes) {
        identity.sealingKeyId = view(*keyId);
        identity.sealingKey = *bytes;
    }
    if (identity.store == m_identity->store && identity.sealingKeyId == m_identity->sealingKeyId &&
        identity.sealingKey == m_identity->sealingKey)
        return {};
    if (const auto saved = saveIdentity(m_store, identity); !saved)
        return saved;
    m_identity = std::move(identity);
    return {};
}

QNetworkReply *
SyncClient::askStore(const QString &path, const protocol::StoreQuestion &question, QUrlQuery query)
{
    query.addQueryItem("store", QString::fromStdString(m_identity->store));
    if (question.from)
        query.addQueryItem("from", QString::fromStdString(formatDay(*question.from)));
    if (question.to)
        query.addQueryItem("to", QString::fromStdString(formatDay(*question.to)));
    if (!question.checklist.empty())
        query.addQueryItem("checklist", QString::fromStdString(question.checklist));
    query.addQueryItem("marked", question.unmarkedOnly ? "exclude" : "include");
    return bounded(m_network.get(request(path + u'?' + query.toString(QUrl::FullyEncoded))));
}

void SyncClient::requestStoreFigures(const protocol::StoreQuestion &question)
{
    if (!m_identity) {
        emit storeFiguresFailed(tr("This tablet is not enrolled."));
        return;
    }
    if (m_glance) {
        m_nextGlance = question;
        return;
    }
    m_glance = askStore(QStringLiteral("/api/v1/glance"), question, {});
    connect(m_glance, &QNetworkReply::finished, this, [this, question, reply = m_glance.data()] {
        reply->deleteLater();
        m_glance.clear();
        if (!m_nextGlance || *m_nextGlance == question)
            storeAnswered(reply);
        if (const auto next = std::exchange(m_nextGlance, {}))
            requestStoreFigures(*next);
    });
}

void SyncClient::storeAnswered(QNetworkReply *reply)
{
    const auto parsed = parseJson(reply->readAll().toStdString());
    const auto *object = parsed ? parsed->if_object() : nullptr;
    if (statusOf(reply) != 200 || !object) {
        emit storeFiguresFailed(reply->errorString());
        return;
    }
    if (const auto glance = protocol::glanceFrom(*object))
        emit storeFigures(*glance);
    else
        emit storeFiguresFailed(QString::fromStdString(glance.failure().message));
}

void SyncClient::requestStoreLatest()
{
    if (!m_identity)
        return;
    if (m_latest) {
        m_latestAgain = true;
        return;
    }
    m_latest = bounded(m_network.get(request(QStringLiteral("/api/v1/glance/latest"))));
    connect(m_latest, &QNetworkReply::finished, this, [this, reply = m_latest.data()] {
        reply->deleteLater();
        m_latest.clear();
        const auto parsed = parseJson(reply->readAll().toStdString());
        const auto *object = parsed ? parsed->if_object() : nullptr;
        if (statusOf(reply) == 200 && object)
            if (const auto latest = protocol::latestFrom(*object))
                emit storeLatest(*latest);
        if (std::exchange(m_latestAgain, false))
            requestStoreLatest();
    });
}

void SyncClient::requestStoreDays(const protocol::StoreQuestion &question)
{
    if (!m_identity)
        return;
    QUrlQuery query;
    query.addQueryItem("by", "day");
    auto *reply = askStore(QStringLiteral("/api/v1/nps"), question, query);
    connect(reply, &QNetworkReply::finished, this, [this, reply] {
        reply->deleteLater();
        const auto parsed = parseJson(reply->readAll().toStdString());
        const auto *object = parsed ? parsed->if_object() : nullptr;
        if (statusOf(reply) != 200 || !object)
            return; // the change stays unsaid
        if (const auto days = daysFrom(*object))
            emit storeDays(*days);
    });
}

void SyncClient::watchStore(bool on)
{
    m_watching = on;
    if (on)
        return openEvents();
    m_eventsRetry.stop();
    if (m_events) {
        m_events->disconnect(this);
        m_events->abort();
        m_events->deleteLater();
    }
}

void SyncClient::openEvents()
{
    if (!m_watching || !m_identity || m_events)
        return;
    auto asked = request(QStringLiteral("/api/v1/events"));
    asked.setRawHeader("Accept", "text/event-stream");
    asked.setTransferTimeout(static_cast<int>(eventsTimeout.count()));
    m_events = m_network.get(asked);
    connect(m_events, &QNetworkReply::readyRead, this, &SyncClient::readEvents);
    connect(m_events, &QNetworkReply::finished, this, [this, reply = m_events.data()] {
        reply->deleteLater();
        m_events.clear();
        if (m_watching)
            m_eventsRetry.start(
                std::max(m_options.firstRetry * 5, retryAfter(reply, m_clock.now())));
    });
}

void SyncClient::readEvents()
{
    // Only that something changed matters: the figures are asked for, so nothing is parsed.
    bool changed = false;
    while (m_events->canReadLine())
        changed = m_events->readLine().startsWith("data:") || changed;
    if (changed)
        emit storeChanged();
}

} // namespace vouch::client

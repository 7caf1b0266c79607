#include "core/base/boot.h"
#include "core/check/check.h"
#include "sample_check.h"
#include "sync/client/sync_client.h"

#include <CLI/CLI.hpp>

#include <QCoreApplication>
#include <QMetaEnum>
#include <QSslConfiguration>

#include <sys/resource.h>

#include <fstream>
#include <iostream>

/// A kiosk without a screen: the shipped SyncClient over the shipped KioskStore, told by its
/// options what to do, for tests that need many, or quick, or killed ones. Prints one JSON object a
/// line.
namespace {

using namespace vouch;
using std::chrono::milliseconds;

struct Options
{
    std::filesystem::path data;
    std::string server;
    std::string enrol;
    std::string certificates;
    std::string shop;            ///< what the answers say, instead of the tablet's own
    int make = 0;                ///< answers, before anything is sent
    int days = 1;                ///< over so many days up to now
    int more = 0;                ///< answers, while sending
    int every = 5;               ///< ms between them
    int seconds = 30;            ///< until it gives up
    int timeout = 2000;          ///< ms
    int retry = 100;             ///< ms, the longest
    int poll = 200;              ///< ms
    std::int64_t clockError = 0; ///< seconds
    int commentSize = 40;
    std::string comments; ///< a file with a JSON array of what the answers say in turn, instead
    bool figures = false; ///< the manager's, with every line
    bool jumps = false;   ///< the clock goes anywhere before each answer
    bool tell = false;    ///< each answer's id, once it is on the disk
    bool send = true;
    bool ask = false;        ///< what the server has, and ends no sooner than that is known
    bool quarantine = false; ///< what is there at the end is no reason to go on
};

/// The machine's clock, set wrong, and as it was a while ago on a machine that never rests.
class WrongClock : public Clock
{
public:
    Timestamp now() const override { return m_system.now() + error - ago; }
    std::int64_t monotonicMs() const override
    {
        return m_system.monotonicMs() + (runningFor - ago).count();
    }

    milliseconds error{0};
    milliseconds ago{0};

private:
    static constexpr milliseconds runningFor = std::chrono::days(366);
    SystemClock m_system;
};

void print(const json::object &line)
{
    std::cout << json::serialize(line) << std::endl;
}

[[noreturn]] void giveUp(const Failure &failure)
{
    print({{"end", "failed"}, {"code", failure.code}, {"reason", failure.message}});
    std::exit(1);
}

template <class T> T need(Result<T> result)
{
    if (!result)
        giveUp(result.failure());
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

class Drain : public QObject
{
public:
    explicit Drain(Options options)
        : m_options(std::move(options))
        , m_store(
              (m_clock.error = std::chrono::seconds(m_options.clockError),
               need(storage::KioskStore::open(m_options.data, m_clock))))
        , m_client(*m_store, m_clock, syncOptions())
    {
        connect(&m_client, &client::SyncClient::stateChanged, this, [this] { tell(); });
        connect(&m_client, &client::SyncClient::outboxChanged, this, [this] { tell(); });
        connect(
            &m_client, &client::SyncClient::enrolmentFailed, this, [this](const QString &reason) {
                print({{"enrolment", reason.toStdString()}});
                QTimer::singleShot(m_options.retry, this, [this] { enrol(); });
            });
        connect(&m_client, &client::SyncClient::enrolled, this, [this] { m_enrolled = true; });
        connect(&m_client, &client::SyncClient::haveTold, this, [this] { m_options.ask = false; });
        connect(&m_client, &client::SyncClient::haveUnknown, this, [this] { m_client.askHave(); });
        connect(&m_look, &QTimer::timeout, this, [this] { look(); });
        connect(&m_maker, &QTimer::timeout, this, [this] {
            if (m_options.more-- > 0) {
                answer();
                m_client.poke();
            }
        });
    }

    int run()
    {
        if (!m_options.comments.empty())
            readComments();
        need(m_store->closeLeftOpen(m_clock.monotonicMs()));
        for (int left = m_options.make; left > 0; --left) {
            m_clock.ago = milliseconds(86'400'000LL * m_options.days * left / m_options.make);
            answer();
        }
        m_clock.ago = milliseconds(0);
        print({{"made", m_options.make}});
        if (!m_options.send)
            return finish("made");
        m_start = m_clock.monotonicMs();
        need(m_client.start());
        if (!m_options.enrol.empty())
            enrol();
        if (m_options.ask)
            m_client.askHave();
        m_look.start(5);
        m_maker.start(m_options.every);
        QCoreApplication::exec();
        return finish(m_drained ? "drained" : "deadline");
    }

private:
    client::SyncClient::Options syncOptions() const
    {
        client::SyncClient::Options options;
        options.firstRetry = milliseconds(std::min(20, m_options.retry));
        options.longestRetry = milliseconds(m_options.retry);
        options.requestTimeout = milliseconds(m_options.timeout);
        options.pollInterval = milliseconds(m_options.poll);
        return options;
    }

    void enrol()
    {
        const auto url = need(client::serverUrl(QString::fromStdString(m_options.server)));
        m_client.enrol(url, QString::fromStdString(m_options.enrol), "drain");
    }

    void readComments()
    {
        std::ifstream file(m_options.comments);
        const std::string text(std::istreambuf_iterator<char>(file), {});
        const auto comments = need(parseJson(text));
        for (const auto &each : comments.as_array())
            m_comments.emplace_back(each.as_string());
    }

    json::string comment() const
    {
        if (m_comments.empty())
            return json::string(std::size_t(m_options.commentSize), 'x');
        return m_comments[std::size_t(m_count - 1) % m_comments.size()];
    }

    void answer()
    {
        if (m_options.jumps)
            m_clock.error =
                std::chrono::hours(crypto::randomBelow(40 * 8766)) - std::chrono::hours(20 * 8766);
        const auto identity = need(client::loadIdentity(*m_store));
        const int score = static_cast<int>(m_count++ % 11);
        auto check = test::sampleCheck(m_clock, score);
        check.boot = currentBoot();
        check.device = identity ? identity->device : Uuid();
        check.store = !m_options.shop.empty() ? m_options.shop
                      : identity              ? identity->store
                                              : std::string();
        check.hour = static_cast<int>(
            std::chrono::duration_cast<std::chrono::hours>(check.openedAt - check.day).count());
        check.items.push_back(
            {score >= 9 ? "liked" : "improve",
             std::string(check::item_type::choices),
             json::array{"staff", "prices"},
             {},
             {},
             0});
        check.items.push_back(
            {"comment", std::string(check::item_type::text), comment(), {}, {}, 0});
        need(m_store->openCheck(check));
        need(m_store->complete(check.id));
        need(m_store->close(check.id, m_clock.monotonicMs()));
        if (m_options.tell) {
            auto id = check.id.text();
            std::erase(id, '-');
            print({{"answer", id}});
        }
    }

    void tell()
    {
        const auto outbox = need(m_store->outbox());
        json::object line{
            {"state", QMetaEnum::fromType<client::SyncState>().valueToKey(int(m_client.state()))},
            {"trouble", m_client.trouble().toStdString()},
            {"waiting", outbox.waiting},
            {"quarantined", outbox.quarantined}};
        if (m_options.figures)
            line["figures"] = figures();
        print(line);
    }

    /// Of the periods of the manager's page: today, 7 days, 30 days, all.
    json::array figures()
    {
        const auto today = std::chrono::floor<std::chrono::days>(m_clock.now());
        json::array out;
        for (const int days : {1, 7, 30, 0}) {
            storage::DayRange range;
            if (days > 0)
                range = {today - std::chrono::days(days - 1), today};
            json::array counts;
            for (const auto count : need(m_store->figures(range, {})).all.histogram)
                counts.emplace_back(count);
            json::object period{{"histogram", std::move(counts)}};
            period["from"] = range.from ? json::value(formatDay(*range.from)) : nullptr;
            period["to"] = range.to ? json::value(formatDay(*range.to)) : nullptr;
            out.push_back(std::move(period));
        }
        return out;
    }

    void look()
    {
        const auto outbox = need(m_store->outbox());
        m_drained = (m_enrolled || m_options.enrol.empty()) &&
                    m_client.state() == client::SyncState::Idle && outbox.waiting == 0 &&
                    (m_options.quarantine || outbox.quarantined == 0) && m_options.more <= 0 &&
                    !m_options.ask;
        if (m_drained || m_clock.monotonicMs() - m_start > m_options.seconds * 1000LL)
            QCoreApplication::quit();
    }

    int finish(const char *end)
    {
        const auto outbox = need(m_store->outbox());
        rusage usage{};
        ::getrusage(RUSAGE_SELF, &usage);
        print(
            {{"end", end},
             {"waiting", outbox.waiting},
             {"quarantined", outbox.quarantined},
             {"figures", figures()},
             {"ms", m_clock.monotonicMs() - m_start},
             {"peak_kib", usage.ru_maxrss}});
        return m_options.send && !m_drained;
    }

    Options m_options;
    WrongClock m_clock;
    std::unique_ptr<storage::KioskStore> m_store;
    client::SyncClient m_client;
    QTimer m_look;
    QTimer m_maker;
    std::int64_t m_start = 0;
    std::int64_t m_count = 0;
    std::vector<json::string> m_comments;
    bool m_enrolled = false;
    bool m_drained = false;
};

} // namespace

int main(int argc, char **argv)
{
    Options options;
    CLI::App app("A kiosk without a screen, for tests");
    bool keep = false;
    app.add_option("--data", options.data)->required();
    app.add_option("--server", options.server);
    app.add_option("--enrol", options.enrol);
    app.add_option("--ca", options.certificates);
    app.add_option("--shop", options.shop);
    app.add_option("--make", options.make);
    app.add_option("--days", options.days);
    app.add_option("--more", options.more);
    app.add_option("--every", options.every);
    app.add_option("--seconds", options.seconds);
    app.add_option("--timeout", options.timeout);
    app.add_option("--retry", options.retry);
    app.add_option("--poll", options.poll);
    app.add_option("--clock-error", options.clockError);
    app.add_option("--comment-size", options.commentSize);
    app.add_option("--comments", options.comments);
    app.add_flag("--figures", options.figures);
    app.add_flag("--jumps", options.jumps);
    app.add_flag("--quarantine", options.quarantine);
    app.add_flag("--tell", options.tell);
    app.add_flag("--ask", options.ask);
    app.add_flag("--keep", keep);
    CLI11_PARSE(app, argc, argv);
    options.send = !keep;
    const QCoreApplication qt(argc, argv);
    if (!options.certificates.empty()) {
        auto tls = QSslConfiguration::defaultConfiguration();
        tls.addCaCertificates(QString::fromStdString(options.certificates));
        QSslConfiguration::setDefaultConfiguration(tls);
    }
    return Drain(options).run();
}

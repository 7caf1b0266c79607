#include "app/sim/till_state.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <sstream>

namespace vouch::sim {

namespace {

constexpr std::int64_t format = 1;

Failure malformed(const std::filesystem::path &file)
{
    return {
        "state-malformed",
        "This is no state that vouch-sim wrote. Name another file, or remove it and enrol anew.",
        file.string()};
}

json::object tillJson(const Till &till)
{
    json::array outbox;
    for (const auto &each : till.outbox)
        outbox.emplace_back(each.sealed.canonical);
    return {
        {"store", till.store},
        {"number", till.number},
        {"public_key", crypto::toBase64(till.key.publicKey)},
        {"secret_key", crypto::toBase64(till.key.secretKey)},
        {"device", till.device.text()},
        {"token", till.token},
        {"chain", till.head.chain.text()},
        {"sequence", till.head.sequence},
        {"hash", till.head.hash},
        {"outbox", std::move(outbox)}};
}

/// Reads members; remembers whether all were there and well-formed.
class Members
{
public:
    explicit Members(const json::object &object)
        : m_object(object)
    {
    }

    std::string text(std::string_view key)
    {
        const auto *value = findString(m_object, key);
        m_fine = m_fine && value;
        return value ? std::string(view(*value)) : std::string();
    }
    std::int64_t integer(std::string_view key)
    {
        const auto value = findInteger(m_object, key);
        m_fine = m_fine && value;
        return value.value_or(0);
    }
    const json::array &array(std::string_view key)
    {
        static const json::array none;
        const auto *value = findArray(m_object, key);
        m_fine = m_fine && value;
        return value ? *value : none;
    }
    template <class T> T take(Result<T> result, T otherwise = {})
    {
        m_fine = m_fine && result;
        return result ? std::move(*result) : std::move(otherwise);
    }
    std::string bytes(std::string_view key)
    {
        const auto decoded = crypto::fromBase64(text(key));
        m_fine = m_fine && decoded;
        return decoded.value_or(std::string());
    }
    bool fine() const { return m_fine; }

private:
    const json::object &m_object;
    bool m_fine = true;
};

std::optional<Till> tillFrom(const json::value &value)
{
    if (!value.is_object())
        return std::nullopt;
    Members members(value.get_object());
    Till till;
    till.store = members.text("store");
    till.number = static_cast<int>(members.integer("number"));
    till.key = {members.bytes("public_key"), members.bytes("secret_key")};
    till.device = members.take(Uuid::parse(members.text("device")));
    till.token = members.text("token");
    till.head.chain = members.take(Uuid::parse(members.text("chain")));
    till.head.sequence = members.integer("sequence");
    till.head.hash = members.text("hash");
    for (const auto &record : members.array("outbox")) {
        auto waiting = record.is_string() ? Waiting::from(std::string(view(record.get_string())))
                                          : Result<Waiting>(Failure{});
        till.outbox.push_back(members.take(std::move(waiting)));
    }
    return members.fine() ? std::optional(std::move(till)) : std::nullopt;
}

std::optional<ChainState> stateFrom(const json::object &object)
{
    Members members(object);
    ChainState state;
    const auto written = members.integer("format");
    state.seed = static_cast<std::uint64_t>(members.integer("seed"));
    state.window = {
        members.take(parseDay(members.text("first"))),
        members.take(parseDay(members.text("last")))};
    state.madeUntil = members.take(parseUtc(members.text("made_until")));
    for (const auto &each : members.array("tills")) {
        auto till = tillFrom(each);
        if (!till)
            return std::nullopt;
        state.tills.push_back(std::move(*till));
    }
    return members.fine() && written == format ? std::optional(std::move(state)) : std::nullopt;
}

Failure unwritable(const std::filesystem::path &file)
{
    return {
        "state-unwritable",
        std::string("The state cannot be written: ") + std::strerror(errno) + ".", file.string()};
}

/// `umask` cannot widen what is asked for here.
Result<void> writeWhole(const std::filesystem::path &file, const std::string &text)
{
    const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return unwritable(file);
    std::size_t done = 0;
    while (done < text.size()) {
        const auto wrote = ::write(descriptor, text.data() + done, text.size() - done);
        if (wrote < 0 && errno != EINTR)
            break;
        done += wrote > 0 ? static_cast<std::size_t>(wrote) : 0;
    }
    const bool whole = done == text.size() && ::fsync(descriptor) == 0;
    if (::close(descriptor) != 0 || !whole)
        return unwritable(file);
    return {};
}

} // namespace

Till *ChainState::find(const std::string &store, int number)
{
    for (auto &till : tills) {
        if (till.store == store && till.number == number)
            return &till;
    }
    return nullptr;
}

Result<std::optional<ChainState>> loadState(const std::filesystem::path &file)
{
    std::error_code error;
    if (!std::filesystem::exists(file, error) && !error)
        return std::optional<ChainState>();
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    if (!in.is_open() || in.bad())
        return Failure{"state-unreadable", "The state cannot be read.", file.string()};
    const auto parsed = parseJson(text.str());
    if (!parsed || !parsed->is_object())
        return malformed(file);
    auto state = stateFrom(parsed->get_object());
    if (!state)
        return malformed(file);
    return state;
}

Result<void> saveState(const ChainState &state, const std::filesystem::path &file)
{
    json::array tills;
    for (const auto &till : state.tills)
        tills.push_back(tillJson(till));
    const json::object whole{
        {"format", format},
        {"seed", static_cast<std::int64_t>(state.seed)},
        {"first", formatDay(state.window.first)},
        {"last", formatDay(state.window.last)},
        {"made_until", formatUtc(state.madeUntil)},
        {"tills", std::move(tills)}};
    auto beside = file;
    beside += ".new";
    if (auto written = writeWhole(beside, json::serialize(whole) + "\n"); !written)
        return written;
    if (::rename(beside.c_str(), file.c_str()) != 0)
        return unwritable(file);
    return {};
}

} // namespace vouch::sim

#include "core/storage/stored_check.h"

#include "core/storage/kiosk_store_private.h"

namespace vouch::storage {

bool isId(const StoredValue &value)
{
    const auto *bytes = blobOf(value);
    return bytes && bytes->size() == 16;
}

Uuid idOf(const StoredValue &value)
{
    const auto *bytes = blobOf(value);
    const auto id = bytes ? Uuid::fromBytes(bytes->data(), bytes->size()) : Result<Uuid>(Uuid());
    return id ? *id : Uuid();
}

bool looksLikeCheck(const StoredRow &row)
{
    return row.values.size() >= column::ofFirstSchema && isId(row.values[column::id]) &&
           isId(row.values[column::device]) && textOf(row.values[column::kind]);
}

const StoredValue &valueAt(const StoredRow &row, std::size_t index)
{
    static const StoredValue none;
    return index < row.values.size() ? row.values[index] : none;
}

std::optional<json::array> textsOf(const StoredValue &value)
{
    const auto *text = textOf(value);
    auto parsed = text ? parseJson(*text) : Result<json::value>(json::value());
    if (!parsed || !parsed->is_array())
        return std::nullopt;
    for (const auto &each : parsed->get_array()) {
        if (!each.is_string())
            return std::nullopt;
    }
    return parsed->get_array();
}

std::string orEmpty(const StoredValue &value)
{
    const auto *text = textOf(value);
    return text ? *text : std::string();
}

std::int64_t orZero(const StoredValue &value)
{
    const auto *integer = integerOf(value);
    return integer ? *integer : 0;
}

std::optional<check::Check> unsealedOf(const StoredRow &row)
{
    const auto &values = row.values;
    const auto day = parseDay(orEmpty(values[column::day]));
    const auto state = check::stateFrom(orEmpty(values[column::state]));
    const auto marks = textsOf(values[column::marks]);
    const auto hour = orZero(values[column::hour]);
    const auto *score = integerOf(values[column::score]);
    if (!day || !state || !marks || hour < 0 || hour > 23 || !integerOf(values[column::openedAt]) ||
        !isId(values[column::boot]) || (score && (*score < 0 || *score > 10)))
        return std::nullopt;
    check::Check out;
    out.id = idOf(values[column::id]);
    out.device = idOf(values[column::device]);
    out.store = orEmpty(values[column::store]);
    out.kind = orEmpty(values[column::kind]);
    out.checklist = orEmpty(values[column::checklist]);
    out.version = static_cast<int>(orZero(values[column::version]));
    out.series = orEmpty(values[column::series]);
    out.touchpoint = orEmpty(values[column::touchpoint]);
    out.language = orEmpty(values[column::language]);
    out.openedAt = timestamp(orZero(values[column::openedAt]));
    out.closedAt = timestamp(orZero(values[column::closedAt]));
    out.utcOffsetMinutes = static_cast<int>(orZero(values[column::utcOffset]));
    out.day = *day;
    out.hour = static_cast<int>(hour);
    out.boot = idOf(values[column::boot]);
    out.monotonicMs = orZero(values[column::monotonic]);
    out.state = *state;
    if (score)
        out.score = static_cast<int>(*score);
    for (const auto &mark : *marks)
        out.marks.emplace_back(view(mark.as_string()));
    if (auto body = parseJson(orEmpty(valueAt(row, column::body))); body && body->is_object())
        out.body = body->get_object();
    return out;
}

} // namespace vouch::storage

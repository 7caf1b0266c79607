#include "sync/server/store/personal_content.h"

#include "core/check/check.h"

namespace vouch::server {

namespace {

/// Every erasable item with content has a salt, and no other.
constexpr std::string_view saltMember = "\"salt\":";

json::array *itemsOf(json::value &record)
{
    auto *object = record.if_object();
    auto *items = object ? object->if_contains("items") : nullptr;
    return items ? items->if_array() : nullptr;
}

bool hasContent(const json::object &item)
{
    const auto *type = findString(item, "type");
    return type && check::isErasable(view(*type)) &&
           (item.contains("value") || item.contains("salt"));
}

bool isContact(const json::object &item)
{
    return view(*findString(item, "type")) == check::item_type::contact;
}

} // namespace

PersonalContent personalContent(std::string_view canonical)
{
    PersonalContent out;
    if (canonical.find(saltMember) == canonical.npos)
        return out;
    auto record = parseJson(canonical);
    auto *items = record ? itemsOf(*record) : nullptr;
    for (std::size_t i = 0; items && i < items->size(); ++i) {
        const auto *item = (*items)[i].if_object();
        if (!item || !hasContent(*item))
            continue;
        (isContact(*item) ? out.contact : out.comment) = true;
        const auto *value = isContact(*item) ? item->if_contains("value") : nullptr;
        const auto *object = value ? value->if_object() : nullptr;
        if (const auto *code = object ? findString(*object, "erasure") : nullptr)
            out.erasure = view(*code);
    }
    return out;
}

std::optional<std::string> withoutPersonal(std::string_view canonical, const ErasedKinds &kinds)
{
    auto record = parseJson(canonical);
    auto *items = record ? itemsOf(*record) : nullptr;
    bool changed = false;
    for (std::size_t i = 0; items && i < items->size(); ++i) {
        auto *item = (*items)[i].if_object();
        if (!item || !hasContent(*item) || !(isContact(*item) ? kinds.contact : kinds.comment))
            continue;
        item->erase("value");
        item->erase("salt");
        changed = true;
    }
    if (!changed)
        return std::nullopt;
    // What cannot be written canonically was kept as it came, and so is this.
    const auto text = canonicalJson(*record);
    return text ? *text : json::serialize(*record);
}

} // namespace vouch::server

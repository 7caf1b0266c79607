#include "core/check/record_view.h"

#include <array>
#include <utility>

namespace vouch::check {

namespace {

using Member = std::pair<std::string_view, JsonText RecordView::*>;

/// In the order of the canonical form.
constexpr std::array<Member, 19> known{{
    {"\"chain\"", &RecordView::chain},
    {"\"channel\"", &RecordView::channel},
    {"\"checklist\"", &RecordView::checklist},
    {"\"closed_at\"", &RecordView::closedAt},
    {"\"device\"", &RecordView::device},
    {"\"hash\"", &RecordView::hash},
    {"\"id\"", &RecordView::id},
    {"\"kind\"", &RecordView::kind},
    {"\"language\"", &RecordView::language},
    {"\"marks\"", &RecordView::marks},
    {"\"opened_at\"", &RecordView::openedAt},
    {"\"score\"", &RecordView::score},
    {"\"sequence\"", &RecordView::sequence},
    {"\"series\"", &RecordView::series},
    {"\"state\"", &RecordView::state},
    {"\"store\"", &RecordView::store},
    {"\"touchpoint\"", &RecordView::touchpoint},
    {"\"utc_offset_minutes\"", &RecordView::utcOffsetMinutes},
    {"\"version\"", &RecordView::version},
}};

bool readItem(JsonText object, ItemView &item)
{
    return object.members([&](JsonText key, JsonText value) {
        if (key.is("question"))
            item.question = value;
        else if (key.is("type"))
            item.type = value;
        else if (key.is("value"))
            item.value = value;
    });
}

} // namespace

bool RecordView::read(std::string_view canonical)
{
    for (const auto &[key, member] : known)
        this->*member = {};
    items.clear();
    bool sound = true;
    const auto *next = known.begin();
    const bool whole = JsonText(canonical).members([&](JsonText key, JsonText value) {
        while (next != known.end() && next->first < key.raw())
            ++next;
        if (next != known.end() && next->first == key.raw()) {
            this->*(next++)->second = value;
        } else if (key.is("items")) {
            sound = value.elements([&](JsonText element) {
                sound = readItem(element, items.emplace_back()) && sound;
            }) && sound;
        }
    });
    return whole && sound && id.isText() && kind.isText() && store.isText();
}

const ItemView *RecordView::find(std::string_view question) const
{
    for (const auto &item : items)
        if (item.question.is(question))
            return &item;
    return nullptr;
}

} // namespace vouch::check

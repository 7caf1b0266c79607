#include "app/central/administration_work.h"
#include "app/central/command.h"
#include "sync/server/api/device_json.h"
#include "sync/server/api/enrolment_label.h"
#include "sync/server/api/pin_setting.h"
#include "sync/server/store/store.h"

#include <algorithm>

namespace vouch::central {

using server::Store;

namespace {

Result<Uuid> idIn(const json::object &request)
{
    return Uuid::parse(textOf(request, "id"));
}

/// server (empty: labels without a QR code)
Result<json::object> labelOf(const server::DeviceCode &code, const json::object &request)
{
    const auto given = textOf(request, "server");
    if (given.empty())
        return server::labelJson(code, {});
    const auto url = server::checkedServerUrl(given);
    if (!url)
        return url.failure();
    return server::labelJson(code, *url);
}

Result<void> checkServer(const json::object &request)
{
    const auto given = textOf(request, "server");
    const auto url =
        given.empty() ? Result<std::string>(std::string()) : server::checkedServerUrl(given);
    return url ? Result<void>() : url.failure();
}

} // namespace

/// store, name
Result<json::object> makeCode(Store &store, const json::object &request, const Sink &)
{
    const auto code =
        store.makeDeviceCode(textOf(request, "store"), textOf(request, "name"), actorOf(request));
    if (!code)
        return code.failure();
    return json::object{{"code", *code}};
}

/// tablets: [{store, name}], server
Result<json::object> makeCodes(Store &store, const json::object &request, const Sink &)
{
    if (const auto fine = checkServer(request); !fine)
        return fine.failure();
    std::vector<server::ExpectedDevice> expected;
    if (const auto *tablets = findArray(request, "tablets"))
        for (const auto &each : *tablets)
            if (const auto *tablet = each.if_object())
                expected.push_back({textOf(*tablet, "store"), textOf(*tablet, "name")});
    const auto made = store.makeDeviceCodes(expected, actorOf(request));
    if (!made)
        return made.failure();
    json::array labels;
    for (const auto &code : *made) {
        auto label = labelOf(code, request);
        if (!label)
            return label.failure();
        labels.push_back(std::move(*label));
    }
    return json::object{{"labels", std::move(labels)}};
}

/// id, server
Result<json::object> replaceDevice(Store &store, const json::object &request, const Sink &)
{
    const auto id = idIn(request);
    if (!id)
        return id.failure();
    if (const auto fine = checkServer(request); !fine)
        return fine.failure();
    const auto made = store.replaceDevice(*id, actorOf(request));
    if (!made)
        return made.failure();
    auto label = labelOf(*made, request);
    if (!label)
        return label.failure();
    return json::object{{"labels", json::array{std::move(*label)}}};
}

/// id; name, store as far as they change
Result<json::object> changeDevice(Store &store, const json::object &request, const Sink &)
{
    const auto id = idIn(request);
    if (!id)
        return id.failure();
    return done(store.changeDevice(
        *id, {filterIn(request, "name"), filterIn(request, "store")}, actorOf(request)));
}

/// store (empty: all)
Result<json::object> listDevices(Store &store, const json::object &request, const Sink &)
{
    const auto shop = textOf(request, "store");
    if (const auto known = checkShop(store, shop); !known)
        return known.failure();
    server::DeviceQuery query;
    if (!shop.empty())
        query.stores = server::StoreSet({shop});
    json::array rows;
    for (bool isMore = true; isMore;) {
        const auto page = store.deviceStatuses(query);
        if (!page)
            return page.failure();
        for (const auto &status : page->devices)
            rows.push_back(server::deviceJson(status));
        isMore = page->next.has_value();
        query.after = page->next.value_or(0);
    }
    return json::object{{"devices", std::move(rows)}};
}

/// id
Result<json::object> revokeDevice(Store &store, const json::object &request, const Sink &)
{
    const auto id = idIn(request);
    if (!id)
        return id.failure();
    return done(store.setDeviceRevoked(*id, true, actorOf(request)));
}

/// id
Result<json::object> restoreDevice(Store &store, const json::object &request, const Sink &)
{
    const auto id = idIn(request);
    if (!id)
        return id.failure();
    return done(store.setDeviceRevoked(*id, false, actorOf(request)));
}

/// id, now: ends the token at once, and gives a code to enrol again with
Result<json::object> rotateDevice(Store &store, const json::object &request, const Sink &)
{
    const auto id = idIn(request);
    if (!id)
        return id.failure();
    const auto *now = request.if_contains("now");
    if (!now || !now->is_bool() || !now->get_bool())
        return done(store.rotateDeviceToken(*id, actorOf(request)));
    if (const auto ended = store.endDeviceToken(*id, actorOf(request)); !ended)
        return ended.failure();
    const auto all = store.devices();
    if (!all)
        return all.failure();
    const auto device = std::find_if(
        all->begin(), all->end(), [&](const server::Device &each) { return each.id == *id; });
    const auto code = store.makeDeviceCode(device->store, device->name, actorOf(request));
    if (!code)
        return code.failure();
    return json::object{{"code", *code}};
}

/// kind, subject, json (absent: see newPublicationFrom), first: [stores], share, store
Result<json::object> publish(Store &store, const json::object &request, const Sink &)
{
    json::object body{{"kind", textOf(request, "kind")}, {"subject", textOf(request, "subject")}};
    if (const auto text = textOf(request, "json"); !text.empty()) {
        const auto value = parseJson(text);
        if (!value)
            return Failure{
                value.failure().code,
                "The value is no JSON: " + value.failure().message +
                    " A text needs quotation marks of its own: '\"question\"'.",
                textOf(request, "subject")};
        body["value"] = *value;
    }
    if (const auto *first = findArray(request, "first"); first && !first->empty())
        body["first"] = *first;
    if (const auto share = findInteger(request, "share"); share && *share != 0)
        body["share"] = *share;
    if (const auto shop = textOf(request, "store"); !shop.empty())
        body["store"] = shop;
    const auto wanted = server::newPublicationFrom(body);
    if (!wanted)
        return wanted.failure();
    const auto number = store.publish(*wanted, actorOf(request));
    if (!number)
        return number.failure();
    return json::object{{"number", *number}};
}

namespace {

Result<json::object> stepPublication(
    Store &store, const json::object &request,
    Result<std::int64_t> (Store::*work)(std::int64_t, const server::Actor &))
{
    const auto number = (store.*work)(findInteger(request, "number").value_or(0), actorOf(request));
    if (!number)
        return number.failure();
    return json::object{{"number", *number}};
}

} // namespace

/// number
Result<json::object> widenPublication(Store &store, const json::object &request, const Sink &)
{
    return stepPublication(store, request, &Store::widenPublication);
}

/// number
Result<json::object> rollBackPublication(Store &store, const json::object &request, const Sink &)
{
    return stepPublication(store, request, &Store::rollBackPublication);
}

/// The newest, at most `limit`
Result<json::object> listPublications(Store &store, const json::object &request, const Sink &)
{
    server::PublicationQuery query;
    query.limit = static_cast<std::size_t>(
        std::clamp<std::int64_t>(findInteger(request, "limit").value_or(50), 1, 1000));
    const auto page = store.publications(query);
    if (!page)
        return page.failure();
    json::array rows;
    for (const auto &each : page->publications)
        rows.push_back(server::publicationJson(each));
    return json::object{{"publications", std::move(rows)}};
}

/// store, role, pin. The PIN comes in clear over a socket that is the owner's alone: only so can
/// it be compared with the others of the store.
Result<json::object> setPin(Store &store, const json::object &request, const Sink &)
{
    const auto role = protocol::pinRoleFrom(textOf(request, "role"));
    if (!role)
        return role.failure();
    return done(server::setNewPin(
        store, textOf(request, "store"), *role, textOf(request, "pin"), actorOf(request)));
}

/// store, role
Result<json::object> removePin(Store &store, const json::object &request, const Sink &)
{
    const auto role = protocol::pinRoleFrom(textOf(request, "role"));
    if (!role)
        return role.failure();
    return done(store.removePin(textOf(request, "store"), *role, actorOf(request)));
}

/// Which shops have which PINs
Result<json::object> listPins(Store &store, const json::object &, const Sink &)
{
    const auto all = store.pins();
    if (!all)
        return all.failure();
    json::array rows;
    for (const auto &pin : *all)
        rows.push_back(json::object{
            {"store", pin.store}, {"role", toText(pin.role)}, {"set_at", formatUtc(pin.setAt)}});
    return json::object{{"pins", std::move(rows)}};
}

} // namespace vouch::central

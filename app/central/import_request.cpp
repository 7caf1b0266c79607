#include "app/central/import_request.h"

#include "app/central/administration_work.h"
#include "sync/server/store/audit.h"

#include "app/central/command.h"
#include "core/base/crypto.h"
#include "sync/protocol/codes.h"
#include "sync/server/store/store.h"

#include <algorithm>

namespace vouch::central {

namespace {

using server::Device;
using server::Store;

/// The tablet that a file says it is from.
Result<Device> deviceOf(const Store &store, const json::object &request)
{
    const auto devices = store.devices();
    if (!devices)
        return devices.failure();
    const auto stated = textOf(request, "device");
    const auto found = std::find_if(devices->begin(), devices->end(), [&](const Device &device) {
        return device.id.text() == stated;
    });
    if (found == devices->end())
        return Failure{
            "device-unknown",
            "No tablet of this chain wrote this file. Enrol the tablet here first, or take the "
            "file "
            "to the server that it belongs to.",
            stated};
    if (crypto::toBase64(found->publicKey) != textOf(request, "public_key"))
        return Failure{
            std::string(protocol::code::signatureInvalid),
            "The file names a tablet of this chain, but it is signed with another key than that "
            "tablet enrolled with.",
            stated};
    return *found;
}

json::object summary(const protocol::BatchAnswer &answer)
{
    json::object out;
    json::array problems;
    for (const auto &outcome : answer.results) {
        auto &count = out[toText(outcome.status)];
        count = (count.is_int64() ? count.get_int64() : 0) + 1;
        if (!outcome.code.empty())
            problems.push_back(json::object{{"code", outcome.code}, {"reason", outcome.reason}});
    }
    out["problems"] = std::move(problems);
    return out;
}

} // namespace

Result<json::object> importBatch(Store &store, const json::object &request, const Sink &)
{
    const auto device = deviceOf(store, request);
    if (!device)
        return device.failure();
    auto batch = protocol::decodeBatch(textOf(request, "batch"));
    if (!batch)
        return batch.failure();
    if (const auto verified = protocol::verifySignature(*batch, device->publicKey); !verified)
        return verified.failure();
    const auto answer = store.ingest(*device, std::move(*batch), server::Arrival::Carried);
    if (!answer)
        return answer.failure();
    auto out = summary(*answer);
    json::object detail(out);
    detail.erase("problems");
    const auto noted = store.noteAudit(
        {server::audited::dataImport, device->id.text(), std::move(detail)}, actorOf(request));
    if (!noted)
        return noted.failure();
    return out;
}

} // namespace vouch::central

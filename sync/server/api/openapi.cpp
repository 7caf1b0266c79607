#include "sync/server/api/openapi.h"

#include "core/base/json.h"
#include "sync/server/api/openapi_schemas.h"

#include <algorithm>
#include <set>

namespace vouch::server {

namespace {

constexpr std::string_view apiRoot = "/api/v1/";

std::string inLowerCase(std::string text)
{
    for (char &c : text) {
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    }
    return text;
}

json::object schemaReference(const std::string &name)
{
    return {{"$ref", "#/components/schemas/" + name}};
}

json::object content(const std::string &type, const std::string &schema)
{
    json::object media;
    if (!schema.empty())
        media["schema"] = schemaReference(schema);
    return {{"content", json::object{{type, std::move(media)}}}};
}

/// "id" of "/devices/{id}/revoke".
std::vector<std::string> pathParametersOf(std::string_view pattern)
{
    std::vector<std::string> out;
    for (auto open = pattern.find('{'); open != pattern.npos; open = pattern.find('{', open + 1))
        out.emplace_back(pattern.substr(open + 1, pattern.find('}', open) - open - 1));
    return out;
}

/// For generated clients: "postDevicesByIdRevoke".
std::string operationIdOf(const Endpoint &endpoint)
{
    std::string_view rest = endpoint.pattern;
    if (rest.starts_with(apiRoot))
        rest.remove_prefix(apiRoot.size());
    std::string out = inLowerCase(endpoint.method);
    bool beginsWord = true;
    for (const char c : rest) {
        if (c == '{')
            out += "By";
        const bool isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (isLetter || (c >= '0' && c <= '9'))
            out += beginsWord && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        beginsWord = !isLetter;
    }
    return rest.ends_with('/') ? out + "Root" : out;
}

/// What operations are grouped by: the first word of the path behind the root.
std::string tagOf(std::string_view pattern)
{
    if (!pattern.starts_with(apiRoot))
        return "server";
    pattern.remove_prefix(apiRoot.size());
    return std::string(pattern.substr(0, pattern.find_first_of("/.")));
}

json::object headerOf(std::string_view description)
{
    return {{"description", description}, {"schema", json::object{{"type", "string"}}}};
}

json::array parametersOf(const Endpoint &endpoint)
{
    json::array out;
    for (const auto &name : pathParametersOf(endpoint.pattern))
        out.push_back(json::object{
            {"name", name},
            {"in", "path"},
            {"required", true},
            {"schema", json::object{{"type", "string"}, {"minLength", 1}}}});
    for (const auto &parameter : endpoint.parameters) {
        json::object schema{{"type", "string"}};
        if (!parameter.values.empty())
            schema["enum"] = json::array(parameter.values.begin(), parameter.values.end());
        out.push_back(json::object{
            {"name", parameter.name},
            {"in", "query"},
            {"required", false},
            {"description", parameter.description},
            {"schema", std::move(schema)}});
    }
    return out;
}

json::object responsesOf(const Endpoint &endpoint)
{
    json::object out;
    const bool isTagged =
        std::any_of(endpoint.answers.begin(), endpoint.answers.end(), [](const Answer &each) {
            return each.status == 304;
        });
    for (const auto &answer : endpoint.answers) {
        auto response = answer.contentType.empty() ? json::object()
                                                   : content(answer.contentType, answer.schema);
        response["description"] = http::reason(answer.status);
        if (isTagged)
            response["headers"] = json::object{{"ETag", headerOf("For If-None-Match.")}};
        out[std::to_string(answer.status)] = std::move(response);
    }
    std::set<int> problems(endpoint.problems.begin(), endpoint.problems.end());
    problems.insert({400, 429, 500, 503});
    if (!endpoint.access.anyone)
        problems.insert({401, 403});
    if (!endpoint.bodySchema.empty())
        problems.insert(413);
    for (const int status : problems) {
        if (out.contains(std::to_string(status)))
            continue;
        auto response = content("application/problem+json", "Problem");
        response["description"] = http::reason(status);
        if (status == 429 || status == 503)
            response["headers"] = json::object{{"Retry-After", headerOf("Seconds to wait.")}};
        out[std::to_string(status)] = std::move(response);
    }
    // What the HTTP layer alone refuses: 404, 405, 408, 414, 417, 431.
    auto other = content("application/problem+json", "Problem");
    other["description"] = "Any other problem.";
    out["default"] = std::move(other);
    return out;
}

/// Who may, in words for x-roles and as security requirements.
void describeAccess(const Endpoint &endpoint, json::object &operation)
{
    json::array who;
    if (endpoint.access.anyone)
        who.push_back("anyone");
    if (endpoint.access.device)
        who.push_back("device");
    for (const auto role : endpoint.access.roles)
        who.push_back(json::string(toText(role)));
    operation["x-who"] = std::move(who);
    if (!endpoint.access.roles.empty())
        operation["x-right"] = toText(endpoint.access.right);
    json::array security;
    const auto add = [&](const char *scheme) {
        security.push_back(json::object{{scheme, json::array()}});
    };
    if (!endpoint.access.anyone && !isForPeople(endpoint.access.right))
        add("bearer");
    if (endpoint.access.basic)
        add("basic");
    if (!endpoint.access.roles.empty())
        add("session");
    operation["security"] = std::move(security);
}

json::object operationOf(const Endpoint &endpoint)
{
    json::object out{
        {"operationId", operationIdOf(endpoint)},
        {"summary", endpoint.summary},
        {"tags", json::array{json::value(tagOf(endpoint.pattern))}}};
    if (auto parameters = parametersOf(endpoint); !parameters.empty())
        out["parameters"] = std::move(parameters);
    if (!endpoint.bodySchema.empty()) {
        out["requestBody"] = content("application/json", endpoint.bodySchema);
        out["requestBody"].as_object()["required"] = true;
        out["x-max-body-bytes"] = endpoint.maxBody;
    }
    out["responses"] = responsesOf(endpoint);
    describeAccess(endpoint, out);
    return out;
}

} // namespace

std::string openapiDocument(const std::vector<Endpoint> &endpoints)
{
    json::object paths;
    for (const auto &endpoint : endpoints) {
        if (endpoint.isPage)
            continue;
        auto &path = paths[endpoint.pattern];
        if (!path.is_object())
            path.emplace_object();
        path.get_object()[inLowerCase(endpoint.method)] = operationOf(endpoint);
    }
    const json::object security{
        {"bearer", json::object{{"type", "http"}, {"scheme", "bearer"}}},
        {"basic",
         json::object{
             {"type", "http"},
             {"scheme", "basic"},
             {"description", "Any name, and an API token as the password."}}},
        {"session",
         json::object{
             {"type", "apiKey"},
             {"in", "cookie"},
             {"name", sessionCookie},
             {"description", "With the header " + std::string(csrfHeader) +
                                 " where anything is changed: what POST /api/v1/session gave."}}}};
    json::object schemas;
    for (const auto text :
         {openapiSchemas(), tabletSchemas(), structureSchemas(), driverSchemas(),
          measurementSchemas()}) {
        auto part = parseJson(text); // ours: a test reads the whole
        for (auto &schema : part ? part->as_object() : json::object())
            schemas[schema.key()] = std::move(schema.value());
    }
    return json::serialize(json::object{
        {"openapi", "3.1.0"},
        {"info",
         json::object{
             {"title", "Vouch central"},
             {"version", "1"},
             {"description", "Answers are compressed with zstd or gzip for who sends "
                             "Accept-Encoding. Bodies of tablets may be compressed too. Every "
                             "refusal is application/problem+json with a stable code."}}},
        {"servers", json::array{json::object{{"url", "/"}}}},
        {"paths", std::move(paths)},
        {"components",
         json::object{{"schemas", std::move(schemas)}, {"securitySchemes", security}}}});
}

} // namespace vouch::server

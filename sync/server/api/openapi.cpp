#include "sync/server/api/openapi.h"

#include "core/base/json.h"
#include "sync/server/api/openapi_schemas.h"

#include <set>

namespace vouch::server {

namespace {

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

json::array parametersOf(const Endpoint &endpoint)
{
    json::array out;
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
    for (const auto &answer : endpoint.answers) {
        auto response = answer.contentType.empty() ? json::object()
                                                   : content(answer.contentType, answer.schema);
        response["description"] = http::reason(answer.status);
        out[std::to_string(answer.status)] = std::move(response);
    }
    std::set<int> problems(endpoint.problems.begin(), endpoint.problems.end());
    problems.insert({400, 500, 503});
    if (!endpoint.access.anyone)
        problems.insert({401, 403});
    for (const int status : problems) {
        auto response = content("application/problem+json", "Problem");
        response["description"] = http::reason(status);
        out[std::to_string(status)] = std::move(response);
    }
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
    if (!endpoint.access.anyone)
        security.push_back(json::object{{"bearer", json::array()}});
    if (!endpoint.access.roles.empty())
        security.push_back(json::object{{"session", json::array()}});
    operation["security"] = std::move(security);
}

json::object operationOf(const Endpoint &endpoint)
{
    json::object out{{"summary", endpoint.summary}};
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

std::string lowered(std::string text)
{
    for (char &c : text) {
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    }
    return text;
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
        path.get_object()[lowered(endpoint.method)] = operationOf(endpoint);
    }
    const json::object security{
        {"bearer", json::object{{"type", "http"}, {"scheme", "bearer"}}},
        {"session", json::object{{"type", "apiKey"}, {"in", "cookie"}, {"name", sessionCookie}}}};
    auto schemas = parseJson(openapiSchemas());
    return json::serialize(json::object{
        {"openapi", "3.1.0"},
        {"info", json::object{{"title", "Vouch central"}, {"version", "1"}}},
        {"paths", std::move(paths)},
        {"components", json::object{
                           {"schemas", schemas ? std::move(*schemas) : json::value(json::object())},
                           {"securitySchemes", security}}}});
}

} // namespace vouch::server

// The operations and shapes of an OpenAPI document as elements, for a place that is English and runs
// from left to right, as the document does.

import { apiText as words } from "./api_strings.js";
import { element } from "./dom.js";
import { direction, locale } from "./strings.js";

const code = (text) => element("code", {}, text);
// Words of the page's language among those of the document.
const own = (text) => element("bdi", { lang: locale, dir: direction }, text);
const heading = (text) => element("h4", {}, own(text));

export function anchorOf(schema) {
    return `shape-${schema}`;
}

function refName(schema) {
    return schema.$ref?.split("/").at(-1);
}

// What a value is, in a few words; a shape that has a name is a link to it.
function kindOf(schema) {
    const name = refName(schema);
    if (name) {
        return [element("a", { href: `#${anchorOf(name)}` }, name)];
    }
    if (schema.enum) {
        return [own(words.oneOf), " ", code(schema.enum.join(" | "))];
    }
    if (schema.items) {
        return [own(words.listOf), " ", ...kindOf(schema.items)];
    }
    const several = schema.anyOf ?? schema.oneOf;
    if (several) {
        return several.flatMap((each, index) => [index ? " | " : "", ...kindOf(each)]);
    }
    const type = [schema.type ?? []].flat().join(" | ");
    return [schema.format ? `${type} (${schema.format})` : type || "object"];
}

// The members of an object, and of what it is made of or holds, as nested lists.
function membersOf(schema) {
    const parts = (schema.allOf ?? []).flatMap((each) => (
        refName(each) ? [element("p", {}, ...kindOf(each), " …")] : membersOf(each)));
    const inner = schema.items && !refName(schema.items) ? membersOf(schema.items) : [];
    const rows = Object.entries(schema.properties ?? {}).map(([name, member]) => element("li", {},
        code(name), " ", element("span", { class: "quiet" }, ...kindOf(member),
            ...(schema.required?.includes(name) ? [", ", own(words.required)] : []),
            member.description ? ` · ${member.description}` : ""),
        ...(refName(member) ? [] : membersOf(member))));
    const list = rows.length ? [element("ul", { class: "api-members" }, ...rows)] : [];
    return [...parts, ...list, ...inner];
}

export function schemaView(name, schema) {
    return element("details", { id: anchorOf(name) },
        element("summary", {}, element("h3", {}, name),
            schema.description ? element("span", { class: "quiet" }, schema.description) : null),
        element("div", { class: "api-part" }, element("p", { class: "quiet" }, ...kindOf(schema)),
            ...membersOf(schema)));
}

function contentOf(described) {
    return Object.entries(described.content ?? {}).flatMap(([type, media]) => [
        code(type), media.schema ? " " : "", ...(media.schema ? kindOf(media.schema) : [])]);
}

function whoOf(operation) {
    const who = operation["x-who"].map((each) => words.whoIs[each] ?? each).join(words.comma);
    const right = operation["x-right"];
    return own(right ? `${who}${words.semicolon}${words.rights[right]}` : who);
}

function parametersOf(operation) {
    const rows = (operation.parameters ?? []).map((each) => element("li", {}, code(each.name), " ",
        element("span", { class: "quiet" }, own(words.inside[each.in] ?? each.in), ", ",
            ...kindOf(each.schema), each.description ? ` · ${each.description}` : "")));
    return rows.length ? [heading(words.parameters),
        element("ul", { class: "api-members" }, ...rows)] : [];
}

function bodyOf(operation) {
    if (!operation.requestBody) {
        return [];
    }
    return [heading(words.body), element("p", {}, ...contentOf(operation.requestBody),
        ", ", own(words.mostBytes(operation["x-max-body-bytes"])))];
}

function answersOf(operation) {
    const rows = Object.entries(operation.responses).map(([status, described]) => element("li", {},
        status === "default" ? own(words.otherProblems) : code(status), " ",
        element("span", { class: "quiet" }, described.description, " ", ...contentOf(described))));
    return [heading(words.answers), element("ul", { class: "api-members" }, ...rows)];
}

export function operationView(method, path, operation) {
    return element("details", { id: operation.operationId },
        element("summary", {},
            element("span", { class: "api-method" }, method.toUpperCase()),
            element("h3", {}, code(path)),
            element("span", { class: "quiet" }, operation.summary)),
        element("div", { class: "api-part" },
            heading(words.who), element("p", {}, whoOf(operation)),
            ...parametersOf(operation), ...bodyOf(operation), ...answersOf(operation)));
}

"""openapi.json as a judge: whether a request and its answer are what it describes."""

import json

import jsonschema


class Undescribed(AssertionError):
    pass


class Description:
    def __init__(self, document):
        self.document = document
        self.operations = {
            "%s %s" % (method.upper(), path): operation
            for path, methods in document["paths"].items()
            for method, operation in methods.items()}

    def check_request(self, name, path, query, body):
        operation = self._operation(name)
        declared = {(each["in"], each["name"]) for each in operation.get("parameters", [])}
        sent = {("path", word) for word in path} | {("query", word) for word in query}
        if sent - declared:
            raise Undescribed("%s has no parameters %s" % (name, sorted(sent - declared)))
        if (body is not None) != ("requestBody" in operation):
            raise Undescribed("%s: a body is sent, or described, and not the other" % name)
        if body is not None:
            media = operation["requestBody"]["content"]
            self._check(name + " body", body, media["application/json"].get("schema", {}))

    def check_reply(self, name, reply):
        """Status, content type and body; what a text of another kind holds is not looked at."""
        responses = self._operation(name)["responses"]
        described = responses.get(str(reply.status))
        if described is None:
            if reply.status < 400:
                raise Undescribed("%s: status %d is not described" % (name, reply.status))
            described = responses["default"]
        for header in described.get("headers", {}):
            if header not in reply.headers and (reply.status != 503):
                raise Undescribed("%s %d: no header %s" % (name, reply.status, header))
        content = described.get("content")
        if not content:
            if reply.body:
                raise Undescribed("%s: a body where none is described" % name)
            return
        found = reply.headers["Content-Type"]
        if found not in content and reply.headers.get_content_type() not in content:
            raise Undescribed("%s: %s is not %s" % (name, found, list(content)))
        media = content.get(found) or content.get(reply.headers.get_content_type()) or {}
        if reply.headers.get_content_type() in ("application/json", "application/problem+json"):
            body = json.loads(reply.body)
            if "schema" not in media:
                raise Undescribed("%s: its JSON has no schema" % name)
            self._check("%s %d" % (name, reply.status), body, media["schema"])

    def check_event(self, name, data):
        media = self._operation(name)["responses"]["200"]["content"]["text/event-stream"]
        self._check(name, data, media["schema"])

    def _operation(self, name):
        if name not in self.operations:
            raise Undescribed("%s is not described" % name)
        return self.operations[name]

    def _check(self, where, value, schema):
        whole = {**schema, "components": self.document["components"]}
        errors = list(jsonschema.Draft202012Validator(whole).iter_errors(value))
        if errors:
            raise Undescribed("%s: %s at %s" % (
                where, errors[0].message[:300], list(errors[0].absolute_path)))
        self._check_members(where, value, [schema])

    def _check_members(self, where, value, schemas):
        """A member that no schema names is a part of the answer that nobody was told of."""
        schemas = list(self._flat(schemas))
        if isinstance(value, list):
            items = [schema["items"] for schema in schemas if "items" in schema]
            for each in value if items else []:
                self._check_members(where + "[]", each, items)
        if not isinstance(value, dict) or not any("properties" in each for each in schemas):
            return
        named = {}
        for schema in schemas:
            for member, inner in schema.get("properties", {}).items():
                named.setdefault(member, []).append(inner)
        isOpen = any(each.get("additionalProperties") for each in schemas)
        unknown = set(value) - set(named)
        if unknown and not isOpen:
            raise Undescribed("%s: members %s are not described" % (where, sorted(unknown)))
        for member in set(value) & set(named):
            self._check_members("%s.%s" % (where, member), value[member], named[member])

    def _flat(self, schemas):
        for schema in schemas:
            if "$ref" in schema:
                name = schema["$ref"].rsplit("/", 1)[1]
                yield from self._flat([self.document["components"]["schemas"][name]])
            yield schema
            for word in ("allOf", "anyOf", "oneOf"):
                yield from self._flat(schema.get(word, []))

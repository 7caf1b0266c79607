"""Holds resources/checklists/checklist.schema.json to what the parser does.

Usage: check_schema.py SOURCE_DIR. Needs python3-jsonschema. The same table of mistakes is given to
the parser by test_checklist_parser.cpp.
"""

import copy
import json
import pathlib
import sys

import jsonschema


def load(path):
    return json.loads(path.read_text(encoding="utf-8"))


def with_mistake(document, mistake):
    """The document with one member set or removed, found by its JSON Pointer."""
    document = copy.deepcopy(document)
    keys = [key.replace("~1", "/").replace("~0", "~") for key in mistake["at"].split("/")[1:]]
    parent = document
    for key in keys[:-1]:
        parent = parent[int(key)] if isinstance(parent, list) else parent[key]
    last = int(keys[-1]) if isinstance(parent, list) else keys[-1]
    if mistake.get("remove"):
        del parent[last]
    else:
        parent[last] = mistake["set"]
    return document


def main(source):
    checklists = source / "resources" / "checklists"
    data = source / "tests" / "core" / "checklist" / "data"
    schema = load(checklists / "checklist.schema.json")
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    wrong = []

    shipped = [p for p in sorted(checklists.glob("*.json")) if not p.name.endswith(".schema.json")]
    odd = sorted((data / "odd").glob("*.json"))
    valid = shipped + odd + [data / "every_type.json", data / "store_check.json"]
    assert shipped, "no checklist is shipped"
    for path in valid:
        for error in validator.iter_errors(load(path)):
            wrong.append(f"{path.name}: refused at {error.json_path}: {error.message[:200]}")

    mistakes = load(data / "mistakes.json")
    for mistake in mistakes:
        document = load(data / mistake.get("file", "every_type.json"))
        refused = not validator.is_valid(with_mistake(document, mistake))
        if refused != mistake["schema"]:
            verb = "refused" if refused else "accepted"
            wrong.append(f"{mistake['name']} ({mistake['at']}): {verb} by the schema")

    print("\n".join(wrong) or f"{len(valid)} checklists accepted, {len(mistakes)} mistakes judged")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))

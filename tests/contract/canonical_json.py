"""RFC 8785 canonical JSON for the values that the contract allows, and the hashes made of it."""

import hashlib
import json

HIDDEN_TYPES = ("text", "contact")


def canonical(value):
    """The canonical UTF-8 bytes. Numbers must be integers: the contract has no others."""
    return _text(value).encode("utf-8")


def _text(value):
    if isinstance(value, dict):
        # RFC 8785 sorts names by their UTF-16 code units, which is not the order of code points.
        names = sorted(value, key=lambda name: name.encode("utf-16-be"))
        return "{" + ",".join(_text(name) + ":" + _text(value[name]) for name in names) + "}"
    if isinstance(value, list):
        return "[" + ",".join(_text(item) for item in value) + "]"
    if isinstance(value, float):
        raise ValueError("not an integer: %r" % value)
    return json.dumps(value, ensure_ascii=False)


def blake2b256(data):
    return hashlib.blake2b(data, digest_size=32).hexdigest()


def digest_of(value, salt_hex):
    """The digest that stands for a text or contact, so that it can be erased later."""
    return blake2b256(bytes.fromhex(salt_hex) + canonical(value))


def hash_of(check):
    """The hash of a check: without itself and without what may be erased."""
    hashed = {name: value for name, value in check.items() if name != "hash"}
    if "items" in check:
        hashed["items"] = [
            {name: value for name, value in item.items() if name not in ("value", "salt")}
            if item.get("type") in HIDDEN_TYPES else item
            for item in check["items"]]
    return blake2b256(canonical(hashed))

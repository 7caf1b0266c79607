"""A tablet as the contract describes it: keys, a chain of checks, signed batches."""

import base64
import copy
import datetime
import gzip
import json
import secrets
import time
import uuid
from hashlib import blake2b

import nacl.public
import nacl.signing
import zstandard

from canonical_json import digest_of, hash_of

ZEROS = "0" * 64
UTC_OFFSET = datetime.timedelta(hours=4)  # Asia/Dubai, the same all year
SHOP_ZONE = datetime.timezone(UTC_OFFSET)


def base64_text(data):
    return base64.b64encode(data).decode("ascii")


def utc_now():
    return datetime.datetime.now(datetime.timezone.utc)


def utc_text(moment):
    moment = moment.astimezone(datetime.timezone.utc)
    return moment.strftime("%Y-%m-%dT%H:%M:%S.") + "%03dZ" % (moment.microsecond // 1000)


def shop_day(days_ago=0):
    """A business day of the shop, counted back from today."""
    return (utc_now().astimezone(SHOP_ZONE) - datetime.timedelta(days=days_ago)).date()


def shop_time(day, hour, minute=0):
    return datetime.datetime.combine(day, datetime.time(hour, minute), SHOP_ZONE)


def uuid7(moment):
    milliseconds = int(moment.timestamp() * 1000)
    bits = (milliseconds << 80) | (0x7 << 76) | (secrets.randbits(12) << 64)
    return str(uuid.UUID(int=bits | (0b10 << 62) | secrets.randbits(62)))


def text_item(question, value, kind="text"):
    salt = secrets.token_hex(16)
    return {"question": question, "type": kind, "value": value, "salt": salt,
            "digest": digest_of(value, salt)}


def seal(check):
    """Sets the hash, after any change to a check."""
    check["hash"] = hash_of(check)
    return check


class Tablet:
    def __init__(self, central, key=None):
        self._central = central
        self.key = key or nacl.signing.SigningKey.generate()
        self.boot = str(uuid.uuid4())
        self._booted = utc_now() - datetime.timedelta(days=800)
        self.clock_error = datetime.timedelta(0)
        self.device = self.token = self.store = None
        self.start_chain()

    # Enrolment

    def enrolment(self, code, **changes):
        return {"code": code, "name": "till 3",
                "public_key": base64_text(bytes(self.key.verify_key)),
                "proof": base64_text(self.key.sign(code.encode("utf-8")).signature), **changes}

    def enrol(self, code, source="127.0.0.1", **changes):
        """The reply; when it is 201, this tablet takes on what it says."""
        reply = self._central.request("POST", "/api/v1/devices/enrol",
                                      body=self.enrolment(code, **changes), source=source)
        if reply.status == 201:
            answer = reply.json()
            self.device, self.token, self.store = (
                answer["device"], answer["token"], answer["store"])
            self.sealing_key = answer["sealing_key"]
        return reply

    # Checks

    def start_chain(self):
        self.chain = str(uuid.uuid4())
        self.sequence = 0
        self.previous = ZEROS
        self._next = utc_now() - datetime.timedelta(days=10)

    def check(self, score=9, at=None, comment=None, **members):
        """The next closed check of the chain; members overwrite or add before it is hashed."""
        opened = at or self._next
        # Far enough apart for nobody to take it for a burst.
        self._next = opened + datetime.timedelta(minutes=7)
        opened += self.clock_error
        local = opened.astimezone(SHOP_ZONE)
        closed = opened + datetime.timedelta(seconds=26)
        checklist = self._central.checklist
        items = [{"question": "recommend", "type": "scale", "value": score}]
        if comment is not None:
            items.append(text_item("comment", comment))
        self.sequence += 1
        check = {
            "id": uuid7(opened), "device": self.device, "store": self.store, "chain": self.chain,
            "sequence": self.sequence, "previous": self.previous, "kind": "survey",
            "checklist": checklist["id"], "version": checklist["version"],
            "series": checklist.get("series", "2026a"), "touchpoint": "checkout", "language": "en",
            "opened_at": utc_text(opened), "closed_at": utc_text(closed),
            "utc_offset_minutes": int(UTC_OFFSET.total_seconds()) // 60,
            "day": local.date().isoformat(), "hour": local.hour, "boot": self.boot,
            "monotonic_ms": self._monotonic(closed - self.clock_error), "state": "completed",
            "score": score, "marks": [], "items": items}
        check.update(copy.deepcopy(members))
        seal(check)
        self.previous = check["hash"]
        return check

    def contact(self, address, key=None, code=None):
        """A contact item as a tablet makes it, sealed for the chain; with the code that the
        shopper was shown it can be erased."""
        key = key or self.sealing_key
        text = json.dumps(address, separators=(",", ":"), ensure_ascii=False).encode()
        box = nacl.public.SealedBox(nacl.public.PublicKey(base64.b64decode(key["key"])))
        value = {"key": key["id"], "sealed": base64_text(box.encrypt(text)),
                 "consent": {"version": "2026a", "language": "en"}}
        if code:
            value["erasure"] = blake2b(code.replace("-", "").encode(), digest_size=32).hexdigest()
        return text_item("contact", value, "contact")

    def check_with_contact(self, address, score=3, code=None, **members):
        """The next check, with an address in it."""
        items = [{"question": "recommend", "type": "scale", "value": score},
                 self.contact(address, code=code)]
        return self.check(score, items=items, **members)

    def check_of(self, checklist, score, *items, at=None, **members):
        """The next check of a checklist that comes with the program; `items` after its score."""
        question = checklist["questions"][0]["code"]
        return self.check(score, at=at, checklist=checklist["id"], version=checklist["version"],
                          series=checklist["series"], touchpoint=checklist["touchpoint"],
                          items=[{"question": question, "type": "scale", "value": score}, *items],
                          **members)

    def record(self, kind, body, at=None):
        """The next record of a kind that is no conversation: its body is named like the kind."""
        check = self.check(at=at)
        for member in ("checklist", "version", "series", "touchpoint", "language", "state", "score",
                       "marks", "items"):
            del check[member]
        check.update({"kind": kind, kind: copy.deepcopy(body)})
        seal(check)
        self.previous = check["hash"]
        return check

    def checks(self, scores, **members):
        return [self.check(score, **members) for score in scores]

    def _monotonic(self, moment):
        return int((moment - self._booted).total_seconds() * 1000)

    # Batches

    def batch(self, checks, **changes):
        """A signed batch. The changes are made before it is signed."""
        batch = {"protocol": 1, "device": self.device,
                 "sent_at": utc_text(utc_now() + self.clock_error), "boot": self.boot,
                 "monotonic_ms": self._monotonic(utc_now()),
                 "head": {"chain": self.chain, "sequence": self.sequence, "hash": self.previous},
                 "checks": checks, **changes}
        return self.sign(batch)

    def sign(self, batch):
        head = batch["head"]
        lines = ["vouch-batch-1", batch["device"], batch["sent_at"],
                 "%s %d %s" % (head["chain"], head["sequence"], head["hash"])]
        lines += [check["hash"] for check in batch["checks"]]
        text = "".join(line + "\n" for line in lines)
        batch["signature"] = base64_text(self.key.sign(text.encode("utf-8")).signature)
        return batch

    def send(self, body, encoding=None, token=None):
        """Posts a batch, or the bytes of one, compressed or not."""
        if isinstance(body, dict):
            body = json.dumps(body, ensure_ascii=False).encode("utf-8")
        headers = {}
        if encoding:
            headers["Content-Encoding"] = encoding
            body = {"zstd": zstandard.compress, "gzip": gzip.compress}[encoding](body)
        return self._central.request("POST", "/api/v1/checks", token or self.token, body, headers)

    def post(self, *checks):
        return self.send(self.batch(list(checks)))


def wait_until(condition, seconds=20):
    """Polls a condition whose moment the contract leaves open; its last value."""
    deadline = time.monotonic() + seconds
    while not (value := condition()) and time.monotonic() < deadline:
        time.sleep(0.05)
    return value

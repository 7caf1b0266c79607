"""One case or more for every operation of openapi.json: how to send it so that it works.

To add an operation: a function with @case("METHOD /pattern") that calls `world.send(…)` once for
each of its statuses under 400. `world` has a chain with answers, and the tokens of its people."""

import datetime

from central_process import PASSWORD, one_word
from tablet import shop_day

CASES = {}


def case(name):
    def keep(function):
        CASES.setdefault(name, []).append(function)
        return function
    return keep


def plain(name, **query):
    """A GET by an administrator."""
    @case(name)
    def send(world):
        world.send(name, world.admin, query=query)
    return send


plain("GET /healthz")
plain("GET /readyz")
plain("GET /metrics")
plain("GET /api/v1/openapi.json")
plain("GET /api/v1/stores", limit=1)
plain("GET /api/v1/regions")
plain("GET /api/v1/devices", limit=1)
plain("GET /api/v1/users", limit=1)
plain("GET /api/v1/ledger", by="day", show="all")
plain("GET /api/v1/quarantine", kind="refused")
plain("GET /api/v1/quarantine", kind="conflict")
plain("GET /api/v1/audit", what="sign-in")
plain("GET /api/v1/audit")
plain("GET /api/v1/audit/verify")
plain("GET /api/v1/export.csv")
plain("GET /api/v1/export.jsonl")
plain("GET /api/v1/export.xlsx")
plain("GET /api/v1/codebook")
plain("GET /api/v1/codebook.csv")
plain("GET /api/v1/odata")
plain("GET /api/v1/odata/")
plain("GET /api/v1/odata/$metadata")
for entities in ("Responses", "Answers", "Stores", "Labels"):
    def page(world, entities=entities):
        world.send("GET /api/v1/odata/{set}", world.admin, path={"set": entities},
                   query={"$top": 2, "$count": "true"})
        world.send("GET /api/v1/odata/{set}/$count", world.admin, path={"set": entities})
    page.__name__ = "odata_" + entities
    case("GET /api/v1/odata/{set}")(page)
    case("GET /api/v1/odata/{set}/$count")(page)
for grain in ("none", "hour", "day", "week", "month", "store"):
    plain("GET /api/v1/nps", by=grain, marked="include")


plain("GET /api/v1/trend", by="week")
plain("GET /api/v1/trend", by="day")
plain("GET /api/v1/ranking")
plain("GET /api/v1/heatmap")
plain("GET /api/v1/drivers", language="fa")
plain("GET /api/v1/measurements", language="fa")
plain("GET /api/v1/funnel")
plain("GET /api/v1/coverage", touchpoint="checkout")
plain("GET /api/v1/nps", by="store", coverage="include")
plain("GET /api/v1/touchpoints")
plain("GET /api/v1/comparison", touchpoint="checkout")


@case("GET /api/v1/answers")
def answers(world):
    world.send("GET /api/v1/answers", world.admin,
               query={"store": world.store, "kiosk": world.tablet.device, "language": "fa"})


@case("GET /api/v1/kiosks")
def kiosks(world):
    world.send("GET /api/v1/kiosks", world.admin, query={"store": world.store})


plain("GET /api/v1/comments", q="good", score="promoters")
plain("GET /api/v1/comments/words", compare="score")


@case("GET /api/v1/report")
def report(world):
    month = str(shop_day().replace(day=1) - datetime.timedelta(days=1))[:7]
    world.send("GET /api/v1/report", world.admin,
               query={"store": world.store, "month": month, "language": "fa"})


@case("POST /api/v1/devices/enrol")
def enrol(world):
    tablet = world.unknown_tablet()
    code = world.central.device_code(world.store)
    world.send("POST /api/v1/devices/enrol", body=tablet.enrolment(code))


@case("POST /api/v1/checks")
def checks(world):
    tablet = world.tablet
    batch = tablet.batch([tablet.check(9, comment="fine"), {**tablet.check(3), "score": 10}])
    reply = world.send("POST /api/v1/checks", tablet.token, body=batch)
    world.test.assertStatuses(reply, "accepted", "rejected")


@case("GET /api/v1/config")
def config(world):
    world.send("GET /api/v1/config", world.tablet.token)


@case("POST /api/v1/heartbeat")
def heartbeat(world):
    world.send("POST /api/v1/heartbeat", world.tablet.token, body={
        "version": "1", "queue_length": 3, "battery_percent": None, "locked": False})


@case("GET /api/v1/glance")
def glance(world):
    world.send("GET /api/v1/glance", world.tablet.token, query={"from": "2020-01-01"})


@case("GET /api/v1/glance/latest")
def glance_latest(world):
    world.send("GET /api/v1/glance/latest", world.tablet.token)


@case("GET /api/v1/events")
def events(world):
    with world.central.events("/api/v1/events?store=" + world.store, world.admin) as stream:
        world.test.assertEqual(stream.status, 200)
        world.description.check_event("GET /api/v1/events", stream.next()[1])
        world.sent["GET /api/v1/events"].add(200)


@case("GET /api/v1/ledger/verify")
def verdict(world):
    world.send("GET /api/v1/ledger/verify", world.admin,
               query={"device": world.tablet.device, "chain": world.tablet.chain})


@case("POST /api/v1/session")
def sign_in(world):
    world.send("POST /api/v1/session", body={"name": world.person, "password": PASSWORD})


@case("GET /api/v1/session")
def session(world):
    world.send("GET /api/v1/session", headers=world.signed_in())


@case("DELETE /api/v1/session")
def sign_out(world):
    world.send("DELETE /api/v1/session", headers=world.signed_in())


@case("PUT /api/v1/session/password")
def password(world):
    world.send("PUT /api/v1/session/password", headers=world.signed_in(),
               body={"present": PASSWORD, "password": PASSWORD + " again"})
    world.central.run("user", "password", "--name", world.person, stdin=PASSWORD + "\n")


@case("POST /api/v1/users")
def add_user(world):
    world.send("POST /api/v1/users", headers=world.signed_in(world.administrator), body={
        "name": "made-here", "password": "three quiet otters 9", "role": "viewer",
        "stores": [world.store]})
    stored = world.central.sql("SELECT password_hash FROM users WHERE name = 'made-here'")[0][0]
    world.test.assertRegex(stored, r"^\$argon2id\$v=19\$m=65536,")


@case("PATCH /api/v1/users/{name}")
def change_user(world):
    world.send("PATCH /api/v1/users/{name}", headers=world.signed_in(world.administrator),
               path={"name": world.person}, body={"export": True})


@case("GET /api/v1/tokens")
@case("POST /api/v1/tokens")
@case("DELETE /api/v1/tokens/{id}")
def tokens(world):
    cookie = world.signed_in()
    made = world.send("POST /api/v1/tokens", headers=cookie,
                      body={"name": "for a test", "scopes": ["read"], "days": 1}).json()
    world.send("GET /api/v1/tokens", headers=cookie)
    world.send("DELETE /api/v1/tokens/{id}", headers=cookie, path={"id": made["id"]})


@case("POST /api/v1/erasures")
def erase(world):
    check = world.tablet.check(9, comment="to be erased")
    world.tablet.post(check)
    reply = world.send("POST /api/v1/erasures", world.admin, body={"record": check["id"]})
    world.test.assertEqual([each["id"] for each in reply.json()["records"]], [check["id"]])


@case("GET /api/v1/retention")
@case("PUT /api/v1/retention")
def retention(world):
    world.send("PUT /api/v1/retention", world.admin, body={
        "contact_days": 30, "comment_days": 0, "record_days": 3650})
    reply = world.send("PUT /api/v1/retention", world.admin, body={
        "contact_days": 31, "comment_days": 0})
    world.test.assertEqual(reply.json()["record_days"], 3650)
    world.send("GET /api/v1/retention", world.admin)


@case("POST /api/v1/devices/{id}/revoke")
@case("POST /api/v1/devices/{id}/restore")
@case("POST /api/v1/devices/{id}/rotate")
def tablets(world):
    other = world.test.new_tablet(world.store)
    for action in ("rotate", "revoke", "restore"):
        world.send("POST /api/v1/devices/{id}/" + action, world.admin, path={"id": other.device})


plain("GET /api/v1/pins")
plain("GET /api/v1/publications")
plain("GET /api/v1/checklists")


@case("PATCH /api/v1/devices/{id}")
@case("POST /api/v1/devices/{id}/replace")
@case("POST /api/v1/devices/codes")
def new_tablets(world):
    other = world.test.new_tablet(world.store)
    server = "https://central.example"
    world.send("PATCH /api/v1/devices/{id}", world.admin, path={"id": other.device},
               body={"name": "till 9"})
    world.send("POST /api/v1/devices/{id}/replace", world.admin, path={"id": other.device},
               body={"server": server})
    world.send("POST /api/v1/devices/codes", world.admin, body={
        "server": server, "tablets": [{"store": world.store, "name": "till 1"}]})


@case("PUT /api/v1/stores/{store}/pins/{role}")
@case("DELETE /api/v1/stores/{store}/pins/{role}")
def pins(world):
    where = {"store": world.store, "role": "figures"}
    world.send("PUT /api/v1/stores/{store}/pins/{role}", world.admin, path=where,
               body={"pin": "4827"})
    world.send("DELETE /api/v1/stores/{store}/pins/{role}", world.admin, path=where)


@case("POST /api/v1/publications")
@case("POST /api/v1/publications/{number}/widen")
@case("POST /api/v1/publications/{number}/rollback")
def publications(world):
    made = world.send("POST /api/v1/publications", world.admin, body={
        "kind": "setting", "subject": "low_reach", "value": True, "first": [world.store]}).json()
    wide = world.send("POST /api/v1/publications/{number}/widen", world.admin,
                      path={"number": str(made["number"])}).json()
    world.send("POST /api/v1/publications/{number}/rollback", world.admin,
               path={"number": str(wide["number"])})


@case("GET /api/v1/contacts")
@case("POST /api/v1/contacts/{id}/open")
def contacts(world):
    check = world.tablet.check_with_contact({"email": "someone@example.org"})
    world.test.assertStatuses(world.tablet.post(check), "accepted")
    cookie = world.signed_in()
    listed = world.send("GET /api/v1/contacts", headers=cookie, query={"store": world.store})
    world.test.assertIn(check["id"], listed.body.decode())
    world.send("POST /api/v1/contacts/{id}/open", headers=cookie, path={"id": check["id"]})


plain("GET /api/v1/structure")
plain("GET /api/v1/nps", by="month", calendar="jalali")
for split in ("none", "day", "hour", "store"):
    plain("GET /api/v1/response-rate", by=split)


@case("GET /api/v1/notes")
@case("POST /api/v1/notes")
@case("DELETE /api/v1/notes/{id}")
def notes(world):
    cookie = world.signed_in()
    added = world.send("POST /api/v1/notes", headers=cookie, body={
        "day": "2026-11-02", "text": "New till", "store": world.store}).json()
    world.send("GET /api/v1/notes", world.admin, query={"store": world.store})
    world.send("DELETE /api/v1/notes/{id}", headers=cookie, path={"id": added["id"]})


@case("POST /api/v1/structure")
def structure(world):
    rows = {"stores": [{"id": world.store, "target_nps": "40"}],
            "touchpoints": [{"id": "checkout", "name": "Checkout", "weight": ""}]}
    for dry_run in (True, False):
        report = world.send("POST /api/v1/structure", world.admin,
                            body={**rows, "dry_run": dry_run}, changes=not dry_run).json()
        world.test.assertEqual((report["applied"], report["refusals"]), (not dry_run, []))
    refused = world.send("POST /api/v1/structure", world.admin,
                         body={"stores": [{"id": "no space"}]}, changes=False).json()
    world.test.assertEqual(len(refused["refusals"]), 1)


@case("POST /api/v1/sales")
def sales(world):
    till = one_word(world.central.run(
        "token", "add", "--user", world.central.add_person("admin"), "--scope", "sales"))
    sold = {"store": world.store, "day": str(shop_day(1)), "hour": 0, "count": 42}
    reply = world.send("POST /api/v1/sales", till, changes=False,
                       body={"sales": [sold, {**sold, "store": "nowhere"}]})
    world.test.assertStatuses(reply, "accepted", "rejected")
    world.send("POST /api/v1/sales", till, body={"sales": [{**sold, "count": 43}]})

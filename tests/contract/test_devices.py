"""What a server knows of its tablets, and what it gives them: heartbeats, publications, codes."""

import datetime
import pathlib
import re
import subprocess
import tempfile

from central_process import one_word
from contract_case import ContractCase
from tablet import shop_day, shop_time, utc_now, utc_text


TIME = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z"


class Devices(ContractCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        name = cls.central.add_person("admin")
        cls.admin = one_word(cls.central.run(
            "token", "add", "--user", name, "--scope", "read", "--scope", "administer"))

    @classmethod
    def command(cls, *words):
        return cls.central.run(*words)

    def call(self, method, target, body=None, status=200):
        reply = self.central.request(method, target, self.admin, body)
        self.assertEqual(reply.status, status, reply)
        return reply.json() if reply.body else None

    def beat(self, tablet, **members):
        reply = self.central.request("POST", "/api/v1/heartbeat", tablet.token, members)
        self.assertEqual(reply.status, 200, reply)
        return reply.json()

    def device(self, tablet, token=None):
        devices = self.central.get("/api/v1/devices?store=" + tablet.store,
                                   token or self.admin).json()["devices"]
        return next(each for each in devices if each["id"] == tablet.device)

    def settings(self, tablet):
        return self.central.get("/api/v1/config", tablet.token).json()["settings"]

    def test_a_heartbeat_is_told_to_those_who_look(self):
        tablet = self.new_tablet()
        oldest = utc_now() - datetime.timedelta(hours=3)
        answer = self.beat(tablet, version="9.1", queue_length=7, queue_oldest_at=utc_text(oldest),
                           clock=utc_text(utc_now() - datetime.timedelta(minutes=10)),
                           battery_percent=11, charging=False, temperature_celsius=85,
                           disk_free_bytes=10 ** 7, locked=False, failing=["disk-full"])
        self.assertIn("have", answer)
        device = self.device(tablet)
        self.assertEqual((device["version"], device["queue_length"], device["battery"],
                          device["heat"]), ("9.1", 7, "critical", "hot"))
        self.assertAlmostEqual(device["clock_error_ms"], 600_000, delta=30_000)
        self.assertEqual(set(device["attention"]), {
            "queue-old", "battery-low", "hot", "disk-low", "clock-off", "unlocked", "failing"})
        self.assertLine(
            tablet, state="enrolled", seen=TIME, queue="7", since=re.escape(utc_text(oldest)),
            battery="critical 11%", heat="hot", disk="10 MiB", clock="-600 s", version=r"9\.1",
            locked="no", coverage="-", look=" ".join(device["attention"]))

    def test_whether_its_settings_are_current_tells_of_no_other_store(self):
        tablet, elsewhere = self.new_tablet(), self.central.add_store()
        manager = self.central.add_user("manager", store=tablet.store)
        publish = lambda store, value: self.command(
            "setting", "set", "--key", "low_reach", "--value", value, "--store", store)
        self.beat(tablet)
        self.assertIsNone(self.device(tablet, manager)["config"])
        for value in ("true", "false") * 20:
            publish(elsewhere, value)
        publish(tablet.store, "true")
        number = self.central.get("/api/v1/config", tablet.token).json()["version"]
        self.assertGreater(number, 40)
        for has, said in ((number - 1, "behind"), (number, "current")):
            self.beat(tablet, config_version=has)
            device = self.device(tablet, manager)
            self.assertEqual(device["config"], said)
            self.assertRegex(device["config_since"], TIME)
            self.assertNotIn(number, device.values())

    def assertLine(self, tablet, **patterns):
        """The tablet's line of `device list`; each column whole."""
        head, line = self.command("device", "list", "--store", tablet.store).splitlines()
        columns = dict(zip(head.split("\t"), line.split("\t"), strict=True))
        self.assertEqual(columns, {**columns, "id": tablet.device, "name": "till 3",
                                   "store": tablet.store})
        for name, pattern in patterns.items():
            self.assertRegex(columns[name], "^(?:%s)$" % pattern, name)
        self.assertEqual(set(columns), {"id", "name", "store", *patterns})

    def test_one_that_usually_hears_somebody_is_silent(self):
        """There for half of yesterday's hours; nobody answered for two, as in no week before."""
        tablet = self.new_tablet()
        self.central.sql("UPDATE devices SET enrolled_at = enrolled_at - %d "
                         "WHERE key = (SELECT max(key) FROM devices)" % (2 * 24 * 3600 * 1000))
        hours = '{%s}' % ",".join('"%s":["00:00-24:00"]' % day for day in
                                  ("mon", "tue", "wed", "thu", "fri", "sat", "sun"))
        self.command("setting", "set", "--key", "opening_hours", "--value", hours, "--store",
                     tablet.store)
        there = lambda at, scored: tablet.record("activity", {
            "minutes": 60, "opened": scored, "scored": scored, "completed": scored, "left": {}}, at)
        hour = utc_now().replace(minute=0, second=0, microsecond=0)
        past = [there(hour - datetime.timedelta(weeks=week, hours=ago), 10)
                for week in range(4, 0, -1) for ago in (2, 1)]
        half = [there(shop_time(shop_day(1), at), 0) for at in range(12)]
        last = tablet.check(9, at=hour - datetime.timedelta(hours=3))
        self.assertStatuses(tablet.post(*past, *half, last), *["accepted"] * 21)
        self.beat(tablet, version="9.1", queue_length=0, battery_percent=80, charging=True,
                  temperature_celsius=30, disk_free_bytes=10 ** 9, locked=True,
                  clock=utc_text(utc_now()))
        device = self.device(tablet)
        self.assertEqual((device["coverage"], device["attention"]), (0.5, ["silent"]))
        self.assertEqual(device["silent"]["usual"], 20)
        self.assertLine(
            tablet, state="enrolled", seen=TIME, queue="0", since="-", battery=".* 80%",
            heat=".+", disk="954 MiB", clock="-?0 s", version=r"9\.1", locked="yes",
            coverage="50%", look="silent")

    def test_an_hour_is_coverage_once_it_is_here(self):
        tablet = self.new_tablet()
        hours = '{%s}' % ",".join('"%s":["09:00-11:00"]' % day for day in
                                  ("mon", "tue", "wed", "thu", "fri", "sat", "sun"))
        self.command("setting", "set", "--key", "opening_hours", "--value", hours, "--store",
                     tablet.store)
        self.beat(tablet)
        self.assertIsNone(self.device(tablet)["coverage"], "no day of it is over")
        body = {"minutes": 30, "opened": 2, "scored": 2, "completed": 1, "left": {}}
        record = tablet.record("activity", body, at=shop_time(shop_day(1), 9))
        self.assertStatuses(tablet.post(record), "accepted")
        self.assertStatuses(tablet.post(record), "duplicate")
        self.command("verify")

    def test_what_is_of_the_chain_is_for_no_store(self):
        store = self.new_tablet().store
        for place in ({"store": store}, {"first": [store]}):
            reply = self.central.request("POST", "/api/v1/publications", self.admin, {
                "kind": "setting", "subject": "day_start", "value": "04:00", **place})
            self.assertProblem(reply, 400, "setting-of-chain")

    def test_some_stores_first_then_the_rest_and_back(self):
        one, other = self.new_tablet(), self.new_tablet()
        self.command("setting", "set", "--key", "language", "--value", '"de"')
        made = self.call("POST", "/api/v1/publications", {
            "kind": "setting", "subject": "language", "value": "fa", "first": [one.store]}, 201)
        self.assertEqual([self.settings(each)["language"] for each in (one, other)], ["fa", "de"])
        wide = self.call("POST", "/api/v1/publications/%d/widen" % made["number"], status=201)
        self.assertEqual([self.settings(each)["language"] for each in (one, other)], ["fa", "fa"])
        tag = self.central.get("/api/v1/config", other.token).headers["ETag"]
        self.command("publication", "rollback", str(wide["number"]))
        self.assertEqual([self.settings(each)["language"] for each in (one, other)], ["fa", "de"])
        reply = self.central.get("/api/v1/config", other.token, {"If-None-Match": tag})
        self.assertEqual(reply.status, 200)
        listed = self.call("GET", "/api/v1/publications")["publications"]
        self.assertEqual((listed[0]["undoes"], listed[1]["undone_by"]),
                         (wide["number"], listed[0]["number"]))
        refused = self.central.request(
            "POST", "/api/v1/publications/%d/rollback" % wide["number"], self.admin)
        self.assertProblem(refused, 409, "publication-undone")

    def test_a_version_of_the_checklist_goes_the_same_way(self):
        tablet = self.new_tablet()
        config = lambda: self.central.get("/api/v1/config", tablet.token).json()
        former, version = config()["checklists"][0]["version"], config()["version"]
        self.central.add_checklist_version(former + 10)
        self.assertEqual(config()["checklists"][0]["version"], former + 10)
        self.assertGreater(config()["version"], version)
        newest = self.call("GET", "/api/v1/publications")["publications"][0]
        self.command("publication", "rollback", str(newest["number"]))
        self.assertEqual(config()["checklists"][0]["version"], former)

    def test_a_tablet_takes_anothers_place(self):
        old = self.new_tablet()
        self.call("PATCH", "/api/v1/devices/" + old.device, {"name": "till 7"}, 204)
        printed = self.command("device", "replace", old.device)
        code = re.search(r"\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\b", printed)[0]
        heir = self.new_tablet()
        self.assertEqual(heir.enrol(code, self.new_address()).status, 201)
        self.assertEqual(heir.store, old.store)
        listed = self.device(heir)
        self.assertEqual((listed["name"], listed["replaces"]), ("till 7", old.device))
        self.assertEqual(self.device(old)["replaced_by"], heir.device)
        self.assertStatuses(old.post(old.check(9)), "accepted")
        ledger = self.central.get("/api/v1/ledger?device=" + old.device, self.admin).json()
        self.assertEqual(ledger["chains"][0]["replaced_by"], heir.device)
        self.assertProblem(self.central.request(
            "POST", "/api/v1/devices/%s/replace" % old.device, self.admin,
            {"server": "https://central.example"}), 409, "device-replaced")

    def test_a_tablet_that_moved_is_told(self):
        tablet, other = self.new_tablet(), self.central.add_store()
        self.call("PATCH", "/api/v1/devices/" + tablet.device, {"store": other}, 204)
        config = self.central.get("/api/v1/config", tablet.token).json()
        self.assertEqual(config["store"]["id"], other)
        self.assertStatuses(tablet.post(tablet.check(9)), "accepted")  # of the shop before

    def test_pins_are_set_and_reset_from_here(self):
        tablet = self.new_tablet()
        target = "/api/v1/stores/%s/pins/" % tablet.store
        self.call("PUT", target + "exit", {"pin": "4827"}, 204)
        first = self.settings(tablet)["pins"]["exit"]
        self.assertTrue(first.startswith("$argon2id$"))
        self.call("PUT", target + "exit", {"pin": "9316"}, 204)
        self.assertNotEqual(self.settings(tablet)["pins"]["exit"], first)
        for role, pin, code in (("figures", "9316", "pin-taken"), ("figures", "1234", "pin-easy"),
                                ("figures", "12", "pin-malformed")):
            reply = self.central.request("PUT", target + role, self.admin, {"pin": pin})
            self.assertProblem(reply, (400, 409), code)
        self.call("DELETE", target + "exit", status=204)
        self.assertEqual(self.settings(tablet)["pins"], {})
        told = [(entry["what"], entry["detail"])  # no hashes, which hold any four digits
                for entry in self.call("GET", "/api/v1/audit")["entries"]]
        self.assertIn("pin-set", str(told))
        self.assertNotIn("9316", str(told))

    def test_a_manager_sees_the_tablets_of_his_shops_and_changes_none(self):
        mine, other = self.new_tablet(), self.new_tablet()
        manager = self.central.add_user("manager", store=mine.store)
        seen = self.central.get("/api/v1/devices", manager).json()["devices"]
        self.assertEqual([each["id"] for each in seen], [mine.device])
        self.assertProblem(self.central.get("/api/v1/devices?store=" + other.store, manager), 404)
        for method, target, body in (
                ("PATCH", "/api/v1/devices/" + mine.device, {"name": "x"}),
                ("PUT", "/api/v1/stores/%s/pins/exit" % mine.store, {"pin": "4827"}),
                ("POST", "/api/v1/devices/codes", {"server": "https://a.example", "tablets": [
                    {"store": mine.store}]}),
                ("GET", "/api/v1/publications", None)):
            self.assertProblem(self.central.request(method, target, manager, body), 403)

    def test_labels_are_read_by_another_program(self):
        """zbarimg reads what the page of labels shows, and its codes enrol."""
        store = self.central.add_store()
        with tempfile.TemporaryDirectory() as folder:
            folder = pathlib.Path(folder)
            wanted = folder / "tablets.csv"
            wanted.write_text('\ufeffstore,name\r\n%s,"till ""A"", left"\r\n%s,\r\n' % (store, store),
                              encoding="utf-8")
            page = folder / "labels.html"
            printed = self.command("device", "codes", "--csv", str(wanted), "--server",
                                   "https://central.example:8443/", "--labels", str(page))
            codes = re.findall(r"\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\b", printed)
            self.assertEqual(len(codes), 2)
            html = page.read_text(encoding="utf-8")
            self.assertIn("till &quot;A&quot;, left", html)
            self.assertIn("Shop " + store, html)
            drawings = re.findall(r"<svg.*?</svg>", html, re.DOTALL)
            self.assertEqual([read_qr(each, folder) for each in drawings],
                             ["https://central.example:8443/#enrol=" + code for code in codes])
        tablet = self.new_tablet(store)
        self.assertEqual(tablet.enrol(codes[1], self.new_address()).status, 201)

    def test_a_label_names_a_server_that_tablets_take(self):
        store = self.central.add_store()
        for server in ("http://central.example", "central.example", "https://a.example/?x=1", ""):
            reply = self.central.request("POST", "/api/v1/devices/codes", self.admin, {
                "server": server, "tablets": [{"store": store}]})
            self.assertProblem(reply, 400, "malformed")


def read_qr(svg, folder):
    """What a QR code says: drawn by hand from its path, so that nothing of ours reads it."""
    side = int(re.search(r'viewBox="-4 -4 (\d+) ', svg)[1])
    scale = 6
    rows = [[255] * (side * scale) for _ in range(side * scale)]
    path = re.search(r'<path d="([^"]*)"', svg)[1]
    for x, y, width in re.findall(r"M(\d+) (\d+)h(\d+)v1H\d+z", path):
        for line in range((int(y) + 4) * scale, (int(y) + 5) * scale):
            for column in range((int(x) + 4) * scale, (int(x) + 4 + int(width)) * scale):
                rows[line][column] = 0
    picture = folder / "label.pgm"
    picture.write_bytes(b"P5 %d %d 255\n" % (side * scale, side * scale) +
                        b"".join(bytes(row) for row in rows))
    return subprocess.run(["zbarimg", "--quiet", "--raw", str(picture)], capture_output=True,
                          text=True, check=True, timeout=30).stdout.strip()

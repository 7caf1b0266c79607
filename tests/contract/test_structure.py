"""The chain's structure by CSV, by command and by the API; weeks, months and the official score."""

import csv
import datetime
import json
import unittest

from central_process import CommandFailed
from contract_case import ContractCase
from tablet import shop_day, shop_time

WHOLE = '''\
table,id,name,parent,region,timezone,target_nps,store,day,hours,weight,setting,value
regions,%(r)s-a,=SUM(A),,,,,,,,,,
regions,%(r)s-b,B,%(r)s-a,,,,,,,,,
stores,%(r)s-1,"Shop ""one""",,%(r)s-b,Asia/Tehran,-20,,,,,,
stores,%(r)s-2,فروشگاه,,%(r)s-a,Europe/Berlin,40,,,,,,
hours,,,,,,,%(r)s-1,sat,09:00-13:00 16:00-01:00,,,
hours,,,,,,,%(r)s-1,2026-12-25,closed,,,
'''


class Files(ContractCase):
    def setUp(self):
        self.folder = self.central.folder
        self.regions = "r%d" % next(self._hosts)

    def write(self, name, text, encoding="utf-8"):
        path = self.folder / name
        path.write_bytes(text.encode(encoding))
        return str(path)

    def export(self):
        path = self.folder / "whole.csv"
        self.central.run("structure", "export", str(path))
        return path

    def refused(self, name, text, encoding="utf-8", options=()):
        """What the command says when it takes nothing; nothing has changed."""
        before = self.export().read_bytes()
        with self.assertRaises(CommandFailed) as failed:
            self.central.run("structure", "import", self.write(name, text, encoding), *options)
        self.assertEqual(self.export().read_bytes(), before)
        return str(failed.exception)

    def test_there_and_back(self):
        path = self.write("in.csv", WHOLE % {"r": self.regions})
        said = self.central.run("structure", "import", path, "--dry-run")
        self.assertIn("Asia/Tehran", said)
        self.assertNotIn(self.regions, self.central.run("store", "list"))
        self.assertEqual(self.central.run("structure", "import", path), said)
        self.assertIn("\t-20\t", self.central.run("store", "list"))
        self.assertEqual(self.central.run("structure", "import", path), "0 changes\n")

        whole = self.export()
        self.assertTrue(whole.read_bytes().startswith(b"\xef\xbb\xbf"))
        with whole.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        region = next(row for row in rows if row["id"] == self.regions + "-a")
        self.assertEqual(region["name"], "'=SUM(A)")  # no spreadsheet runs it
        self.assertEqual(self.central.run("structure", "import", str(whole)), "0 changes\n")
        folder = self.folder / ("tables-" + self.regions)
        self.central.run("structure", "export", str(folder))
        self.assertEqual(sorted(each.name for each in folder.iterdir()), [
            "chain.csv", "devices.csv", "hours.csv", "regions.csv", "stores.csv",
            "touchpoints.csv"])
        self.assertEqual(self.central.run("structure", "import", str(folder)), "0 changes\n")
        (folder / "store.csv").write_text("id\n")
        with self.assertRaises(CommandFailed):
            self.central.run("structure", "import", str(folder))

    def test_excels_ways_of_writing(self):
        whole = WHOLE % {"r": self.regions}
        for name, text, encoding in (
                ("CR LF and a mark", whole.replace("\n", "\r\n"), "utf-8-sig"),
                ("semicolons", whole.replace(",", ";"), "utf-8")):
            with self.subTest(name):
                path = self.write("in.csv", text, encoding)
                self.central.run("structure", "import", path)
                self.assertEqual(self.central.run("structure", "import", path), "0 changes\n")

    def test_every_refusal_has_its_line(self):
        said = self.refused("in.csv", (
            "table,id,name,timezone\nstores,%s-1,One,UTC\nstores,x 1,Two,UTC\n"
            "stores,%s-3,Three,Mars/Base\nstores,%s-1,Again,UTC\nstores,four\n") % (
                (self.regions,) * 3))
        for line, code in ((3, "store-malformed"), (4, "zone-unknown"), (5, "structure-duplicate"),
                           (6, "csv-malformed")):
            self.assertRegex(said, r"line %d: [^\n]*\[%s\]" % (line, code))
        self.assertIn("structure-refused", said)

    def test_what_is_no_csv(self):
        for name, text, encoding, code in (
                ("nothing", "", "utf-8", "csv-empty"),
                ("UTF-16", WHOLE, "utf-16", "csv-encoding"),
                ("Latin-1", "table,id,name\nstores,x1,Köln\n", "latin-1", "csv-encoding"),
                ("a column twice", "table,id,id\n", "utf-8", "csv-column-twice"),
                ("without tables", "id,name\nx1,One\n", "utf-8", "column-missing"),
                ("an unknown column", "table,id,nmae\nstores,x1,One\n", "utf-8",
                 "column-unknown"),
                ("an open quote", 'table,id,name\nstores,x1,"One\n', "utf-8", "csv-malformed")):
            with self.subTest(name):
                self.assertIn(code, self.refused("in.csv", text, encoding))

    def test_touchpoints_and_targets_by_command(self):
        with self.assertRaises(CommandFailed):
            self.central.run("touchpoint", "set", "checkout=0.6", "exit=0.3")
        self.central.run("touchpoint", "set", "checkout=0.6:At the till", "exit=0.4")
        self.assertEqual(self.central.run("touchpoint", "list").splitlines()[1:],
                         ["checkout\tAt the till\t0.6", "exit\texit\t0.4"])
        store = self.central.add_store()
        self.central.run("store", "set", "--id", store, "--target", "55")
        self.assertIn("%s\tShop %s\tr1\tAsia/Dubai\t55\t" % (store, store),
                      self.central.run("store", "list"))
        self.central.run("store", "set", "--id", store, "--target", "none")
        with self.assertRaises(CommandFailed):
            self.central.run("store", "set", "--id", store, "--target", "101")
        self.central.run("structure", "import", self.write(
            "t.csv", "table,id,name\ntouchpoints,checkout,Checkout\n"))
        self.assertNotIn("exit", self.central.run("touchpoint", "list"))

    def test_settings_of_the_chain_are_of_the_chain(self):
        store = self.central.add_store()
        for key in ("official_score", "day_start", "week_start", "calendar"):
            with self.assertRaises(CommandFailed) as failed:
                self.central.run("setting", "set", "--store", store, "--key", key, "--value",
                                 '"all"' if key == "official_score" else '"04:00"')
            self.assertRegex(str(failed.exception), "setting-(of-chain|malformed)")


class Api(ContractCase):
    def test_rows_are_taken_whole_or_not_at_all(self):
        admin = self.admin_token()

        def send(body, token=admin):
            return self.central.request("POST", "/api/v1/structure", token, body)
        rows = {"regions": [{"id": "api-r", "name": "R"}],
                "stores": [{"id": "api-1", "name": "One", "region": "api-r", "target_nps": 12}]}
        self.assertEqual(send({**rows, "dry_run": True}).json()["applied"], False)
        report = send({**rows, "stores": rows["stores"] + [{"id": "api-2"}]}).json()
        self.assertEqual([each["line"] for each in report["refusals"]], [2])
        self.assertEqual(report["applied"], False)
        self.assertNotIn("api-1", self.central.run("store", "list"))
        self.assertEqual(send(rows).json()["applied"], True)
        self.assertEqual(send(rows).json()["changes"], [])
        structure = self.central.get("/api/v1/structure", admin).json()
        self.assertIn({"id": "api-1", "name": "One", "region": "api-r", "timezone": "UTC",
                       "target_nps": "12"}, structure["stores"])
        for bad in ([], {"shops": []}, {"stores": [1]}, {"dry_run": "yes"}):
            self.assertProblem(send(bad), 400, "malformed")
        self.assertIn("structure-change", self.central.run("audit", "list"))

    def admin_token(self):
        name = self.central.add_person("admin")
        return self.central.run("token", "add", "--user", name, "--scope", "read", "--scope",
                                "administer").strip()

    def test_who_may(self):
        seen, hidden = self.central.add_store("seen"), self.central.add_store("hidden")
        for role in ("regional", "manager", "viewer"):
            scope = {"region": "seen"} if role == "regional" else {"store": seen}
            token = self.central.add_user(role, **scope)
            body = json.dumps(self.central.get("/api/v1/structure", token).json())
            self.assertIn('"%s"' % seen, body)
            self.assertNotIn('"%s"' % hidden, body)
            self.assertNotIn('"hidden"', body)
            self.assertProblem(self.central.request("POST", "/api/v1/structure", token, {}), 403)
        tablet = self.new_tablet(seen)
        self.assertProblem(self.central.get("/api/v1/structure", tablet.token), 403)


class Reports(ContractCase):
    @classmethod
    def set(cls, key, value):
        cls.central.run("setting", "set", "--key", key, "--value", '"%s"' % value)

    def tearDown(self):
        for line in self.central.run("setting", "list").splitlines()[1:]:
            store, key = line.split("\t")[:2]
            if not store:
                self.central.run("setting", "remove", "--key", key)

    def answers(self, *days):
        """One answer on each of the days."""
        tablet = self.new_tablet()
        for day in days:
            tablet.post(tablet.check(9, at=shop_time(day, 12)))
        return tablet

    def read(self, tablet, **query):
        query = "&".join("%s=%s" % each for each in {"store": tablet.store, **query}.items())
        reply = self.central.get("/api/v1/nps?" + query, self.regional)
        self.assertEqual(reply.status, 200, reply)
        return reply.json()

    def test_weeks_begin_where_the_chain_says(self):
        days = [shop_day(ago) for ago in range(1, 15)]
        tablet = self.answers(*days)
        for name, first in (("mon", 0), ("sat", 5), ("sun", 6)):
            self.set("week_start", name)
            answer = self.read(tablet, by="week")
            self.assertEqual(answer["week_start"], name)
            expected = {}
            for day in days:
                start = day - datetime.timedelta(days=(day.weekday() - first) % 7)
                expected[start.isoformat()] = expected.get(start.isoformat(), 0) + 1
            self.assertEqual({row["key"]: row["n"] for row in answer["rows"]}, expected)

    def test_months_follow_the_calendar(self):
        tablet = self.answers(datetime.date(2026, 9, 22), datetime.date(2026, 9, 23),
                              datetime.date(2026, 10, 22), datetime.date(2026, 10, 23))

        def months(**query):
            answer = self.read(tablet, by="month", **query)
            return answer["calendar"], {row["key"]: row["n"] for row in answer["rows"]}
        gregorian = {"2026-09": 2, "2026-10": 2}
        jalali = {"1405-06": 1, "1405-07": 2, "1405-08": 1}
        self.assertEqual(months(), ("gregorian", gregorian))
        self.assertEqual(months(calendar="jalali"), ("jalali", jalali))
        self.set("calendar", "jalali")
        self.assertEqual(months(), ("jalali", jalali))
        self.assertEqual(months(calendar="gregorian"), ("gregorian", gregorian))

    def test_every_report_names_the_official_score(self):
        tablet = self.new_tablet()
        tablet.post(tablet.check(9), tablet.check(0, marks=["burst"]))
        self.assertEqual((self.read(tablet)["official"], self.read(tablet)["rows"][0]["n"]),
                         ("all", 2))
        self.set("official_score", "unmarked")
        answer = self.read(tablet)
        self.assertEqual((answer["official"], answer["marked"], answer["rows"][0]["n"]),
                         ("unmarked", "exclude", 1))
        self.assertEqual(self.read(tablet, marked="include")["rows"][0]["n"], 2)
        manager = self.central.add_user("manager", store=tablet.store)
        self.assertProblem(self.central.request("POST", "/api/v1/structure", manager, {
            "chain": [{"setting": "official_score", "value": "all"}]}), 403)

    def test_tablets_pull_the_day_start_and_the_hours(self):
        self.set("day_start", "04:00")
        tablet = self.new_tablet()
        path = self.central.folder / "hours.csv"
        path.write_text("table,store,day,hours\nhours,%s,mon,09:00-22:00\n"
                        "hours,%s,2026-12-25,closed\n" % (tablet.store, tablet.store))
        self.central.run("structure", "import", str(path))
        settings = self.central.get("/api/v1/config", tablet.token).json()["settings"]
        self.assertEqual(settings["day_start"], "04:00")
        self.assertEqual(settings["opening_hours"],
                         {"mon": ["09:00-22:00"], "exceptions": {"2026-12-25": []}})


if __name__ == "__main__":
    unittest.main()

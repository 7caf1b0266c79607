"""Answers from elsewhere and sales: line by line, and never twice."""

import datetime
import json
import unittest

from central_process import CommandFailed, one_word
from contract_case import ContractCase
from expected_score import expected_row
from tablet import shop_day, shop_time

HEADER = "external_id,channel,store,touchpoint,answered_at,score,comment,language,liked,improve\n"


class Imports(ContractCase):
    def setUp(self):
        self.store = self.central.add_store()

    def file(self, name, text, encoding="utf-8"):
        path = self.central.folder / name
        path.write_bytes(text.encode(encoding))
        return str(path)

    def bring(self, kind, text, encoding="utf-8", ok=True):
        """The counts, and everything that was said."""
        arguments = ("import", "--kind", kind, self.file(kind + ".csv", text, encoding))
        try:
            said = self.central.run(*arguments)
            self.assertTrue(ok, said)
        except CommandFailed as failed:
            said = str(failed)
            self.assertFalse(ok, said)
        counts = {}
        for line in said.splitlines():
            name, _, count = line.partition("\t")
            if count.isdigit():
                counts[name.split(": ")[-1]] = int(count)
        return counts, said


class Responses(Imports):
    def rows(self, count=6, channel="telephone"):
        when = shop_time(shop_day(2), 12)
        return "".join("%s-%d,%s,%s,hotline,%s,%d,,,,\n" % (
            self.store, i, channel, self.store,
            (when + datetime.timedelta(minutes=i)).isoformat(), i % 11) for i in range(count))

    def score(self, **query):
        query = "&".join("%s=%s" % each for each in {"store": self.store, **query}.items())
        return self.central.get("/api/v1/nps?" + query, self.regional).json()["rows"]

    def test_an_answer_is_a_record_like_any_other(self):
        text = HEADER + (
            "A1,telephone,{s},hotline,{d}T09:30:00Z,10,,de,staff; prices,\n"
            "A2,email,{s},hotline,{d} 13:45,3,\"Warten, \"\"lange\"\"\",,,\n"
            "A3,complaint-book,{s},desk,{d}T10:00:00+04:00,,Der Boden war nass,,,\n").format(
                s=self.store, d=shop_day(3))
        counts, _ = self.bring("responses", text)
        self.assertEqual(counts, {"accepted": 3, "duplicate": 0, "conflict": 0, "rejected": 0})
        self.assertEqual(self.score()[0]["n"], 2)
        self.assertEqual(self.score(touchpoint="hotline", by="hour")[0]["key"], "13")

        reply = self.central.get("/api/v1/export.jsonl?store=" + self.store,
                                 self.central.add_user("regional", region="r1"))
        records = [json.loads(line) for line in reply.body.splitlines()]
        self.assertEqual([(each["channel"], each["external_id"]) for each in records],
                         [("complaint-book", "A3"), ("email", "A2"), ("telephone", "A1")])
        table = self.central.get("/api/v1/export.csv?columns=channel&store=" + self.store,
                                 self.central.add_user("regional", region="r1"))
        self.assertEqual(sorted(table.body.decode("utf-8-sig").split()),
                         ["channel", "complaint-book", "email", "telephone"])
        by_id = {each["external_id"]: each for each in records}
        self.assertEqual(by_id["A1"]["items"][1]["value"], ["staff", "prices"])
        self.assertEqual(by_id["A2"]["hour"], 13)
        self.assertIsNone(by_id["A3"]["score"])
        # A source of its own in the ledger, sound, and no tablet.
        ledger = self.central.run("ledger", "--store", self.store)
        self.assertIn("Import: telephone", ledger)
        self.assertNotIn("Import", self.central.run("device", "list"))
        self.central.run("verify")

    def test_the_same_file_twice_doubles_nothing(self):
        text = HEADER + self.rows(700)
        counts, _ = self.bring("responses", text)
        self.assertEqual(counts["accepted"], 700)
        counts, _ = self.bring("responses", text)
        self.assertEqual((counts["accepted"], counts["duplicate"]), (0, 700))
        more = text + self.rows(702)[len(self.rows(700)):]
        counts, _ = self.bring("responses", more)
        self.assertEqual((counts["accepted"], counts["duplicate"]), (2, 700))
        row = self.score()[0]
        self.assertEqual(row["n"], 702)
        expected = expected_row([i % 11 for i in range(702)])
        self.assertEqual(row["histogram"], expected["histogram"])
        self.central.run("verify")

    def test_another_answer_under_the_same_id_is_a_conflict(self):
        text = HEADER + "X,web,%s,site,%sT09:00:00Z,9,,,,\n" % (self.store, shop_day(2))
        self.bring("responses", text)
        counts, said = self.bring("responses", text.replace(",9,", ",0,"), ok=False)
        self.assertEqual(counts["conflict"], 1)
        self.assertIn("line 2", said)
        self.assertEqual(self.score()[0]["promoters"], 1)
        # Within one file too; in another channel it is another answer.
        counts, _ = self.bring("responses", HEADER + text.splitlines()[1] + "\n" +
                               text.splitlines()[1].replace("web", "sms") + "\n" +
                               text.splitlines()[1].replace(",9,", ",8,") + "\n", ok=False)
        self.assertEqual((counts["accepted"], counts["duplicate"], counts["conflict"]), (1, 1, 1))

    def test_every_refused_line_says_why_and_the_others_are_taken(self):
        day = str(shop_day(2))
        lines = {
            "": "response-malformed",
            ",telephone,{s},t,{d}T09:00:00Z,9": "response-malformed",
            "b1,pigeon,{s},t,{d}T09:00:00Z,9": "channel-unknown",
            "b2,web,nowhere,t,{d}T09:00:00Z,9": "no-such-store",
            "b3,web,{s},,{d}T09:00:00Z,9": "touchpoint-unknown",
            "b4,web,{s},t,yesterday,9": "time-malformed",
            "b5,web,{s},t,{d}T25:00:00Z,9": "time-malformed",
            "b6,web,{s},t,2099-01-01T09:00:00Z,9": "answer-in-future",
            "b7,web,{s},t,{d}T09:00:00Z,11": "score-malformed",
            "b8,web,{s},t,{d}T09:00:00Z,nine": "score-malformed",
            "b9,web,{s},t,{d}T09:00:00Z,": "response-malformed",
            "b10,web,{s},t,{d}T09:00:00Z,9,,,weather": "choice-unknown",
            "b11,web,{s},t,{d}T09:00:00Z,3,,,staff": "answer-unreached",
        }
        text, expected = HEADER, []
        for number, (line, code) in enumerate(lines.items(), start=2):
            cells = line.format(s=self.store, d=day).split(",") if line else ["", "web"]
            text += ",".join(cells + [""] * (10 - len(cells))) + "\n"
            expected.append("line %d: " % number + r"[^\n]*\[%s\]" % code)
        text += "good,web,%s,t,%sT09:00:00Z,9,,,,\n" % (self.store, day)
        counts, said = self.bring("responses", text, ok=False)
        for line in expected:
            self.assertRegex(said, line)
        self.assertEqual((counts["accepted"], counts["rejected"]), (1, len(lines)))
        self.assertEqual(self.score()[0]["n"], 1)

    def test_files_of_all_kinds(self):
        good = HEADER + self.rows(3)
        for name, text, encoding, code in (
                ("Latin-1", HEADER + self.rows(1).replace(",0,,", ",0,Öl,"), "latin-1",
                 "csv-encoding"),
                ("UTF-16", good, "utf-16", "csv-encoding"),
                ("no external id", good.replace("external_id", "id"), "utf-8", "column-missing"),
                ("an unknown column", good.replace("improve", "improved"), "utf-8",
                 "column-unknown"),
                ("an open quote", HEADER + '"x,web\n', "utf-8", "csv-malformed"),
                ("nothing", "", "utf-8", "csv-empty")):
            with self.subTest(name):
                self.assertIn(code, self.bring("responses", text, encoding, ok=False)[1])
        self.assertEqual(self.score()[0]["n"], 0)
        counts, _ = self.bring("responses", good.replace("\n", "\r\n"), "utf-8-sig")
        self.assertEqual(counts["accepted"], 3)
        counts, _ = self.bring("responses", good.replace(",", ";"))
        self.assertEqual(counts["duplicate"], 3)

    def test_touchpoints_of_the_chain_are_the_only_ones(self):
        self.central.run("touchpoint", "set", "hotline")
        try:
            self.bring("responses", HEADER + self.rows(1))
            said = self.bring("responses", HEADER + self.rows(2).replace(
                "hotline", "elsewhere").splitlines()[1] + "\n", ok=False)[1]
            self.assertIn("touchpoint-unknown", said)
        finally:
            folder = self.central.folder / "none"
            folder.mkdir(exist_ok=True)
            (folder / "touchpoints.csv").write_text("id,name\n")
            self.central.run("structure", "import", str(folder))


class Sales(Imports):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.admin = one_word(cls.central.run(
            "token", "add", "--user", cls.central.add_person("admin"), "--scope", "administer"))

    def till(self, store):
        return one_word(self.central.run(
            "token", "add", "--user", self.central.add_person("viewer", store=store), "--scope",
            "sales"))

    def send(self, token, *rows):
        return self.central.request("POST", "/api/v1/sales", token, {"sales": list(rows)})

    def row(self, hour, count, **members):
        return {"store": self.store, "day": str(shop_day(1)), "hour": hour, "count": count,
                **members}

    def rates(self, **query):
        query = "&".join("%s=%s" % each for each in {"store": self.store, **query}.items())
        reply = self.central.get("/api/v1/response-rate?" + query, self.regional)
        self.assertEqual(reply.status, 200, reply)
        return reply.json()["rows"]

    def statuses(self, reply):
        self.assertEqual(reply.status, 200, reply)
        return [each["status"] for each in reply.json()["results"]]

    def test_the_latest_number_counts_and_the_rate_follows(self):
        tablet = self.new_tablet(self.store)
        tablet.post(*(tablet.check(9, at=shop_time(shop_day(ago), 12)) for ago in (1, 1, 1, 2)))
        self.assertEqual(self.rates(), [{"key": "", "scored": 4, "scored_with_sales": 0,
                                         "sales": None, "rate": None}])
        token = self.till(self.store)
        self.assertEqual(self.statuses(self.send(token, self.row(12, 20), self.row(13, 5))),
                         ["accepted"] * 2)
        self.assertEqual(self.statuses(self.send(token, self.row(12, 20), self.row(13, 10))),
                         ["unchanged", "accepted"])
        self.assertEqual(self.rates(), [{"key": "", "scored": 4, "scored_with_sales": 3,
                                         "sales": 30, "rate": 0.1}])
        self.assertEqual([(row["key"], row["sales"], row["rate"])
                          for row in self.rates(by="day")],
                         [(str(shop_day(2)), None, None), (str(shop_day(1)), 30, 0.1)])
        self.assertEqual([(row["key"], row["sales"], row["rate"])
                          for row in self.rates(by="hour", **{"from": shop_day(1)})],
                         [("12", 20, 0.15), ("13", 10, 0)])
        self.assertEqual(self.rates(by="store")[0]["key"], self.store)
        self.assertIn("sales-change", self.central.run("audit", "list"))

    def test_of_the_store_goes_before_of_its_touchpoints(self):
        self.send(self.admin, self.row(9, 4, touchpoint="a"), self.row(9, 6, touchpoint="b"))
        self.assertEqual(self.rates()[0]["sales"], 10)
        self.send(self.admin, self.row(9, 11))
        self.assertEqual(self.rates()[0]["sales"], 11)
        self.assertEqual(self.rates(touchpoint="b")[0]["sales"], 6)

    def test_every_entry_has_its_outcome(self):
        bad = [{"hour": 24}, {"hour": "12"}, {"count": -1}, {"count": 2.5}, {"count": 10 ** 7},
               {"day": "22.11.2026"}, {"day": "2099-01-01"}, {"store": "nowhere"},
               {"touchpoint": 3}, {"till": "3"}]
        reply = self.send(self.admin, *({**self.row(9, 1), **each} for each in bad),
                          self.row(9, 1), 7)
        self.assertEqual(self.statuses(reply), ["rejected"] * len(bad) + ["accepted", "rejected"])
        for body in ([], {}, {"sales": {}}, {"sales": [], "more": 1}):
            self.assertProblem(self.central.request("POST", "/api/v1/sales", self.admin, body),
                               400, "malformed")

    def test_who_may(self):
        other = self.central.add_store()
        token = self.till(other)
        reply = self.send(token, self.row(9, 1))
        self.assertEqual(reply.json()["results"][0]["code"], "no-such-store")
        self.assertEqual(self.rates()[0]["sales"], None)
        self.assertProblem(self.central.get("/api/v1/nps", token), 403, "forbidden")
        for role in ("manager", "viewer", "regional"):
            reader = self.central.add_user(role, store=self.store)
            self.assertProblem(self.send(reader, self.row(9, 1)), 403, "forbidden")
        tablet = self.new_tablet(self.store)
        self.assertProblem(self.send(tablet.token, self.row(9, 1)), 403)
        self.assertProblem(self.central.get(
            "/api/v1/response-rate?store=" + self.store,
            self.central.add_user("manager", store=other)), 404)

    def test_by_file(self):
        text = "store,day,hour,count\n" + "".join(
            "%s,%s,%d,%d\n" % (self.store, shop_day(1), hour, hour) for hour in range(24))
        counts, _ = self.bring("sales", text)
        self.assertEqual(counts, {"accepted": 24, "unchanged": 0, "rejected": 0})
        counts, _ = self.bring("sales", text)
        self.assertEqual(counts["unchanged"], 24)
        counts, said = self.bring("sales", text.replace(",3,3", ",3,many").replace(
            ",4,4\n", ",4,44\n"), ok=False)
        self.assertEqual((counts["accepted"], counts["unchanged"], counts["rejected"]), (1, 22, 1))
        self.assertRegex(said, r"line 5: [^\n]*\[sale-malformed\]")
        self.assertEqual(self.rates()[0]["sales"], sum(range(24)) + 40)

    def test_a_file_longer_than_one_request(self):
        text = "store,day,hour,count\n" + "".join(
            "%s,%s,%d,1\n" % (self.store, shop_day(1 + day), hour)
            for day in range(200) for hour in range(24))
        counts, _ = self.bring("sales", text)
        self.assertEqual(counts, {"accepted": 4800, "unchanged": 0, "rejected": 0})


if __name__ == "__main__":
    unittest.main()

"""Measurements beside the score of a purchase, recomputed from the exported answers; and that
employees' answers come out in no finer way than by whole weeks."""

import datetime
import json
import math
import pathlib
import random
import sys
import urllib.parse

from contract_case import ContractCase
from expected_score import expected_row
from tablet import shop_day, shop_time

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "core/metrics"))
from figures import student_quantile, wilson  # noqa: E402 (it lies beside what it checks)

CHECKLISTS = ("relational-nps", "employee-nps", "partner-nps", "checkout-csat", "checkout-ces",
              "checkout-womi", "checkout-competitor")
POINTS = ("nps", "low", "high")


def scale(question, value):
    return {"question": question, "type": "scale", "value": value}


def quarter_of(day):
    return "%d-Q%d" % (day.year, (day.month + 2) // 3)


def first_of_quarter(day, back=0):
    months = day.year * 12 + (day.month - 1) // 3 * 3 - 3 * back
    return datetime.date(months // 12, months % 12 + 1, 1)


class Measurements(ContractCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.lists = cls.central.add_shipped(*CHECKLISTS)
        cls.random = random.Random(20261123)
        cls.tablet = cls.new_tablet()
        cls.store = cls.tablet.store
        cls.this_monday = shop_day() - datetime.timedelta(days=shop_day().weekday())
        cls.answer_relational()
        cls.answer_employees()
        cls.answer_the_rest()

    @classmethod
    def ask(cls, name, day, score, *items, tablet=None):
        at = shop_time(day, 9) + datetime.timedelta(minutes=7 * cls.random.randrange(60))
        return (tablet or cls.tablet).check_of(cls.lists[name], score, *items, at=at)

    @classmethod
    def send(cls, checks, tablet=None):
        for start in range(0, len(checks), 400):
            reply = (tablet or cls.tablet).post(*checks[start:start + 400])
            others = [each for each in reply.json()["results"] if each["status"] != "accepted"]
            assert not others, others

    @classmethod
    def answer_relational(cls):
        """In the quarter that runs, in the two before it and in that of a year ago."""
        checks = []
        for back, answers in ((0, 15), (1, 130), (2, 20), (5, 60)):
            first = first_of_quarter(shop_day(), back)
            for _ in range(answers):
                day = min(first + datetime.timedelta(days=cls.random.randrange(80)), shop_day())
                score = cls.random.choice((10, 9, 8, 3) if back == 1 else (10, 7, 6, 0))
                checks.append(cls.ask("relational-nps", day, score))
        cls.send(checks)

    @classmethod
    def answer_employees(cls):
        """8 last week, 6 in the one before, 5 in this one; 3 in another shop last week."""
        def week(back, answers, tablet=None):
            first = cls.this_monday - datetime.timedelta(days=7 * back)
            for i in range(answers):
                day = min(first + datetime.timedelta(days=i % 7), shop_day())
                yield cls.ask("employee-nps", day, cls.random.choice((10, 9, 7, 2)), tablet=tablet)
        cls.send([*week(1, 8), *week(2, 6), *week(0, 5)])
        cls.small = cls.new_tablet()
        cls.send(list(week(1, 3, cls.small)), cls.small)

    @classmethod
    def answer_the_rest(cls):
        draw = cls.random.randint
        day = shop_day(3)
        checks = [cls.ask("partner-nps", day, draw(0, 10)) for _ in range(35)]
        checks += [cls.ask("checkout-csat", day, draw(1, 5)) for _ in range(50)]
        checks += [cls.ask("checkout-ces", day, draw(1, 7)) for _ in range(40)]
        for _ in range(120):
            more = [scale("dissuade", draw(0, 10))] if draw(0, 4) else []
            checks.append(cls.ask("checkout-womi", day, draw(0, 10), *more))
        for _ in range(90):
            prefer, more = draw(0, 10), []
            if prefer >= 9 and draw(0, 3):
                more = [{"question": "competitor", "type": "choice",
                         "value": cls.random.choice(("supermarket", "online"))}]
            checks.append(cls.ask("checkout-competitor", day, draw(0, 10), scale("prefer", prefer),
                                  *more))
        cls.send(checks)

    def told(self, token=None, **query):
        query = urllib.parse.urlencode({"store": self.store, **query})
        reply = self.central.get("/api/v1/measurements?" + query, token or self.regional)
        self.assertEqual(reply.status, 200, reply)
        return reply.json()

    def exported(self, checklist):
        """On the server itself, where employees' answers come along."""
        out = self.central.folder / (checklist + ".jsonl")
        out.unlink(missing_ok=True)
        self.central.run("export", "--format", "jsonl", "--checklist", checklist, "--store",
                         self.store, "--out", str(out))
        return [json.loads(line) for line in out.read_text("utf-8").splitlines()]

    def only(self, rows, checklist):
        (row,) = [row for row in rows if row["checklist"] == checklist]
        return row

    def near(self, found, expected, what):
        self.assertAlmostEqual(found, expected, delta=0.006, msg=what)

    def assertScore(self, row, scores):
        wanted = expected_row(scores)
        for name in ("n", "promoters", "passives", "detractors"):
            self.assertEqual(row[name], wanted[name], row)
        for name in POINTS:
            self.near(row[name], wanted[name], name)
        self.assertEqual(row["sufficiency"], "enough" if len(scores) >= 100 else
                         "rough" if len(scores) >= 30 else "too-few")

    def assertShare(self, share, count, base):
        value, low, high = wilson(count, base)
        self.assertEqual((share["count"], share["base"]), (count, base))
        for name, wanted in (("value", value), ("low", low), ("high", high)):
            self.assertAlmostEqual(share[name], wanted, delta=0.00006, msg=name)

    def test_the_relational_index_is_told_by_quarters_that_are_over(self):
        quarters = {}
        for record in self.exported("relational-nps"):
            day = datetime.date.fromisoformat(record["day"])
            quarters.setdefault(quarter_of(day), []).append(record["score"])
        running = quarters.pop(quarter_of(shop_day()))
        self.assertGreaterEqual(len(running), 15)
        told = self.told()["relational"]
        found = self.only(told["rows"], "relational-nps")["quarters"]
        self.assertEqual([each["key"] for each in found], sorted(quarters))
        for each in found:
            self.assertScore(each, quarters[each["key"]])
            self.assertEqual(each["from"], str(first_of_quarter(
                datetime.date.fromisoformat(each["to"]))))
        last, before = found[-1], found[-2]
        year_ago = next(each for each in found if each["key"] ==
                        "%d%s" % (int(last["key"][:4]) - 1, last["key"][4:]))
        for name, other in (("since_previous", before), ("since_last_year", year_ago)):
            self.assertDifference(last[name], quarters[last["key"]], quarters[other["key"]])
        self.assertIsNone(year_ago["since_previous"])
        self.assertEqual(last["level"], "compare-with-industry")
        self.assertIsNone(before["level"])  # 20 answers
        # Whatever the first day is; and the last day goes back in time.
        self.assertEqual(self.told(**{"from": shop_day(1)})["relational"], told)
        earlier = self.told(to=last["from"])["relational"]["rows"]
        self.assertEqual(self.only(earlier, "relational-nps")["quarters"], found[:-1])

    def assertDifference(self, found, now, before):
        def centre(scores):
            n = len(scores) + 3
            p = (sum(score >= 9 for score in scores) + 0.75) / n
            d = (sum(score <= 6 for score in scores) + 0.75) / n
            return 100 * (p - d), 1e4 * (p + d - (p - d) ** 2) / n
        (a, va), (b, vb) = centre(now), centre(before)
        half = 1.959964 * math.sqrt(va + vb)
        self.near(found["delta"], a - b, "delta")
        self.near(found["low"], a - b - half, "low")
        self.near(found["high"], a - b + half, "high")
        self.assertEqual(found["clear"], abs(a - b) > half)
        self.assertAlmostEqual(found["p_value"],
                               math.erfc(abs(a - b) / math.sqrt(2 * (va + vb))), delta=1e-6)

    def test_references_stand_beside_the_relational_index_and_nowhere_else(self):
        told = self.told()
        references = told["relational"].pop("references")
        values = {(each["code"], each["nps"], each["source"]) for each in references["rows"]}
        self.assertTrue({("grocery-retail", 49, "first"), ("electronics-retail", 30, "first"),
                         ("airlines", 36, "second")} <= values)
        self.assertTrue(all("neither gives" in each["text"] for each in references["sources"]))
        self.assertNotIn("grocery", json.dumps(told))

    def test_employees_are_told_by_whole_weeks_of_seven_and_more(self):
        weeks = {}
        for record in self.exported("employee-nps"):
            day = datetime.date.fromisoformat(record["day"])
            monday = day - datetime.timedelta(days=day.weekday())
            weeks.setdefault(str(monday), []).append(record["score"])
        self.assertEqual(sorted(map(len, weeks.values())), [5, 6, 8])
        found = self.only(self.told()["employees"]["rows"], "employee-nps")["weeks"]
        self.assertEqual([each["from"] for each in found], sorted(weeks)[:2])
        few, told = found
        self.assertScore(told, weeks[told["from"]])
        self.assertEqual({few[name] for name in (*POINTS, "n", "promoters", "detractors")}, {None})
        self.assertEqual(few["refused"]["code"], "employees-too-few")
        self.assertNotIn("6", few["refused"]["message"])
        # No filter makes a week smaller, and a week that is cut is none.
        for query in ({"marked": "exclude"}, {"touchpoint": "elsewhere"}):
            self.assertEqual(
                self.only(self.told(**query)["employees"]["rows"], "employee-nps")["weeks"], found)
        cut = self.told(to=self.this_monday - datetime.timedelta(days=2))["employees"]["rows"]
        self.assertEqual(self.only(cut, "employee-nps")["weeks"], [few])

    def test_a_sum_gives_away_no_small_shop(self):
        """8 and 3: the sum less the one that is told is 3."""
        reply = self.central.get("/api/v1/measurements", self.regional).json()["employees"]
        self.assertEqual([week["n"] for week in self.only(reply["rows"], "employee-nps")["weeks"]],
                         [None, None])

    def test_employees_are_not_for_their_manager(self):
        for role in ("manager", "viewer"):
            told = self.told(self.central.add_user(role, store=self.store))["employees"]
            self.assertEqual(told["refused"]["code"], "employees-not-for-you")
            self.assertEqual(told["rows"], [])

    def test_employees_come_out_in_no_finer_way(self):
        asked = "checklist=employee-nps&store=" + self.store
        for path in ("nps", "nps?by=hour", "nps?by=day", "nps?by=week", "trend", "ranking",
                     "heatmap", "drivers", "funnel", "touchpoints", "kiosks", "comparison",
                     "answers", "export.csv", "export.jsonl", "export.xlsx"):
            reply = self.central.get("/api/v1/%s%s%s" % (
                path, "&" if "?" in path else "?", asked), self.regional)
            self.assertProblem(reply, 400, "employees-by-week")
        self.assertProblem(self.central.get("/api/v1/nps?checklist=employee-nps",
                                            self.tablet.token), 400, "employees-by-week")
        for path in ("export.csv", "export.jsonl", "odata/Responses", "odata/Answers"):
            self.assertNotIn(b"employee-nps", self.central.get(
                "/api/v1/" + path, self.regional).body, path)
        comments = self.central.get("/api/v1/comments?" + asked, self.regional).json()
        self.assertEqual(comments["comments"], [])

    def test_no_other_measurement_is_in_the_shops_score(self):
        transactional = [record["score"] for name in ("checkout-womi", "checkout-competitor")
                         for record in self.exported(name)]
        self.assertRow(self.nps(self.tablet, marked="include")[0], transactional)
        (row,) = [row for row in self.central.get("/api/v1/ranking", self.regional).json()["rows"]
                  if row["key"] == self.store]
        self.assertEqual(row["n"], len(transactional))
        glance = self.central.get("/api/v1/glance", self.tablet.token).json()
        self.assertLessEqual(sum(glance["all"]), len(transactional))

    def test_partners_satisfaction_and_effort(self):
        told = self.told()
        self.assertScore(self.only(told["partners"], "partner-nps"),
                         [record["score"] for record in self.exported("partner-nps")])
        boxes = [record["score"] for record in self.exported("checkout-csat")]
        csat = self.only(told["csat"], "checkout-csat")
        self.assertEqual(csat["counts"], [boxes.count(i) for i in range(1, 6)])
        self.assertShare(csat["satisfied"], sum(box >= 4 for box in boxes), len(boxes))
        boxes = [record["score"] for record in self.exported("checkout-ces")]
        ces = self.only(told["ces"], "checkout-ces")
        n = len(boxes)
        mean = sum(boxes) / n
        half = student_quantile(0.05, n - 1) * math.sqrt(
            sum((box - mean) ** 2 for box in boxes) / (n - 1) / n)
        self.near(ces["mean"], mean, "mean")
        self.near(ces["low"], mean - half, "low")
        self.near(ces["high"], mean + half, "high")
        self.assertShare(ces["easy"], sum(box >= 5 for box in boxes), n)

    def test_what_nobody_answered_is_refused_with_the_reason(self):
        told = self.told(store=self.small.store)
        for part, checklist in (("partners", "partner-nps"), ("csat", "checkout-csat"),
                                ("ces", "checkout-ces")):
            row = self.only(told[part], checklist)
            self.assertEqual((row["n"], row["refused"]["code"]), (0, "answers-too-few"))

    def test_word_of_mouth_by_both_rules(self):
        self.assertIsNone(self.only(self.told()["womi"], "checkout-womi")["readings"])
        row = self.only(self.told(checklist="checkout-womi")["womi"], "checkout-womi")
        self.assertIn("dissuade", row["question"])
        self.assertEqual(row["sample"], {"read": 120, "of": 120, "sampled_one_in": 1})
        pairs = []
        for record in self.exported("checkout-womi"):
            values = {item["question"]: item["value"] for item in record["items"]}
            if "dissuade" in values:
                pairs.append((values["recommend"], values["dissuade"]))
        self.assertLess(len(pairs), 120)
        n, promoters = len(pairs), sum(r >= 9 for r, _ in pairs)
        for reading, detracts in zip(row["readings"], (lambda r, d: r <= 6 and d >= 7,
                                                       lambda r, d: d >= 9)):
            true = sum(detracts(r, d) for r, d in pairs)
            self.assertEqual((reading["n"], reading["promoters"], reading["true_detractors"]),
                             (n, promoters, true))
            self.near(reading["womi"], 100 * (promoters - true) / n, "womi")
            self.assertLess(reading["low"], reading["womi"])
            self.assertGreater(reading["high"], reading["womi"])
            self.assertIn("detractors", reading["rule_text"])

    def test_where_else_shoppers_would_go(self):
        row = self.only(self.told(checklist="checkout-competitor", language="fa")["competitors"],
                        "checkout-competitor")
        prefer, named = [], {}
        for record in self.exported("checkout-competitor"):
            values = {item["question"]: item["value"] for item in record["items"]}
            prefer.append(values["prefer"])
            if "competitor" in values:
                named[values["competitor"]] = named.get(values["competitor"], 0) + 1
        score = row["score"]
        wanted = expected_row(prefer)
        for name in POINTS:
            self.near(score[name], wanted[name], name)
        self.assertEqual(score["unnamed"], wanted["promoters"] - sum(named.values()))
        self.assertEqual({each["code"]: each["share"]["count"] for each in score["named"]}, named)
        for each in score["named"]:
            self.assertShare(each["share"], named[each["code"]], len(prefer))
        self.assertIn("یک فروشگاه بزرگ دیگر", [each["name"] for each in score["named"]])

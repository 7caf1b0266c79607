"""GET /api/v1/nps against the definition of the score."""

import datetime
import urllib.parse

from contract_case import ContractCase
from tablet import shop_day, shop_time


class Score(ContractCase):
    def setUp(self):
        self.tablet = self.new_tablet()

    def post_at(self, *answers):
        """Answers as (day, hour, score)."""
        self.assertStatuses(
            self.tablet.post(*(self.tablet.check(score, at=shop_time(day, hour))
                               for day, hour, score in answers)),
            *["accepted"] * len(answers))

    def assertRows(self, rows, expected):
        """The rows with answers, in order, are made of these scores."""
        rows = [row for row in rows if row["n"]]
        self.assertEqual(len(rows), len(expected), rows)
        for row, scores in zip(rows, expected):
            self.assertRow(row, scores)

    def test_without_answers_the_score_is_null_and_not_zero(self):
        rows = self.nps(self.tablet, by="none")
        self.assertEqual(len(rows), 1, rows)
        self.assertRow(rows[0], [])

    def test_every_score_has_its_place(self):
        scores = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 10, 7, 0]
        self.tablet.post(*self.tablet.checks(scores))
        rows = self.nps(self.tablet)
        self.assertEqual(len(rows), 1, rows)
        self.assertRow(rows[0], scores)

    def test_extremes(self):
        for scores in ([10], [0], [7], [9, 9, 10], [6] * 5, [8, 7, 8], [10, 0], [9] * 12 + [3]):
            with self.subTest(scores):
                self.setUp()
                self.tablet.post(*self.tablet.checks(scores))
                self.assertRow(self.nps(self.tablet, by="none")[0], scores)

    def test_the_answer_says_of_when_it_is(self):
        reply = self.central.get("/api/v1/nps?store=" + self.tablet.store, self.regional)
        datetime.datetime.fromisoformat(reply.json()["as_of"].replace("Z", "+00:00"))

    def test_by_day(self):
        first, second = shop_day(5), shop_day(3)
        self.post_at((first, 10, 9), (first, 18, 3), (second, 12, 7))
        rows = self.nps(self.tablet, by="day")
        self.assertRows(rows, [[9, 3], [7]])
        self.assertEqual([row["key"] for row in rows if row["n"]], [str(first), str(second)])

    def test_from_and_to_are_business_days_both_included(self):
        days = [shop_day(ago) for ago in (6, 5, 4, 3)]
        self.post_at(*((day, 23, score) for day, score in zip(days, (0, 7, 9, 10))))
        for begin, end, expected in ((1, 2, [7, 9]), (1, 1, [7]), (0, 3, [0, 7, 9, 10])):
            with self.subTest((begin, end)):
                query = {"from": days[begin], "to": days[end], "by": "none"}
                self.assertRow(self.nps(self.tablet, **query)[0], expected)
        self.assertRow(self.nps(self.tablet, **{"from": days[2]})[0], [9, 10])
        self.assertRow(self.nps(self.tablet, to=days[2])[0], [0, 7, 9])

    def test_by_hour_uses_the_shops_own_hours(self):
        day = shop_day(4)
        self.post_at((day, 0, 9), (day, 0, 2), (day, 13, 7), (day, 23, 10))
        rows = self.nps(self.tablet, by="hour", **{"from": day, "to": day})
        self.assertRows(rows, [[9, 2], [7], [10]])

    def test_a_tablet_sees_its_whole_store_at_a_glance(self):
        other = self.new_tablet(store=self.tablet.store)
        elsewhere = self.new_tablet()
        day = shop_day(3)
        self.post_at((day, 10, 9), (day, 11, 3))
        other.post(other.check(10, at=shop_time(day, 11), touchpoint="exit", items=[
            {"question": "recommend", "type": "scale", "value": 10},
            {"question": "liked", "type": "choices", "value": ["staff", "prices"]}]))
        elsewhere.post(elsewhere.check(0, at=shop_time(day, 11)))
        reply = self.central.get("/api/v1/glance?from=%s&to=%s" % (day, day), self.tablet.token)
        self.assertEqual(reply.status, 200)
        glance = reply.json()
        histogram = lambda *scores: [scores.count(score) for score in range(11)]
        self.assertEqual(glance["all"], histogram(9, 3, 10))
        self.assertEqual(glance["unmarked"], histogram(9, 3, 10))
        self.assertEqual(glance["hours"][11], histogram(3, 10))
        self.assertEqual(sum(map(sum, glance["hours"])), 3)
        self.assertEqual({row["touchpoint"]: row["histogram"] for row in glance["touchpoints"]},
                         {"checkout": histogram(9, 3), "exit": histogram(10)})
        self.assertEqual(len(glance["tablets"]), 2)
        self.assertEqual(glance["reasons"], {
            "liked": [{"code": "prices", "count": 1}, {"code": "staff", "count": 1}]})
        self.assertEqual(glance["marks"], [])
        self.assertEqual(glance["today"], histogram())
        self.assertProblem(
            self.central.get("/api/v1/glance?store=" + elsewhere.store, self.tablet.token),
            (404,), "not-found")

    def test_a_glance_says_why_answers_are_marked(self):
        other = self.new_tablet(store=self.tablet.store)
        elsewhere = self.new_tablet()
        day = shop_day(3)
        for tablet, marks in ((self.tablet, ["burst"]), (other, ["burst", "repeat"]),
                              (elsewhere, ["closed_hours"])):
            tablet.post(tablet.check(10, at=shop_time(day, 11), marks=marks))
        glance = self.central.get("/api/v1/glance?from=%s&to=%s" % (day, day),
                                  self.tablet.token).json()
        self.assertEqual(glance["marks"], [{"code": "burst", "count": 2},
                                           {"code": "repeat", "count": 1}])
        self.assertEqual((sum(glance["all"]), sum(glance["unmarked"])), (2, 0))

    def test_by_week(self):
        tuesday = shop_day(20)
        tuesday -= datetime.timedelta(days=(tuesday.weekday() - 1) % 7)
        later = tuesday + datetime.timedelta(days=14)
        self.post_at((tuesday, 10, 9), (tuesday + datetime.timedelta(days=1), 10, 3),
                     (later, 10, 8))
        self.assertRows(self.nps(self.tablet, by="week"), [[9, 3], [8]])

    def test_by_month(self):
        days = [shop_day(ago) for ago in (80, 45, 10)]
        self.post_at(*((day, 12, score) for day, score in zip(days, (9, 3, 8))))
        rows = self.nps(self.tablet, by="month")
        self.assertRows(rows, [[9], [3], [8]])
        self.assertEqual([row["key"] for row in rows if row["n"]],
                         [day.strftime("%Y-%m") for day in days])

    def test_a_range_over_months_equals_the_sum_of_its_days(self):
        days = [shop_day(ago) for ago in (95, 70, 61, 40, 33, 12, 2)]
        scores = [0, 3, 7, 8, 9, 10, 10]
        self.post_at(*((day, 9, score) for day, score in zip(days, scores)))
        for first in range(len(days) - 1):
            query = {"from": days[first], "to": days[-2]}
            self.assertRow(self.nps(self.tablet, **query)[0], scores[first:-1])

    def test_by_store_within_a_region(self):
        region = "north"
        stores = [self.central.add_store(region) for _ in range(3)]
        for store, scores in zip(stores, ([9, 10, 3], [7])):
            tablet = self.new_tablet(store)
            tablet.post(*tablet.checks(scores))
        token = self.central.add_user("regional", region=region)
        reply = self.central.get("/api/v1/nps?by=store&region=" + region, token)
        self.assertEqual(reply.status, 200, reply)
        rows = {row["key"]: row for row in reply.json()["rows"] if row["n"]}
        self.assertEqual(sorted(rows), stores[:2])
        self.assertRow(rows[stores[0]], [9, 10, 3])
        self.assertRow(rows[stores[1]], [7])

    def test_a_region_pools_its_answers(self):
        region = "south"
        for scores in ([10, 10, 10, 10], [0]):
            tablet = self.new_tablet(self.central.add_store(region))
            tablet.post(*tablet.checks(scores))
        token = self.central.add_user("regional", region=region)
        reply = self.central.get("/api/v1/nps?region=" + region, token)
        self.assertRow(reply.json()["rows"][0], [10, 10, 10, 10, 0])

    def test_marked_answers_can_be_left_out(self):
        self.tablet.post(self.tablet.check(9), self.tablet.check(0, marks=["burst"]))
        self.assertRow(self.nps(self.tablet, marked="include")[0], [9, 0])
        self.assertRow(self.nps(self.tablet, marked="exclude")[0], [9])

    def test_by_touchpoint(self):
        self.tablet.post(self.tablet.check(9), self.tablet.check(0, touchpoint="service-desk"))
        self.assertRow(self.nps(self.tablet, touchpoint="checkout")[0], [9])
        self.assertRow(self.nps(self.tablet, touchpoint="service-desk")[0], [0])

    def test_by_checklist(self):
        self.tablet.post(self.tablet.check(9))
        name = self.central.checklist["id"]
        self.assertRow(self.nps(self.tablet, checklist=name)[0], [9])

    def test_a_tablet_reads_its_own_store(self):
        self.tablet.post(self.tablet.check(9))
        reply = self.central.get("/api/v1/nps?store=" + self.tablet.store, self.tablet.token)
        self.assertRow(reply.json()["rows"][0], [9])

    def test_wrong_questions_are_refused(self):
        for query in ({"by": "minute"}, {"from": "2026-02-30"}, {"to": "yesterday"},
                      {"marked": "maybe"}):
            with self.subTest(query):
                target = "/api/v1/nps?" + urllib.parse.urlencode(
                    {"store": self.tablet.store, **query})
                self.assertProblem(self.central.get(target, self.regional), 400)


class WhoseScore(ContractCase):
    """Nobody reads the score of another store or region."""

    def setUp(self):
        self.tablet = self.new_tablet()
        self.tablet.post(self.tablet.check(9))
        self.target = "/api/v1/nps?store=" + self.tablet.store

    def test_another_stores_tablet(self):
        self.assertProblem(self.central.get(self.target, self.new_tablet().token), (403, 404))

    def test_another_stores_manager(self):
        token = self.central.add_user("manager", store=self.central.add_store())
        self.assertProblem(self.central.get(self.target, token), (403, 404))

    def test_the_stores_own_manager(self):
        token = self.central.add_user("manager", store=self.tablet.store)
        self.assertRow(self.central.get(self.target, token).json()["rows"][0], [9])

    def test_another_regions_staff(self):
        self.central.add_store("elsewhere")
        token = self.central.add_user("regional", region="elsewhere")
        self.assertProblem(self.central.get(self.target, token), (403, 404))

    def test_another_regions_staff_by_store(self):
        self.central.add_store("elsewhere")
        token = self.central.add_user("regional", region="elsewhere")
        reply = self.central.get("/api/v1/nps?by=store", token)
        self.assertNotIn(self.tablet.store, [row["key"] for row in reply.json()["rows"]])

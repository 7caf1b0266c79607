"""What shoppers wrote: searched in any language, masked, in threes, by those who may."""

import datetime
import json
import urllib.parse

from contract_case import ContractCase
from tablet import Tablet, shop_day, shop_time, text_item, utc_now


class Comments(ContractCase):
    def setUp(self):
        self.store = self.central.add_store()
        self.tablet = Tablet(self.central)
        self.tablet.enrol(self.central.device_code(self.store), self.new_address())

    def listed(self, call="comments", token=None, status=200, **query):
        target = "/api/v1/%s?%s" % (call, urllib.parse.urlencode({"store": self.store, **query}))
        reply = self.central.get(target, token or self.regional)
        if status != 200:
            return self.assertProblem(reply, status)
        self.assertEqual(reply.status, 200, reply)
        return reply.json()

    def texts(self, **query):
        return sorted(text["text"] for entry in self.listed(**query)["comments"]
                      for text in entry["texts"])

    def test_found_by_words_and_filters(self):
        self.tablet.post(
            self.tablet.check(2, comment="The queue was ENDLESS"),
            self.tablet.check(10, comment="صف صندوق کوتاه می‌شود", language="fa"),
            self.tablet.check(9, comment="வரிசை இல்லை", language="ta"), self.tablet.check(8))
        page = self.listed()
        self.assertEqual((page["found"], page["found_is_least"], page["held_back"], page["next"]),
                         (3, False, 0, None))
        self.assertEqual(self.texts(q="queu END"), ["The queue was ENDLESS"])
        self.assertEqual(self.texts(q="ميشود"), ["صف صندوق کوتاه می‌شود"])
        self.assertEqual(self.texts(q="வரி"), ["வரிசை இல்லை"])
        self.assertEqual(self.texts(q="queue", score="promoters"), [])
        self.assertEqual(len(self.texts(score="promoters")), 2)
        self.assertEqual(self.texts(language="ta"), ["வரிசை இல்லை"])
        text = self.listed(q="queue")["comments"][0]["texts"][0]
        self.assertEqual([text["text"][a:b] for a, b in text["hits"]], ["queue"])
        entry = self.listed(q="queue")["comments"][0]
        self.assertEqual((entry["score"], entry["store"], entry["marked"], entry["touchpoint"]),
                         (2, self.store, False, "checkout"))
        self.assertNotIn("hour", entry)
        self.listed(q="!!", status=400)
        for after in ("x", "-9223372036854775808.0.0", "3000000.0.0"):
            self.listed(after=after, status=400)

    def test_pages_hold_each_once(self):
        self.tablet.post(*(self.tablet.check(9, comment="word%d" % i) for i in range(11)))
        found, after = [], None
        while True:
            page = self.listed(limit=4, **({"after": after} if after else {}))
            found += [entry["texts"][0]["text"] for entry in page["comments"]]
            after = page["next"]
            if not after:
                break
        self.assertEqual(sorted(found), sorted("word%d" % i for i in range(11)))

    def test_what_is_masked_is_not_found_and_not_told(self):
        self.tablet.post(self.tablet.check(2, comment="Ask Mr Miller, 0151 2345678, at the till"))
        self.assertEqual(self.texts(q="till"), ["Ask Mr •••, •••, at the till"])
        self.assertEqual(self.texts(q="miller"), [])

    def test_of_today_in_threes(self):
        now = utc_now() - datetime.timedelta(seconds=40)
        same = {"day": self.tablet.check(1, at=now)["day"], "hour": 13}
        def write(text):
            self.tablet.post(self.tablet.check(5, at=now, comment=text, **same))
        write("one")
        write("two")
        page = self.listed()
        self.assertEqual((page["found"], page["held_back"]), (0, 2))
        write("three")
        self.assertEqual(len(self.texts()), 3)

    def test_a_tablet_reads_what_was_said_in_its_store(self):
        other = self.new_tablet(store=self.store)
        elsewhere = self.new_tablet()
        day = shop_day(2)
        self.tablet.post(
            self.tablet.check(2, at=shop_time(day, 13), comment="Ask Mr Miller, 0151 2345678"),
            self.tablet.check(9, at=shop_time(day, 8)))
        other.post(other.check(10, at=shop_time(day, 13), language="fa", items=[
            {"question": "recommend", "type": "scale", "value": 10},
            {"question": "liked", "type": "choices", "value": ["staff", "prices"]},
            text_item("comment", "خوب")]))
        elsewhere.post(elsewhere.check(0, at=shop_time(day, 13), comment="not here"))
        reply = self.central.get("/api/v1/glance/latest", self.tablet.token)
        self.assertEqual(reply.status, 200, reply)
        latest = reply.json()
        place = {"day": str(day), "part": "afternoon", "marked": False}
        self.assertEqual(sorted(latest["comments"]["entries"], key=lambda each: each["score"]), [
            {**place, "score": 2, "language": "en", "texts": ["Ask Mr •••, •••"]},
            {**place, "score": 10, "language": "fa", "texts": ["خوب"]}])
        self.assertEqual(latest["comments"]["held_back"], 0)
        answers = latest["answers"]["entries"]
        self.assertEqual([each["part"] for each in answers], ["afternoon"] * 2 + ["morning"])
        self.assertEqual(
            {each["score"]: [pick["code"] for pick in each["reasons"]] for each in answers},
            {2: [], 10: ["staff", "prices"], 9: []})
        for each in answers:
            self.assertEqual(sorted(each), ["day", "marked", "part", "reasons", "score"])
        reply = self.central.get("/api/v1/glance/latest", elsewhere.token)
        self.assertEqual([each["texts"] for each in reply.json()["comments"]["entries"]],
                         [["not here"]])

    def test_a_tablet_reads_of_today_in_threes(self):
        other = self.new_tablet(store=self.store)
        now = utc_now() - datetime.timedelta(seconds=40)
        same = {"day": self.tablet.check(1, at=now)["day"], "hour": 13}
        def latest():
            return self.central.get("/api/v1/glance/latest", self.tablet.token).json()
        def held(said):
            return len(said["entries"]), said["held_back"]
        for tablet in (self.tablet, other):
            tablet.post(tablet.check(5, at=now, comment="one of two", **same))
        self.assertEqual(held(latest()["comments"]), (0, 2))
        self.assertEqual(held(latest()["answers"]), (0, 2))
        other.post(other.check(5, at=now, comment="three", **same))
        self.assertEqual(held(latest()["comments"]), (3, 0))
        # Single answers belong together by kiosk.
        self.assertEqual(held(latest()["answers"]), (0, 3))
        other.post(other.check(5, at=now, **same))
        self.assertEqual(held(latest()["answers"]), (3, 1))

    def test_a_tablet_reads_no_more_than_a_page(self):
        self.tablet.post(*(self.tablet.check(9, comment="word%d" % i) for i in range(70)))
        for query in ("", "?limit=500", "?after=99999.0.0", "?q=word1"):
            reply = self.central.get("/api/v1/glance/latest" + query, self.tablet.token)
            if query:
                self.assertProblem(reply, 400)
            else:
                self.assertEqual(len(reply.json()["comments"]["entries"]), 60)
                self.assertEqual(len(reply.json()["answers"]["entries"]), 60)

    def test_who_may_not_sees_none(self):
        self.tablet.post(self.tablet.check(1, comment="nothing for strangers"))
        viewer = self.central.add_user("viewer", store=self.store)
        other = self.central.add_store("elsewhere")
        stranger = self.central.add_user("manager", store=other)
        for call in ("comments", "comments/words"):
            self.listed(call, viewer, status=403)
            self.listed(call, self.tablet.token, status=403)
            self.listed(call, stranger, status=404)
        reply = self.central.get("/api/v1/comments", stranger)
        self.assertEqual(reply.json()["comments"], [])

    def test_erased_is_gone(self):
        check = self.tablet.check(1, comment="please forget")
        self.tablet.post(check, self.tablet.check(1, comment="please keep"))
        self.assertEqual(len(self.texts(q="please")), 2)
        self.central.run("erase", "--record", check["id"])
        self.assertEqual(self.texts(q="please"), ["please keep"])

    def test_words_that_tell_two_groups_apart(self):
        checks = []
        for i in range(60):
            checks.append(self.tablet.check(10, comment="the staff were friendly, day %d" % i))
            checks.append(self.tablet.check(2, comment="the queue was long, day %d" % i))
        checks.append(self.tablet.check(2, comment="only I say zebra"))
        self.tablet.post(*checks)
        words = self.listed("comments/words")
        self.assertEqual(words["comments"], 121)
        self.assertEqual({group["key"]: group["comments"] for group in words["groups"]},
                         {"promoters": 60, "detractors": 61})
        told = {each["word"]: each["group"] for each in words["distinctive"]}
        self.assertEqual(told, {"staff": "promoters", "friendly": "promoters",
                                "queue": "detractors", "long": "detractors"})
        frequent = {each["word"]: each["comments"] for each in words["frequent"]}
        self.assertEqual(frequent["day"], 120)
        self.assertNotIn("the", frequent, "it says nothing")
        self.assertNotIn("zebra", json.dumps(words), "one writer's word")
        here = self.listed("comments/words", compare="place")
        self.assertEqual(here["groups"][0], {"key": "here", "comments": 121})
        reply = self.central.get("/api/v1/comments/words?compare=place", self.regional)
        self.assertProblem(reply, 400)

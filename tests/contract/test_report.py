"""GET /api/v1/report: what the page and the command give to a manager on paper."""

import datetime
import tempfile
import unittest
import urllib.parse

from contract_case import ContractCase, text_of_pdf
from tablet import shop_day, shop_time


class Report(ContractCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        last = shop_day().replace(day=1) - datetime.timedelta(days=1)
        cls.month = str(last)[:7]
        cls.tablet = cls.new_tablet()
        cls.tablet.post(*(cls.tablet.check(score, at=shop_time(last, 12))
                          for score in [10] * 80 + [8] * 20 + [0] * 20))
        cls.empty = cls.central.add_store()
        cls.elsewhere = cls.central.add_store(region="r2")

    def report(self, token=None, **query):
        query = {"month": self.month, **query}
        return self.central.get("/api/v1/report?" + urllib.parse.urlencode(query),
                                token or self.regional)

    def test_a_store_is_told_what_it_was_answered(self):
        reply = self.report(store=self.tablet.store)
        self.assertEqual(reply.status, 200, reply)
        self.assertEqual(reply.headers.get_content_type(), "application/pdf")
        self.assertIn(self.month, reply.headers["Content-Disposition"])
        text = text_of_pdf(reply.body)
        self.assertIn("Shop " + self.tablet.store, text)
        self.assertIn("+50", text)
        self.assertIn("67%", text)
        for title in ("What changed", "Why, perhaps", "What to do", "How to read this"):
            self.assertIn(title, text)

    def test_without_answers_nothing_is_zero(self):
        text = text_of_pdf(self.report(store=self.empty).body)
        self.assertIn("No answers", text)
        self.assertIn("It is not zero", text)

    def test_a_region_tells_its_stores_in_order(self):
        text = text_of_pdf(self.report(region="r1").body)
        self.assertIn("Stores in order", text)
        self.assertIn("Shop " + self.tablet.store, text)
        self.assertNotIn("Shop " + self.elsewhere, text)

    def test_every_language_is_drawn(self):
        for language in ("ar", "de", "en", "es", "fa", "fr", "hi", "ru", "ta", "tr"):
            with self.subTest(language):
                reply = self.report(store=self.tablet.store, language=language)
                self.assertEqual(reply.status, 200, reply)
                self.assertNotIn("\u25cc", text_of_pdf(reply.body))

    def test_what_cannot_be_told_is_refused(self):
        store = self.tablet.store
        ahead = str(shop_day(-40))[:7]
        for query in ({"store": store, "month": ""}, {"store": store, "month": "2026-13"},
                      {"store": store, "month": "last"}, {"store": store, "month": ahead},
                      {"store": store, "region": "r1"}, {},
                      {"store": store, "language": "xx"}, {"store": store, "format": "doc"}):
            with self.subTest(query):
                self.assertProblem(self.report(**query), 400, "malformed")

    def test_nobody_reads_what_they_may_not_see(self):
        self.assertProblem(self.report(store="none"), 404, "not-found")
        self.assertProblem(self.report(region="none"), 404, "not-found")
        self.assertProblem(self.report(store=self.elsewhere), 404, "not-found")
        self.assertProblem(self.report(region="r2"), 404, "not-found")
        manager = self.central.add_user("manager", store=self.empty)
        self.assertProblem(self.report(manager, store=self.tablet.store), 404, "not-found")
        self.assertEqual(self.report(manager, store=self.empty).status, 200)
        nobody = self.central.get("/api/v1/report?store=%s&month=%s" % (self.empty, self.month))
        self.assertProblem(nobody, 401)
        self.assertProblem(self.report(self.tablet.token, store=self.tablet.store), 403)

    def test_the_command_writes_the_same_beside_the_server(self):
        with tempfile.TemporaryDirectory() as folder:
            file = folder + "/report.pdf"
            self.central.run("report", "--store", self.tablet.store, "--month", self.month,
                             "--out", file)
            with open(file, "rb") as pdf:
                self.assertEqual(text_of_pdf(pdf.read()),
                                 text_of_pdf(self.report(store=self.tablet.store).body))
            said = self.central.run("report", "--region", "r1", "--each", "--month", self.month,
                                    "--language", "fa", "--out", folder + "/all")
            self.assertRegex(said, r"^\d+ reports\n$")
            with open("%s/all/store-%s.pdf" % (folder, self.empty), "rb") as pdf:
                self.assertTrue(pdf.read().startswith(b"%PDF"))

    def test_it_is_in_the_audit_log(self):
        self.report(store=self.tablet.store, language="ta")
        log = self.central.run("audit", "list")
        line = next(line for line in log.splitlines() if "\treport\t" in line)
        self.assertIn("user:regional", line)


if __name__ == "__main__":
    unittest.main()

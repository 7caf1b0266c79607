"""GET /api/v1/export.csv and the export command: one row a check, safe in a spreadsheet."""

import base64
import csv
import hashlib
import io
import json
import re
import urllib.parse

from contract_case import ContractCase, objects
from tablet import shop_day, shop_time

DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n")
INTEGER = re.compile(r"-?\d+")


class Export(ContractCase):
    def setUp(self):
        self.tablet = self.new_tablet()

    def download(self, token=None, **query):
        query = urllib.parse.urlencode({"store": self.tablet.store, **query})
        reply = self.central.get("/api/v1/export.csv?" + query, token or self.regional)
        self.assertEqual(reply.status, 200, reply)
        return reply

    def rows(self, **query):
        """The header and, by the id of its check, each row."""
        return table(self.download(**query).body)

    def cell_of(self, check, text):
        """The one cell of a check's row that holds the text."""
        _, rows = self.rows()
        cells = [cell for cell in rows[check["id"]] if text in cell]
        self.assertEqual(len(cells), 1, rows[check["id"]])
        return cells[0]

    def test_one_row_a_check(self):
        checks = self.tablet.checks([9, 3, 7])
        self.tablet.post(*checks)
        header, rows = self.rows()
        self.assertEqual(sorted(rows), sorted(check["id"] for check in checks))
        self.assertEqual(len(set(header)), len(header))

    def test_a_row_says_what_the_check_said(self):
        check = self.tablet.check(8)
        self.tablet.post(check)
        header, rows = self.rows()
        row = dict(zip(header, rows[check["id"]]))
        for member in ("store", "day", "hour", "score", "touchpoint", "language", "state"):
            self.assertEqual(row[member], str(check[member]), member)

    def test_duplicates_and_conflicts_add_no_row(self):
        check = self.tablet.check(9)
        self.tablet.post(check)
        self.tablet.post(check)
        other = {**check, "score": 0}
        self.tablet.post(other)
        _, rows = self.rows()
        self.assertEqual(list(rows), [check["id"]])

    def test_it_is_a_csv_file_to_be_saved(self):
        headers = self.download().headers
        self.assertEqual(headers.get_content_type(), "text/csv")
        self.assertIn("attachment", headers["Content-Disposition"])

    def test_it_is_rfc_4180(self):
        self.tablet.post(self.tablet.check(9, comment='She said "hi",\nthen left; twice'),
                         self.tablet.check(3))
        body = self.download().body
        self.assertTrue(body.endswith(b"\r\n"))
        text = body.decode("utf-8-sig")
        outside = "".join(text.split('"')[::2])
        self.assertEqual(outside.count("\r\n"), 3)
        self.assertNotIn("\n", outside.replace("\r\n", ""))
        lines = list(csv.reader(io.StringIO(text, newline=""), strict=True))
        self.assertEqual({len(line) for line in lines}, {len(lines[0])})

    def test_text_comes_through_unharmed(self):
        for text in ('quote " comma , semicolon ;', "two\nlines", "فروشگاه خوب است",
                     "நல்ல கடை", "😀 é"):
            with self.subTest(text):
                check = self.tablet.check(9, comment=text)
                self.tablet.post(check)
                self.assertEqual(self.cell_of(check, text), text)

    def test_no_cell_runs_as_a_formula(self):
        for text in ("=SUM(A:A)", "+SUM(A:A)", "-SUM(A:A)", "@SUM(A:A)", "\t=SUM(A:A)",
                     "\r=SUM(A:A)", "=cmd|' /C calc'!A", '=HYPERLINK("x","y")'):
            with self.subTest(text):
                check = self.tablet.check(9, comment=text)
                self.tablet.post(check)
                cell = self.cell_of(check, text)
                self.assertFalse(cell.startswith(DANGEROUS), cell)
                self.assertTrue(cell.endswith(text), cell)
        header, rows = self.rows()
        for cell in [cell for row in rows.values() for cell in row] + header:
            self.assertTrue(not cell.startswith(DANGEROUS) or INTEGER.fullmatch(cell), cell)

    def test_what_makes_a_formula_harmless_can_be_undone(self):
        plain, quoted = "=SUM(A:A)", "'=SUM(A:A)"
        checks = [self.tablet.check(9, comment=text) for text in (plain, quoted)]
        self.tablet.post(*checks)
        cells = [self.cell_of(check, plain) for check in checks]
        self.assertNotEqual(cells[0], cells[1], "two comments became one")

    def test_the_trailers_let_it_be_checked(self):
        self.tablet.post(*self.tablet.checks([9, 3, 7]))
        reply = self.download()
        self.assertEqual(reply.headers["Transfer-Encoding"].lower(), "chunked")
        announced = {name.strip().lower() for name in reply.headers["Trailer"].split(",")}
        self.assertEqual({name.lower() for name in reply.trailers.keys()}, announced)
        values = " ".join(reply.trailers.values())
        digest = hashlib.sha256(reply.body).digest()
        self.assertTrue(digest.hex() in values or base64.b64encode(digest).decode() in values,
                        reply.trailers.items())
        self.assertIn("3", reply.trailers.values())

    def test_an_empty_export_has_its_header_and_no_row(self):
        reply = self.download()
        header, rows = table(reply.body)
        self.assertTrue(header)
        self.assertEqual(rows, {})
        self.assertIn("0", reply.trailers.values())

    def test_business_days_narrow_it(self):
        days = [shop_day(ago) for ago in (6, 5, 4)]
        checks = [self.tablet.check(9, at=shop_time(day, 12)) for day in days]
        self.tablet.post(*checks)
        _, rows = self.rows(**{"from": days[1], "to": days[1]})
        self.assertEqual(list(rows), [checks[1]["id"]])

    def test_more_than_a_page_comes_whole(self):
        for _ in range(5):
            checks = self.tablet.checks([9] * 500)
            self.assertEqual(self.tablet.send(self.tablet.batch(checks), "zstd").status, 200)
            self.tablet.start_chain()
        _, rows = self.rows()
        self.assertEqual(len(rows), 2500)

    def test_the_command_writes_the_same(self):
        self.tablet.post(*self.tablet.checks([9, 3, 7]))
        file = self.central.folder / "out.csv"
        self.central.run("export", "--format", "csv", "--out", str(file),
                         "--store", self.tablet.store)
        self.assertEqual(file.read_bytes(), self.download().body)

    def test_it_is_not_for_tablets_or_strangers(self):
        target = "/api/v1/export.csv?store=" + self.tablet.store
        self.assertProblem(self.central.get(target), 401)
        self.assertProblem(self.central.get(target, self.tablet.token), (401, 403))

    def test_another_region_sees_nothing_of_it(self):
        self.tablet.post(self.tablet.check(9))
        self.central.add_store("elsewhere")
        token = self.central.add_user("regional", region="elsewhere")
        reply = self.central.get("/api/v1/export.csv", token)
        self.assertEqual(table(reply.body)[1], {})

    def test_unknown_members_are_kept(self):
        check = self.tablet.check(9, weather={"sky": "clear", "wind": [3, 4]})
        self.tablet.post(check)
        reply = self.central.get("/api/v1/export.jsonl?store=" + self.tablet.store, self.regional)
        self.assertEqual(reply.status, 200, reply)
        lines = [json.loads(line) for line in reply.body.splitlines()]
        self.assertEqual(len(lines), 1)
        self.assertIn(check["weather"], [value.get("weather") for value in objects(lines[0])])


def table(body):
    """The header and the rows by the id of their check, which each must have in its own column."""
    lines = list(csv.reader(io.StringIO(body.decode("utf-8-sig"), newline=""), strict=True))
    header = lines[0]
    column = header.index("id")
    rows = {line[column]: line for line in lines[1:]}
    if len(rows) != len(lines) - 1:
        raise AssertionError("a check has two rows")
    return header, rows

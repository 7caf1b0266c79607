"""What exports may hold and how: formats, columns, labels, filters, manifests, a cut connection."""

import csv
import hashlib
import io
import json
import re
import subprocess
import urllib.parse

import openpyxl

from central_process import PROGRAM
from contract_case import ContractCase
from http_talk import Connection
from tablet import text_item

FORMULAS = ("=SUM(A:A)", "+1+1", "-1+1", "@SUM(A:A)", "\t=1", '=HYPERLINK("x","y")')
WORDS = ("فروشگاه خوب است", "நல்ல கடை", "😀 é", 'say "hi", then; leave\nnow', "a\x01b_x0041_")
LOCAL = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}[+-]\d\d:\d\d")


class ExportFormats(ContractCase):
    def setUp(self):
        self.tablet = self.new_tablet()

    def download(self, format_="csv", token=None, **query):
        query = urllib.parse.urlencode({"store": self.tablet.store, **query})
        reply = self.central.get("/api/v1/export.%s?%s" % (format_, query),
                                 token or self.regional)
        self.assertEqual(reply.status, 200, reply)
        digest = hashlib.sha256(reply.body).hexdigest()
        self.assertEqual(reply.trailers["X-Vouch-Sha256"], digest)
        return reply

    def csv(self, **query):
        text = self.download(**query).body.decode("utf-8-sig")
        return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))

    def picked(self, score=9, question="liked", codes=("staff", "prices"), **members):
        """A check with some picks."""
        items = [{"question": "recommend", "type": "scale", "value": score},
                 {"question": question, "type": "choices", "value": list(codes)}]
        return self.tablet.check(score, items=items, **members)

    def label(self, question, code, language):
        asked = next(q for q in self.central.checklist["questions"] if q["code"] == question)
        return next(c["text"][language] for c in asked["choices"] if c["code"] == code)

    # Against the database

    def test_every_row_is_the_databases(self):
        self.tablet.post(*self.tablet.checks([9, 3, 7, 0, 10]), self.picked())
        rows = {row["id"]: row for row in self.csv()}
        stored = self.central.sql(
            "SELECT hex(r.canonical), r.score, r.hour FROM records r JOIN stores s "
            "ON s.key = r.store WHERE s.id = '%s'" % self.tablet.store)
        self.assertEqual(len(rows), len(stored))
        for canonical, score, hour in stored:
            record = json.loads(bytes.fromhex(canonical))
            row = rows[record["id"]]
            self.assertEqual(row["hash"], record["hash"])
            self.assertEqual((row["score"], row["hour"]), (score, hour))
            self.assertEqual(row["opened_at"], record["opened_at"])

    # Columns and labels

    def test_columns_are_those_asked_for_in_their_order(self):
        check = self.picked()
        self.tablet.post(check)
        rows = self.csv(columns="score,answer.liked,id,answer.never-asked")
        self.assertEqual(list(rows[0]), ["score", "answer.liked", "id", "answer.never-asked"])
        self.assertEqual(list(rows[0].values()), ["9", "staff; prices", check["id"], ""])
        line = json.loads(self.download("jsonl", columns="score,answer.liked").body)
        self.assertEqual(line, {"score": 9, "answer.liked": "staff; prices"})

    def test_answers_stands_for_every_question(self):
        self.tablet.post(self.picked())
        questions = [q["code"] for q in self.central.checklist["questions"]]
        rows = self.csv(columns="id,answers", checklist=self.central.checklist["id"])
        self.assertEqual(list(rows[0]), ["id"] + ["answer." + code for code in questions])
        self.assertEqual(rows[0]["answer.recommend"], "9")

    def test_labels_are_texts_in_every_language(self):
        self.tablet.post(self.picked())
        for language in self.central.checklist["languages"]:
            wanted = "; ".join(self.label("liked", code, language)
                               for code in ("staff", "prices"))
            self.assertEqual(self.csv(labels=language)[0]["liked"], wanted, language)
        self.assertEqual(self.csv(labels="codes")[0]["liked"], "staff; prices")

    def test_a_code_without_a_text_stays(self):
        self.tablet.post(self.picked(codes=["no-such-code"]))
        self.assertEqual(self.csv(labels="en")[0]["liked"], "no-such-code")

    def test_what_is_not_known_is_refused(self):
        for query in ("columns=id,scor", "columns=id,id", "labels=xx", "marked=maybe",
                      "from=yesterday", "colums=id"):
            self.assertProblem(
                self.central.get("/api/v1/export.csv?" + query, self.regional), 400)

    def test_times_are_utc_and_local_with_offset(self):
        check = self.tablet.check(9)
        self.tablet.post(check)
        row = self.csv()[0]
        self.assertEqual(row["opened_at"], check["opened_at"])
        self.assertRegex(row["opened_at_local"], LOCAL)
        self.assertTrue(row["opened_at_local"].endswith("+04:00"))
        self.assertEqual(row["opened_at_local"][11:13], "%02d" % check["hour"])
        self.assertEqual(row["opened_at_local"][:10], check["day"])

    # Filters

    def test_filters_narrow_it(self):
        desk = self.tablet.check(9, touchpoint="service-desk")
        other = self.tablet.check(3, checklist="another")
        marked = self.tablet.check(5, marks=["burst"])
        plain = self.tablet.check(7)
        self.tablet.post(desk, other, marked, plain)
        ids = lambda **query: {row["id"] for row in self.csv(**query)}
        self.assertEqual(ids(touchpoint="service-desk"), {desk["id"]})
        self.assertEqual(ids(checklist="another"), {other["id"]})
        self.assertEqual(ids(marked="only"), {marked["id"]})
        self.assertEqual(ids(marked="exclude"), {desk["id"], other["id"], plain["id"]})
        self.assertEqual(len(ids(marked="include")), 4)
        self.assertEqual(ids(checklist="another", marked="only"), set())

    # Workbooks

    def sheet(self, **query):
        book = openpyxl.load_workbook(io.BytesIO(self.download("xlsx", **query).body))
        rows = list(book.worksheets[0].iter_rows())
        return [dict(zip([cell.value for cell in rows[0]], row)) for row in rows[1:]]

    def test_a_workbook_holds_the_same(self):
        checks = [self.tablet.check(9, comment=text) for text in FORMULAS + WORDS]
        self.tablet.post(*checks, self.picked(3, "improve", ["queue"]))
        rows = {row["id"].value: row for row in self.sheet()}
        self.assertEqual(len(rows), len(checks) + 1)
        for check in checks:
            row = rows[check["id"]]
            comment = check["items"][1]["value"].replace("\x01", "\ufffd")
            self.assertEqual(row["comment"].value, comment)
            self.assertEqual(row["comment"].data_type, "s", "a cell that could run")
            self.assertEqual(row["score"].value, 9)
            self.assertEqual(row["day"].value.date().isoformat(), check["day"])
            self.assertEqual(row["opened_at"].value.isoformat()[:19], check["opened_at"][:19])

    def test_a_text_too_long_for_a_cell_is_shortened(self):
        self.tablet.post(self.tablet.check(9, comment="ä" * 32_000 + "😀" * 1_000))
        comment = self.sheet()[0]["comment"].value
        self.assertTrue(comment.endswith("…"))
        self.assertLessEqual(len(comment.encode("utf-16-le")) // 2, 32_767)

    def test_numbers_stay_numbers(self):
        items = [{"question": "recommend", "type": "scale", "value": 9},
                 {"question": "spent", "type": "number", "value": "-12.50"},
                 text_item("note", "-12.50")]
        self.tablet.post(self.tablet.check(9, items=items))
        columns = "answer.spent,answer.note"
        self.assertEqual(list(self.csv(columns=columns)[0].values()), ["-12.50", "'-12.50"])
        cells = self.sheet(columns=columns)[0]
        self.assertEqual([cell.value for cell in cells.values()], [-12.5, "-12.50"])

    def test_a_contact_stays_sealed(self):
        contact = {"key": "0" * 8, "sealed": "c2VhbGVk", "consent": {"version": "1"}}
        items = [{"question": "recommend", "type": "scale", "value": 3},
                 text_item("contact", contact, "contact")]
        self.tablet.post(self.tablet.check(3, items=items))
        self.assertEqual(json.loads(self.csv()[0]["other_answers"])["contact"], contact)

    # A connection that is cut

    def test_a_cut_connection_shows(self):
        checks = [self.tablet.check(9, comment="x" * 60_000) for _ in range(60)]
        for start in range(0, 60, 20):
            self.tablet.post(*checks[start:start + 20])
        target = "/api/v1/export.csv?store=" + self.tablet.store
        (number, whole), = self.central.sql(
            "SELECT number, hex(canonical) FROM records WHERE number = (SELECT max(r.number) "
            "FROM records r JOIN stores s ON s.key = r.store WHERE s.id = '%s')"
            % self.tablet.store)
        # More pages lie before the damage, so that the answer has begun when it is met.
        damage = "UPDATE records SET canonical = x'%s' WHERE number = " + number
        self.central.sql(damage % "7b")
        try:
            with Connection(self.central.address) as connection:
                connection.send("GET", target, {"Authorization": "Bearer " + self.regional}, None)
                with self.assertRaises(ConnectionError):
                    self.assertEqual(connection.reply("GET").status, 500)
                    raise ConnectionError("refused before it began")
            out = self.central.folder / "cut.csv"
            done = self.command("export", "--out", str(out), "--store", self.tablet.store)
            self.assertEqual(done.returncode, 1, done)
            self.assertIn("record-damaged", done.stderr)
            self.assertEqual(list(self.central.folder.glob("cut.csv*")), [])
        finally:
            self.central.sql(damage % whole)

    # Files

    def command(self, *arguments):
        return subprocess.run([PROGRAM, *self.central.options, *arguments],
                              capture_output=True, text=True, timeout=60, check=False)

    def exported(self, format_, *options):
        file = self.central.folder / (self.tablet.store + "." + format_)
        self.central.run("export", "--format", format_, "--out", str(file),
                         "--store", self.tablet.store, *options)
        return file

    def test_a_manifest_and_a_code_book_lie_beside_a_file(self):
        self.tablet.post(*self.tablet.checks([9, 3, 7]))
        for format_ in ("csv", "jsonl", "xlsx"):
            file = self.exported(format_, "--labels", "fa")
            manifest = json.loads(file.with_name(file.name + ".manifest.json").read_text())
            self.assertEqual(manifest["rows"], 3)
            self.assertEqual(manifest["bytes"], file.stat().st_size)
            self.assertEqual(manifest["sha256"], hashlib.sha256(file.read_bytes()).hexdigest())
            self.assertEqual(manifest["asked"], {"store": self.tablet.store, "labels": "fa"})
            book = json.loads((file.parent / manifest["codebook"]["file"]).read_text())
            self.assertEqual(book["checklists"][0]["id"], self.central.checklist["id"])
            self.assertIn("3 rows", self.central.run("export", "--verify", str(file)))

    def test_what_was_changed_is_told(self):
        self.tablet.post(self.tablet.check(9, comment="two\nlines"), self.tablet.check(3))
        for format_ in ("csv", "jsonl", "xlsx"):
            file = self.exported(format_)
            whole = file.read_bytes()
            manifest = file.with_name(file.name + ".manifest.json")
            said = manifest.read_text()
            book = file.with_name(file.name + ".codebook.json")
            for what, broken in (
                    ("short", lambda: file.write_bytes(whole[:-1])),
                    ("changed", lambda: file.write_bytes(whole[:-1] + b"!")),
                    ("more rows", lambda: manifest.write_text(
                        said.replace('"rows":2', '"rows":3'))),
                    ("code book", lambda: book.write_text(book.read_text() + " "))):
                if what == "more rows" and format_ == "xlsx":
                    continue
                with self.subTest(format=format_, what=what):
                    kept = book.read_bytes()
                    broken()
                    self.assertEqual(self.command("export", "--verify", str(file)).returncode, 3)
                    file.write_bytes(whole)
                    manifest.write_text(said)
                    book.write_bytes(kept)
            self.assertEqual(self.command("export", "--verify", str(file)).returncode, 0)
            manifest.unlink()
            self.assertEqual(self.command("export", "--verify", str(file)).returncode, 1)

    # The code book

    def test_the_code_book_knows_every_code(self):
        reply = self.central.get("/api/v1/codebook", self.regional)
        book = reply.json()
        header = self.download().body.decode("utf-8-sig").split("\r\n", 1)[0].split(",")
        self.assertEqual([column["name"] for column in book["columns"]], header)
        asked = {question["code"]: question for question in book["checklists"][0]["questions"]}
        for question in self.central.checklist["questions"]:
            self.assertEqual(asked[question["code"]]["text"], question["text"])
            options = {o["code"]: o["text"] for o in asked[question["code"]].get("options", [])}
            for choice in question.get("choices", []):
                self.assertEqual(options[choice["code"]], choice["text"])

    def test_the_code_book_is_a_table_too(self):
        reply = self.central.get("/api/v1/codebook.csv", self.regional)
        rows = list(csv.DictReader(io.StringIO(reply.body.decode("utf-8-sig"), newline="")))
        found = {row["text"] for row in rows
                 if (row["question"], row["code"], row["language"]) == ("liked", "staff", "ta")}
        self.assertEqual(found, {self.label("liked", "staff", "ta")})

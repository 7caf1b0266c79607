"""More rows than a worksheet holds leave in memory that does not grow with them."""

import http.client
import pathlib
import re
import tempfile
import zipfile

import private_postgresql
from contract_case import ContractCase

ROWS = 1_050_000  # a sheet has 1,048,576, its heading among them
SHEET_ROWS = 1_048_576
MEBIBYTE = 1 << 20
BOUND = 32 * MEBIBYTE


class Million(ContractCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.tablet = cls.new_tablet()
        cls.tablet.post(cls.tablet.check(9))
        cls.central.stop()
        cls.multiply()
        cls.central.start()
        for kind in ("csv", "xlsx"):  # what is got once, for any export
            cls.central.get("/api/v1/export.%s?from=2020-01-01&to=2020-01-01" % kind, cls.regional)

    @classmethod
    def multiply(cls):
        """The first record again and again, under other ids."""
        numbers, identity = "WITH RECURSIVE n(i) AS (VALUES (2) UNION ALL SELECT i + 1 FROM n " \
            "WHERE i < %d)" % ROWS, "CAST(printf('%016d', i) AS BLOB)"
        if private_postgresql.wanted():
            numbers = "WITH n AS (SELECT generate_series(2, %d) AS i)" % ROWS
            identity = "convert_to(lpad(i::text, 16, '0'), 'UTF8')"
        rest = ("store, measure, score, marked, day, hour, received_at, clock_error_ms, "
                "canonical")
        cls.central.sql(
            "INSERT INTO records (id, hash, chain, sequence, %s) %s SELECT %s, hash, chain, i, %s "
            "FROM n, (SELECT * FROM records LIMIT 1) r" % (rest, numbers, identity, rest))

    def process(self, row):
        status = pathlib.Path("/proc/%d/status" % self.central.process).read_text()
        return int(re.search(row + r":\s+(\d+) kB", status)[1]) * 1024

    def save(self, kind):
        """The file, as it came; and how far the server grew at most while it did."""
        pathlib.Path("/proc/%d/clear_refs" % self.central.process).write_text("5")
        before = self.process("VmRSS")
        connection = http.client.HTTPConnection(*self.central.address, timeout=300)
        self.addCleanup(connection.close)
        connection.request("GET", "/api/v1/export." + kind, headers={
            "Authorization": "Bearer " + self.regional})
        reply = connection.getresponse()
        self.assertEqual(reply.status, 200)
        file = tempfile.TemporaryFile()
        self.addCleanup(file.close)
        while piece := reply.read(MEBIBYTE):
            file.write(piece)
        grown = self.process("VmHWM") - before
        print("%s: at most %.1f MiB more" % (kind, grown / MEBIBYTE))
        self.assertLess(grown, BOUND)
        file.seek(0)
        return file

    @staticmethod
    def count(file, mark):
        """How often the mark stands in it."""
        found, kept = 0, b""
        while piece := file.read(MEBIBYTE):
            piece = kept + piece
            found += piece.count(mark)
            kept = piece[-(len(mark) - 1):] if len(mark) > 1 else b""
        return found

    def test_a_table(self):
        self.assertEqual(self.count(self.save("csv"), b"\n"), ROWS + 1)

    def test_a_workbook(self):
        with zipfile.ZipFile(self.save("xlsx")) as book:
            sheets = sorted(name for name in book.namelist() if "worksheets/sheet" in name)
            rows = []
            for name in sheets:
                with book.open(name) as sheet:
                    rows.append(self.count(sheet, b"<row "))
        self.assertEqual(rows, [SHEET_ROWS, ROWS + 2 - SHEET_ROWS])

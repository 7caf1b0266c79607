"""What shoppers may write, from a tablet's store over the road to the server and into the export."""

import json
import unittest

from wire_case import WireCase

ODD = [
    "", " ", "a\x00b", "\x01\x1f\x7f\x85", "\r\n\t\u2028\u2029",
    "\u202e reversed \u202c", "\u2066\u2069\ufeff\u200f",
    "e\u0301 \u00e9", "\ufffe\uffff\U0010ffff", "\U0001f468\u200d\U0001f469\u200d\U0001f467",
    "\\ud800 \\u0000 \" ' \\", "'; DROP TABLE records; --", "=cmd|' /C calc'!A0",
    "\u0634\u0644\u0648\u063a \u0628\u0648\u062f", "\u0b95\u0bc2\u0b9f\u0bcd\u0b9f\u0bae\u0bcd",
    "x" * 65536, "\u0634" * 32768, "\x00" * 10000,
]


class OddText(WireCase):
    def test_it_travels_unharmed(self):
        self.enrol()
        texts = self.folder / "texts.json"
        texts.write_text(json.dumps(ODD), encoding="utf-8")
        self.send("--make", 2 * len(ODD), "--comments", texts)
        self.assertBothSidesEqual(2 * len(ODD))
        out = self.central.folder / "odd.jsonl"
        self.central.run("export", "--format", "jsonl", "--store", self.shop, "--out", str(out))
        said = [item["value"] for line in out.read_bytes().split(b"\n") if line
                for item in json.loads(line)["items"] if item["question"] == "comment"]
        self.assertEqual(ODD + ODD, said)


if __name__ == "__main__":
    unittest.main()

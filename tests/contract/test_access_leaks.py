"""What lies outside somebody's stores is nowhere in what they are told (two_halves.py)."""

import json
import unittest
import urllib.parse

from reading_cases import NAMELESS, SHOWN
from two_halves import ABOVE, HIDDEN, SALES, SEEN, TwoHalves

ROLES = {"regional", "manager", "viewer"}


class Leaks(TwoHalves):
    def test_what_is_outside_is_nowhere(self):
        words = [word.encode() for word in [*self.parts[HIDDEN]["words"], ABOVE, ABOVE.upper()]]
        for path in self.paths:
            for target, query in [*self.targets(path, HIDDEN), *self.targets(path, SEEN)]:
                said = urllib.parse.unquote_plus(target + "?" + query).encode()
                for who in self.people:
                    status, head, body = self.ask(who, target, query)
                    self.assertLess(status, 500, (who, target, query, body))
                    # A word that the caller said may come back; nothing else may.
                    for word in words:
                        if word not in said:
                            self.assertNotIn(word, head + body, (who, target, query, status))

    def test_who_sees_it_finds_it(self):
        """Else the search above would find nothing wherever it looked."""
        for side in (SEEN, HIDDEN):
            for path, names in SHOWN.items():
                found = b"".join(
                    body for target, query in self.targets(path, side)
                    for status, _, body in (self.ask(self.reader(path), target, query),)
                    if status == 200)
                for name in names:
                    with self.subTest(path=path, side=side, name=name):
                        self.assertIn(self.parts[side][name].encode(), found)

    def reader(self, path):
        exports = path.startswith(("/api/v1/export", "/api/v1/odata", "/api/v1/codebook"))
        return "exporting" if exports else "admin"

    def test_every_path_is_known_and_answered(self):
        """What answers nobody could leak nothing, and would prove nothing."""
        of_people = {path for path, operation in self.paths.items()
                     if (ROLES | {"admin"}) & set(operation["x-who"])}
        self.assertEqual(of_people, set(SHOWN) | NAMELESS, "say what it shows")
        for path in of_people:
            roles = ROLES & set(self.paths[path]["x-who"])
            people = [who for who in self.people if who.split()[0] in roles]
            with self.subTest(path):
                self.assertTrue(any(
                    self.ask(who, target, query)[0] == 200
                    for who in people or [self.reader(path)]
                    for target, query in self.targets(path, SEEN)))

    def test_what_is_not_seen_is_like_what_is_not_there(self):
        part = self.parts[HIDDEN]
        nowhere = {**part, "column": "y" * len(part["column"]),
                   "store": "x" * len(part["store"]), "region": "x" * len(part["region"]),
                   "device": part["device"][:-4] + "0000", "chain": part["chain"][:-4] + "0000",
                   "check": part["check"][:-4] + "0000"}
        nowhere.update(of_store="store eq '%s'" % nowhere["store"],
                       of_region="region eq '%s'" % nowhere["region"])
        back = {nowhere[key]: part[key] for key in (
            "store", "region", "device", "chain", "check", "column")}
        self.parts["nowhere"] = nowhere
        self.addCleanup(self.parts.pop, "nowhere")
        for path in self.paths:
            for one, other in zip(self.targets(path, HIDDEN), self.targets(path, "nowhere"),
                                  strict=True):
                if one == other:
                    continue
                for who in self.people:
                    hidden, absent = self.ask(who, *one), self.ask(who, *other)
                    self.assertEqual(hidden[0], absent[0], (who, one, hidden, absent))
                    if hidden[0] == 200:
                        continue
                    said = absent[2].decode()
                    for made_up, real in back.items():
                        said = said.replace(made_up, real)
                    self.assertEqual(hidden[2].decode(), said, (who, one))

    def test_sums_hold_what_is_seen_only(self):
        for who in self.people:
            with self.subTest(who):
                rows = lambda path: json.loads(self.ask(who, path, "")[2])["rows"]
                self.assertEqual([row["n"] for row in rows("/api/v1/nps")], [65])
                self.assertEqual([row["sales"] for row in rows("/api/v1/response-rate")],
                                 [SALES[SEEN]])


if __name__ == "__main__":
    unittest.main()

"""resources/docs/codes.md and the sources: every code that a refusal carries, and no other."""

import pathlib
import re
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]

CODE = r'"([a-z0-9]+(?:-[a-z0-9]+)+|stopped)"'
# How a code stands in the sources: first in a Failure, before a message, or handed to what makes one.
FORMS = [re.compile(form, re.MULTILINE) for form in (
    r"\bFailure\s*[({]\s*" + CODE,
    r"[({]\s*" + CODE + r''',\s*(?:std::(?:string\(|move\(|to_string)|"[A-Z“ ]|f?what\b|message\b|text\b'''
    r"|m_client|(?:error|failure)[.(])",
    r"\b(?:wrong|fail|refuse|refused|add|warn|noteOnce|note)\(\s*" + CODE,
    r"^\s*" + CODE + r",\s*(?:place|reader\.placeOf|\"[A-Z])",
    r"\b(?:at|place\(\)),\s*" + CODE,
    r'\? ' + CODE + r' : "[a-z-]+",$',
    r'"[a-z-]+" : ' + CODE + r",$",
)]
DECLARED = re.compile(r'string_view \w+ = "([a-z0-9-]+)"')
# Names that companies are compared by, each before a text.
NO_CODES = {"core/metrics/reference.cpp"}
# Too few of what: tooFew() ends the code.
TOO_FEW = re.compile(r'\btooFew\(\s*"([a-z ]+)"')


def sources():
    for folder in ("core", "sync", "app"):
        for path in sorted((ROOT / folder).rglob("*")):
            name = str(path.relative_to(ROOT))
            if path.suffix in (".h", ".cpp") and name not in NO_CODES:
                yield name, path.read_text(encoding="utf-8")


def codes_of(name, text):
    forms = [DECLARED] if name == "sync/protocol/codes.h" else FORMS
    found = {code for form in forms for code in form.findall(text)}
    return found | {what.replace(" ", "-") + "-too-few" for what in TOO_FEW.findall(text)}


class Codes(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        page = (ROOT / "resources/docs/codes.md").read_text(encoding="utf-8")
        cls.rows = [line.split("|")[1:-1] for line in page.splitlines() if line.startswith("| `")]
        cls.documented = [cells[0].strip().strip("`") for cells in cls.rows]
        cls.told = {}
        for name, text in sources():
            for code in codes_of(name, text):
                cls.told.setdefault(code, name)

    def test_every_code_is_documented(self):
        self.assertGreater(len(self.told), 200)
        self.assertEqual({code: at for code, at in self.told.items()
                          if code not in self.documented}, {})

    def test_nothing_else_is_documented(self):
        self.assertEqual(sorted(set(self.documented) - set(self.told)), [])

    def test_each_stands_once_and_says_what_to_do(self):
        self.assertEqual(len(set(self.documented)), len(self.documented),
                         [code for code in self.documented if self.documented.count(code) > 1])
        for cells in self.rows:
            self.assertEqual(len(cells), 3, cells)
            self.assertTrue(all(cell.strip() for cell in cells), cells)


if __name__ == "__main__":
    unittest.main()

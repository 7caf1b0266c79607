#!/usr/bin/python3
"""Shoppers for the shipped kiosk: touches by xdotool on the real screen, where the accessibility
tree says that a button is. A touch that does not bring what it should is a failure.

usage: drive_kiosk.py --kiosk-pid PID --checklist FILE LANGUAGE:SCORE…
"""

import argparse
import json
import subprocess
import sys
import time
import xml.etree.ElementTree
from pathlib import Path

import pyatspi

PATIENCE_S = 20.0
BUTTONS = (pyatspi.ROLE_PUSH_BUTTON, pyatspi.ROLE_CHECK_BOX, pyatspi.ROLE_RADIO_BUTTON)
PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
OWN_NAMES = {"en": "English", "fa": "فارسی", "ta": "தமிழ்", "ru": "Русский"}
THANKS = "Thank you! Your opinion helps us do better."
TRANSLATIONS = Path(__file__).parents[2] / "resources/translations"


class Missed(Exception):
    """What should have been on the screen was not."""


def until(what, find):
    """Waits for `find` to give something; the tree changes under our feet, so errors are 'no'."""
    deadline = time.monotonic() + PATIENCE_S
    while time.monotonic() < deadline:
        try:
            found = find()
        except Exception:  # AT-SPI raises GLib errors for whatever vanished meanwhile
            found = None
        if found:
            return found
        time.sleep(0.02)
    raise Missed(what)


def parent_of(pid):
    """The parent's id of a process that is there."""
    with open(f"/proc/{pid}/stat", encoding="utf-8") as file:
        return int(file.read().rpartition(")")[2].split()[1])


class Kiosk:
    """The kiosk of a process, or of the one that its watchdog started."""

    def __init__(self, pid):
        self.pid = pid
        self.app, self.process = until("the kiosk in the accessibility tree", self._find_app)

    def _find_app(self):
        """It, and the id of its process: nobody tells that any more once it has ended."""
        for app in pyatspi.Registry.getDesktop(0):
            if app is None:
                continue
            pid = app.get_process_id()
            if self.pid in (pid, parent_of(pid)):
                return app, pid
        return None

    def _walk(self, node):
        yield node
        for child in node:
            if child is not None:
                yield from self._walk(child)

    def showing(self, name, roles=None):
        """The item of that name that is on the screen, or None."""
        for node in self._walk(self.app):
            if node.name == name and node.getState().contains(pyatspi.STATE_SHOWING):
                if roles is None or node.getRole() in roles:
                    return node
        return None

    def names(self):
        return [n.name for n in self._walk(self.app)
                if n.name and n.getState().contains(pyatspi.STATE_SHOWING)]

    def see(self, text):
        return until(f"the text «{text}»", lambda: self.showing(text))

    def ready(self, name):
        """The button of that name, once it is on the screen and takes touches: what does
        not cannot be focused either."""
        def find():
            item = self.showing(name, BUTTONS)
            if item:
                item.clear_cache()  # what AT-SPI remembers of its state may be old
            return item if item and item.getState().contains(pyatspi.STATE_FOCUSABLE) else None
        return until(f"the button «{name}», ready to be touched", find)

    def touch(self, name):
        item = self.ready(name)
        box = item.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
        if box.width < 48 or box.height < 48:
            raise Missed(f"«{name}» of at least 48 by 48: it is {box.width} by {box.height}")
        x, y = box.x + box.width // 2, box.y + box.height // 2
        subprocess.run(["xdotool", "mousemove", str(x), str(y), "click", "1"], check=True)

    def pick(self, name):
        self.touch(name)

        def checked():
            item = self.showing(name, BUTTONS)
            item.clear_cache()
            return item.getState().contains(pyatspi.STATE_CHECKED)
        until(f"«{name}» picked", checked)


def interface_text(source, language):
    """What the kiosk itself says for the English `source`."""
    if language == "en":
        return source
    file = xml.etree.ElementTree.parse(TRANSLATIONS / f"kiosk_{language}.ts")
    for message in file.findall("context[name='Survey']/message"):
        if message.findtext("source") == source:
            return message.findtext("translation")
    raise Missed(f"a translation of «{source}» to {language}")


def leave_thanks(kiosk, language, question):
    """A touch anywhere, or no contact, where one is offered; unless they are gone by themselves and
    the next shopper is asked the question: a busy machine may be slower than the thanks."""
    ways = [interface_text(source, language) for source in ("No, thank you", THANKS)]

    def way():
        shown = next((name for name in ways if kiosk.showing(name, BUTTONS)), None)
        return shown or (kiosk.showing(question) and question)
    found = until("a way on from the thanks", way)
    try:
        if found != question:
            kiosk.touch(found)
    except Missed:
        if not kiosk.showing(question):
            raise


def conversation(kiosk, checklist, language, score, hurried=False):
    """`hurried`: who does not wait until the thanks are over."""
    questions = {q["code"]: q for q in checklist["questions"]}
    branch = questions["liked" if score >= 9 else "improve"]
    digits = str(score).translate(PERSIAN) if language == "fa" else str(score)

    if language != checklist["languages"][0]:
        kiosk.touch(OWN_NAMES[language])
    kiosk.see(questions["recommend"]["text"][language])
    kiosk.touch(digits)
    kiosk.see(branch["text"][language])
    for choice in branch["choices"][:2]:
        kiosk.pick(choice["text"][language])
    kiosk.touch(interface_text("Done", language))
    next_question = questions["recommend"]["text"][checklist["languages"][0]]
    thanks = interface_text(THANKS, language)
    if hurried:
        until(f"the text «{thanks}»",
              lambda: kiosk.showing(thanks) or kiosk.showing(next_question))
        leave_thanks(kiosk, language, next_question)
    else:
        kiosk.see(thanks)
    kiosk.see(next_question)
    kiosk.ready("0")  # the second of lock after thanks is over
    print(f"touched: {language}, score {score}, two picks")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kiosk-pid", type=int, required=True)
    parser.add_argument("--checklist", required=True)
    parser.add_argument("conversations", nargs="+", metavar="LANGUAGE:SCORE")
    arguments = parser.parse_args()
    with open(arguments.checklist, encoding="utf-8") as file:
        checklist = json.load(file)
    try:
        kiosk = Kiosk(arguments.kiosk_pid)
    except Missed as missed:
        sys.exit(f"The kiosk cannot be reached: no {missed}.")
    for each in arguments.conversations:
        language, _, score = each.partition(":")
        try:
            conversation(kiosk, checklist, language, int(score))
        except Missed as missed:
            sys.exit(f"{each}: not on the screen within {PATIENCE_S:.0f} s: {missed}.\n"
                     f"On the screen are: {kiosk.names()}")


if __name__ == "__main__":
    main()

"""The locked kiosk comes back after crashes and hangs and goes when staff leave it; a tablet is given
up only when the server has everything."""

import contextlib
import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import time
import unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "contract"), str(HERE.parent / "selftest")]

from central_process import CHECKLIST, Central  # noqa: E402
from screen import KIOSK, KioskProcess, Screen  # noqa: E402
from test_kill_and_restart import tablet_records, waiting  # noqa: E402

PIN = "2468"
NOT_RELEASED = 4


class OnScreen(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.screen = Screen()
        cls.addClassCleanup(cls.screen.close)
        import drive_kiosk  # looks for the bus when it is imported
        cls.drive = drive_kiosk
        cls.checklist = json.loads(pathlib.Path(CHECKLIST).read_text(encoding="utf-8"))
        cls.question = cls.checklist["questions"][0]["text"]["en"]

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="vouch-crash-")
        self.addCleanup(folder.cleanup)
        self.data = pathlib.Path(folder.name) / "kiosk"

    def kiosk(self, *options):
        kiosk = KioskProcess(self.data, options)
        self.addCleanup(lambda: kiosk.running() and kiosk.kill())
        return kiosk

    def reach(self, kiosk, former=None):
        """The kiosk on the screen that the watchdog started, and is not `former`. A hang alone takes
        20 s to be found, which is all the patience of one look at the screen."""
        deadline = time.monotonic() + 150
        while time.monotonic() < deadline and kiosk.running():
            with contextlib.suppress(self.drive.Missed):
                driver = self.drive.Kiosk(kiosk.pid)
                if driver.process != former:
                    driver.see(self.question)
                    return driver
            time.sleep(0.05)
        self.fail("it does not come back: " + kiosk.log())

    def comes_back_after(self, *signals):
        kiosk = self.kiosk()
        kiosk.start(pin=PIN)
        driver = self.reach(kiosk)
        for number in signals:
            with self.subTest(number.name):
                driver.touch("3")
                self.drive.until("the answer on the disk", lambda: any(
                    state == "open" for state, _, _ in tablet_records(self.data).values()))
                child = driver.process
                os.kill(child, number)
                driver = self.reach(kiosk, child)
                # What was half answered is kept, as abandoned.
                self.assertEqual({"abandoned"},
                                 {row[0] for row in tablet_records(self.data).values()})
        self.drive.conversation(driver, self.checklist, "en", 9, hurried=True)
        self.assertEqual(0, kiosk.stop())
        self.assertEqual(len(signals) * [3] + [9],
                         sorted(score for _, score, _ in tablet_records(self.data).values()))


class CrashAndRelease(OnScreen):
    def test_it_comes_back_and_asks(self):
        self.comes_back_after(signal.SIGKILL, signal.SIGSEGV)

    def test_it_stays_down_when_staff_leave_it(self):
        kiosk = self.kiosk()
        kiosk.start(pin=PIN)
        driver = self.reach(kiosk)
        driver.ready("0")

        def tap_corner():
            subprocess.run(["xdotool", "mousemove", "1250", "30", "click", "1", "sleep", "0.2"],
                           check=True)
            return driver.showing("OK")
        self.drive.until("the PIN's page", tap_corner)
        for digit in PIN:
            driver.touch(digit)
        driver.touch("OK")
        driver.touch("Exit")
        driver.touch("Really exit?")
        self.assertEqual(0, kiosk.wait(30))

    def release(self):
        return subprocess.run([KIOSK, "--release", "--data", str(self.data)], capture_output=True,
                              text=True, check=False, timeout=120)

    def test_a_tablet_is_given_up_only_when_the_server_has_everything(self):
        central = Central()
        self.addCleanup(central.close)
        store = central.add_store()
        central.start()
        host, port = central.address
        kiosk = self.kiosk("--windowed", "--no-watchdog")
        kiosk.start("--server", f"http://{host}:{port}", "--enrol", central.device_code(store),
                    pin=PIN)
        driver = self.reach(kiosk)
        self.assertEqual(3, self.release().returncode, "it runs while the kiosk does")
        self.drive.conversation(driver, self.checklist, "en", 10, hurried=True)
        central.stop()
        self.drive.conversation(driver, self.checklist, "en", 2, hurried=True)
        driver.touch("5")  # and walks away
        self.drive.until("the third answer", lambda: len(tablet_records(self.data)) == 3)
        self.assertEqual(0, kiosk.stop())
        made = tablet_records(self.data)

        refused = self.release()
        self.assertEqual(NOT_RELEASED, refused.returncode, refused.stdout + refused.stderr)
        self.assertIn("server-unreachable", refused.stderr)
        self.assertEqual(made.keys(), tablet_records(self.data).keys() & made.keys())
        self.assertGreater(waiting(self.data), 0)

        central.start(port)
        self.break_off_and_release()
        self.assertEqual([], list(self.data.iterdir()))
        out = central.folder / "export.csv"
        central.run("export", "--format", "csv", "--out", str(out))
        for _, _, digest in made.values():
            self.assertIn(digest, out.read_text(encoding="utf-8"))

    def break_off_and_release(self):
        """Killed later and later, it goes on each time where it was."""
        for pause in (0.02, 0.05, 0.1, 0.15, 0.2, 0.3):
            process = subprocess.Popen([KIOSK, "--release", "--data", str(self.data)],
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            try:
                process.wait(pause)
            except subprocess.TimeoutExpired:
                process.kill()
            process.wait()
        done = self.release()
        self.assertEqual(0, done.returncode, done.stdout + done.stderr)


class Hang(OnScreen):
    """Found only after its time of silence."""

    def test_it_comes_back_and_asks(self):
        self.comes_back_after(signal.SIGSTOP)


if __name__ == "__main__":
    unittest.main()

"""A tablet without a network: its queue travels on a stick, and later over the wire again."""

import os
import random
import shlex
import signal
import subprocess
import time
import unittest

from drain_process import central_hashes, drain, tablet_hashes
from wire_case import CommandFailed, WireCase

KIOSK = os.environ.get("VOUCH_KIOSK")
RECORDS = 700  # more than one batch
# File systems of its own in the program's view of the machine; they go with the process.
NAMESPACE = ["unshare", "--mount"] + ([] if os.geteuid() == 0 else ["--map-root-user"])


def can_mount():
    probe = [*NAMESPACE, "mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", "/mnt"]
    return subprocess.run(probe, capture_output=True, check=False).returncode == 0


class RescueStick(WireCase):
    def setUp(self):
        super().setUp()
        self.stick = self.folder / "stick"
        self.stick.mkdir()
        self.enrol()
        drain(self.data, "--make", RECORDS, "--days", 30, "--keep")

    def rescue(self, *arguments, target=None):
        return subprocess.run(
            [KIOSK, "--data", str(self.data), "--rescue", str(target or self.stick), *arguments],
            capture_output=True, text=True, timeout=60, check=False)

    def rescued(self):
        done = self.rescue()
        self.assertEqual(0, done.returncode, done.stdout + done.stderr)
        return next(self.stick.iterdir())

    def bring(self, file):
        """The counts that `import` prints."""
        output = self.central.run("import", "--kind", "rescue", str(file))
        return {line.split("\t")[0]: int(line.split("\t")[1])
                for line in output.splitlines()[1:5]}

    def refused(self, file):
        """What `import` says on standard error."""
        with self.assertRaises(CommandFailed) as caught:
            self.central.run("import", "--kind", "rescue", str(file))
        return str(caught.exception)

    def test_by_stick_and_later_online(self):
        file = self.rescued()
        self.assertEqual({"accepted": RECORDS, "duplicate": 0, "conflict": 0, "rejected": 0},
                         self.bring(file))
        self.assertBothSidesEqual(RECORDS)
        self.assertEqual(RECORDS, self.bring(file)["duplicate"], "repeated")
        done = self.send()
        self.assertTrue(any(line.get("waiting") == RECORDS for line in done.lines),
                        "something left the tablet's queue")
        self.assertBothSidesEqual(RECORDS)

    def test_a_server_that_does_not_run_takes_it_too(self):
        file = self.rescued()
        port = self.central.address[1]
        self.central.stop()
        try:
            self.assertEqual(RECORDS, self.bring(file)["accepted"])
        finally:
            self.central.start(port)
        self.assertBothSidesEqual(RECORDS)

    def test_half_over_the_wire_and_half_by_stick(self):
        drain(self.data, "--more", 20, "--seconds", 0)  # it may have sent some, or none
        file = self.rescued()
        self.send("--more", 5)
        self.bring(file)
        self.assertBothSidesEqual(len(tablet_hashes(self.data)))

    def test_killed_again_and_again(self):
        """The stick is pulled out, the power goes: each time it goes on where it was."""
        chance = random.Random(4)
        target = self.stick / "queue"
        for _ in range(12):
            process = subprocess.Popen(
                [KIOSK, "--data", str(self.data), "--rescue", str(target)],
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(chance.random() * 0.15)
            process.send_signal(signal.SIGKILL)
            process.wait()
            if target.exists() and chance.random() < 0.5:  # what was not flushed is gone
                size = target.stat().st_size
                os.truncate(target, int(size * chance.random()))
        if target.exists():
            incomplete = b"\nend " not in target.read_bytes()[-20:]
            if incomplete and target.stat().st_size > 200:
                self.assertIn("rescue-incomplete", self.refused(target))
        self.assertEqual(0, self.rescue(target=target).returncode)
        self.bring(target)
        self.assertBothSidesEqual(RECORDS)

    def test_a_damaged_file_is_taken_as_far_as_it_goes(self):
        file = self.rescued()
        content = bytearray(file.read_bytes())
        content[content.index(b"\nbatch ") + 200] ^= 0xFF
        bad = self.folder / "bad"
        bad.write_bytes(content)
        self.assertIn("rescue-damaged", self.refused(bad))
        self.assertEqual(RECORDS - 500, len(central_hashes(self.central, self.shop)))
        self.bring(file)
        self.assertBothSidesEqual(RECORDS)

    def test_files_of_others_are_refused_by_name(self):
        file = self.rescued()
        content = file.read_text(encoding="latin-1")
        device = content.split('"device":"')[1][:36]
        cases = {
            "device-unknown": content.replace(device, "0" + device[1:-1] + "0", 1),
            "rescue-foreign": "Dear Sir,\n" + content,
            "signature-invalid": content.replace('"public_key":"', '"public_key":"AAAA', 1)[:],
        }
        key = content.split('"public_key":"')[1].split('"')[0]
        cases["signature-invalid"] = content.replace(key, "A" * 42 + "A=", 1)
        for code, text in cases.items():
            with self.subTest(code):
                bad = self.folder / code
                bad.write_text(text, encoding="latin-1")
                self.assertIn(code, self.refused(bad))
        self.assertEqual({}, central_hashes(self.central, self.shop))

    def test_a_tablet_that_was_shut_out(self):
        file = self.rescued()
        device = file.name.split(self.shop + "-")[1].removesuffix(".rescue")
        self.central.run("device", "revoke", device)
        self.assertIn("device-revoked", self.refused(file))

    def script(self, text):
        """Runs it with mounts of its own."""
        done = subprocess.run(
            [*NAMESPACE, "bash", "-c", text], capture_output=True, text=True, timeout=120,
            check=False)
        return done, done.stdout + done.stderr

    @unittest.skipUnless(can_mount(), "no file system of its own can be mounted here")
    def test_a_stick_that_is_full(self):
        """It says so, keeps what is there, and goes on when there is room again."""
        out = self.folder / "out"
        rescue = shlex.join([KIOSK, "--data", str(self.data), "--rescue", str(self.stick)])
        stick = shlex.quote(str(self.stick))
        done, said = self.script(f"""
            mount -t tmpfs -o size=64k tmpfs {stick} || exit 99
            {rescue}; first=$?
            stat -c 'stopped at %s' {stick}/* || exit 98
            mount -o remount,size=16m {stick} || exit 97
            {rescue} || exit 96
            cp {stick}/* {shlex.quote(str(out))}; exit $first""")
        self.assertEqual(1, done.returncode, said)
        self.assertIn("[rescue-full]", said)
        self.assertIn("stopped at", said)
        self.assertEqual(RECORDS, self.bring(out)["accepted"])
        self.assertBothSidesEqual(RECORDS)

    @unittest.skipUnless(can_mount(), "no file system of its own can be mounted here")
    def test_a_tablet_whose_disk_is_full(self):
        """When the queue must leave by hand, this may be why."""
        small = self.folder / "small"
        small.mkdir()
        rescue = shlex.join([KIOSK, "--data", str(small), "--rescue", str(self.stick)])
        done, said = self.script(f"""
            mount -t tmpfs -o size=16m tmpfs {shlex.quote(str(small))} || exit 99
            cp -a {shlex.quote(str(self.data))}/. {shlex.quote(str(small))} || exit 98
            cat /dev/zero > {shlex.quote(str(small))}/filling 2>/dev/null
            {rescue}""")
        self.assertEqual(0, done.returncode, said)
        self.assertEqual(RECORDS, self.bring(next(self.stick.iterdir()))["accepted"])
        self.assertBothSidesEqual(RECORDS)

    def test_only_one_program_at_a_time(self):
        self.assertEqual(1, self.rescue(target=self.folder / "not" / "there").returncode)
        import fcntl
        with (self.data / "kiosk.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            self.assertEqual(3, self.rescue().returncode, "the kiosk runs")
        self.assertEqual([], list(self.stick.iterdir()))


if __name__ == "__main__":
    unittest.main()

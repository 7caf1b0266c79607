"""A tablet that sends more than the server takes is told to wait, waits, and loses nothing."""

import unittest

from wire_case import WireCase


class TooMany(WireCase):
    def test_it_waits_as_long_as_it_is_told(self):
        self.central.stop()
        # 30 a minute: one batch every two seconds once the first is through.
        self.central.start(options=(
            "--device-requests-per-minute", "30", "--device-burst", "1", "--log-level", "debug"))
        self.new_tablet()
        self.enrol()
        done = self.send("--make", 2000)
        self.assertBothSidesEqual(2000)
        refused = [line for line in self.central.whole_log().splitlines()
                   if "status=429" in line and "route=/api/v1/checks" in line]
        self.assertTrue(refused, "nothing was too much: %r" % done)
        # Who did not wait would ask many times a second.
        self.assertLess(len(refused), 10)


if __name__ == "__main__":
    unittest.main()

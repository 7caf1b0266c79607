"""A server that takes fifteen seconds for an answer is waited for, by the times that are shipped."""

import unittest

import fault_proxy as faults
from wire_case import WireCase

SHIPPED = ("--timeout", 30000, "--retry", 300000, "--poll", 300000, "--seconds", 60)


class SlowAnswers(WireCase):
    def test_fifteen_seconds(self):
        self.enrol()
        self.proxy.requests.clear()
        self.proxy.plan.append(faults.slow(15))
        self.send("--make", 3, *SHIPPED)
        self.assertEqual(1, len(self.proxy.requests), "it was not waited for")
        self.assertBothSidesEqual(3)


if __name__ == "__main__":
    unittest.main()

"""A server of one file is lost, and comes back from a back-up made by `backup`."""

import itertools
import unittest

import loss_case
from wire_case import Central  # says where the next is

import private_postgresql


@unittest.skipIf(private_postgresql.wanted(), "`restore` puts files in place")
class ServerLoss(loss_case.LossCase):
    _copies = itertools.count(1)

    @classmethod
    def setUpClass(cls):
        cls.central = Central(in_file=True)
        cls.addClassCleanup(cls._close)
        cls.central.start()

    def back_up(self):
        backup = str(self.central.folder / ("copy-%d.db" % next(self._copies)))
        self.central.run("backup", backup)
        return backup

    def lose_and_restore(self, backup, check):
        port = self.central.address[1]
        self.central.kill()
        self.central.run("restore", backup)
        check()
        self.central.start(port)

    def test_tablets_fill_in_what_came_after_the_back_up(self):
        self.tablets_fill_in_what_came_after_the_back_up()

    def test_of_a_tablet_enrolled_after_the_back_up_nothing_is_lost(self):
        self.of_a_tablet_enrolled_after_the_back_up_nothing_is_lost()


if __name__ == "__main__":
    unittest.main()

#!/usr/bin/python3
"""How long the dashboard takes to show itself with 1,000 stores and a year of answers behind it.

Makes the chain of bench_reading.py (counters only), with its last day yesterday, starts the shipped
server on it, asks for each figure of the dashboard over HTTP, and opens the page in Chromium. See
README.md beside this."""

import argparse
import datetime
import os
import pathlib
import subprocess
import tempfile

import bench_reading as reading

PASSWORD = "four words in a row"
FIGURES = {
    "ranking": "/api/v1/ranking?from={month}&to={today}",
    "trend by day": "/api/v1/trend?by=day&from={month}&to={today}",
    "trend, a year": "/api/v1/trend?by=week&from={year}&to={today}",
    "hours, 30 days": "/api/v1/heatmap?from={month}&to={today}",
    "touchpoints": "/api/v1/touchpoints?from={month}&to={today}",
    "comparison": "/api/v1/comparison?from={month}&to={today}&other_from={year}&other_to={before}",
    "drivers, 30 days": "/api/v1/drivers?from={month}&to={today}",
    "funnel, 30 days": "/api/v1/funnel?from={month}&to={today}",
    "hours, a store": "/api/v1/heatmap?store=s7&from={year}&to={today}",
}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("central", help="the vouch-central to measure, a release build")
    parser.add_argument("--answers", type=int, default=10_000_000)
    parser.add_argument("--times", type=int, default=7)
    options = parser.parse_args()
    here = pathlib.Path(__file__).resolve().parent
    os.environ.setdefault(
        "VOUCH_CHECKLIST", str(here.parents[1] / "resources/checklists/checkout-nps.json"))
    today = datetime.datetime.now(datetime.timezone.utc).date()
    reading.LAST_DAY = today - datetime.timedelta(days=1)
    reading.FIRST = (reading.LAST_DAY - reading.EPOCH).days - reading.DAYS + 1
    days = {"today": today, "month": today - datetime.timedelta(days=29),
            "before": today - datetime.timedelta(days=30),
            "year": today - datetime.timedelta(days=364)}
    with tempfile.TemporaryDirectory() as folder:
        file = os.path.join(folder, "central.db")

        def central(*words, **more):
            return subprocess.run(
                [options.central, "--database", "sqlite:" + file, *words], check=True,
                capture_output=True, text=True, **more).stdout.strip()

        print("load %.1f; making 1,000 stores with %d answers" % (os.getloadavg()[0],
                                                                  options.answers), flush=True)
        reading.make_chain(central, file, options.answers, False)
        central("user", "add", "--name", "regina", "--role", "regional", input=PASSWORD + "\n")
        token = central("token", "add", "--user", "regina").split()[-1]
        server = reading.Server(options.central, file)
        try:
            for name, path in FIGURES.items():
                middle, worst = reading.ask(
                    server.port, token, lambda _, path=path: path.format(**days), 20)
                print("%-15s median %6.1f ms, worst %6.1f ms" % (name, middle, worst), flush=True)
            subprocess.run(["node", str(here / "first_paint.mjs"),
                            "http://127.0.0.1:%d" % server.port, "regina", PASSWORD,
                            str(options.times)], check=True)
        finally:
            server.stop()
        print("load %.1f" % os.getloadavg()[0])


if __name__ == "__main__":
    main()

"""The score by its definition, written again so that it can contradict the server."""

import math


def expected_row(scores):
    histogram = [scores.count(score) for score in range(11)]
    n = len(scores)
    promoters, detractors = sum(histogram[9:]), sum(histogram[:7])
    row = {"n": n, "promoters": promoters, "passives": sum(histogram[7:9]),
           "detractors": detractors, "histogram": histogram, "nps": None, "low": None, "high": None,
           "more_for_range": max(0, 30 - n), "more_for_score": max(0, 100 - n)}
    if n:
        adjusted = n + 3
        p, d = (promoters + 0.75) / adjusted, (detractors + 0.75) / adjusted
        half = 1.959964 * math.sqrt((p + d - (p - d) ** 2) / adjusted)
        row["nps"] = 100 * (promoters - detractors) / n
        row["low"] = 100 * max(-1, p - d - half)
        row["high"] = 100 * min(1, p - d + half)
    return row

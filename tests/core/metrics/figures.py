#!/usr/bin/env python3
"""Recomputes the figures of figures.json in plain Python, by other ways than core/metrics takes:
integrals instead of continued fractions, definitions instead of shortcuts, dummy columns instead of
means taken out, Jacobi's rotations instead of Eigen.

    figures.py FILE            says which figure differs, and fails
    figures.py FILE --write    puts the expected figures into the file
"""
import json
import math
import sys

Z = 1.959964


def integral(f, low, high, steps=4000):
    """Simpson's rule."""
    h = (high - low) / steps
    inner = sum((4 if i % 2 else 2) * f(low + i * h) for i in range(1, steps))
    return (f(low) + inner + f(high)) * h / 3


def student_two_sided(t, degrees):
    scale = math.exp(math.lgamma((degrees + 1) / 2) - math.lgamma(degrees / 2)) / math.sqrt(degrees * math.pi)
    return 1 - 2 * integral(lambda x: scale * (1 + x * x / degrees) ** (-(degrees + 1) / 2), 0, abs(t))


def student_quantile(alpha, degrees):
    low, high = 0.0, 400.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if student_two_sided(middle, degrees) > alpha else (low, middle)
    return low


def f_upper(f, above, below):
    """By F's density over x = u / (1 - u); needs above >= 2."""
    front = math.lgamma((above + below) / 2) - math.lgamma(above / 2) - math.lgamma(below / 2)
    front += above / 2 * math.log(above / below)

    def density(x):
        return math.exp(front + (above / 2 - 1) * math.log(x) - (above + below) / 2 * math.log1p(above * x / below)) if x else (
            math.exp(front) if above == 2 else 0.0)

    return 1 - integral(density, 0, f)


def two_sided(z):
    return math.erfc(abs(z) / math.sqrt(2))


def wilson(count, base):
    """The shares that are not refused by the score test, found by halving."""
    p = count / base

    def inside(q):
        return (p - q) ** 2 <= Z * Z * q * (1 - q) / base

    def edge(inner, outer):
        for _ in range(200):
            middle = (inner + outer) / 2
            inner, outer = (middle, outer) if inside(middle) else (inner, middle)
        return inner

    return p, edge(p, 0.0) if count else 0.0, edge(p, 1.0) if count < base else 1.0


def newcombe(a, b):
    p, low, high = wilson(*a)
    q, under, over = wilson(*b)
    return p - q, p - q - math.hypot(p - low, over - q), p - q + math.hypot(high - p, q - under)


def nps(t):
    return 100 * (t[0] - t[2]) / sum(t)


def rocks(t):
    """Mean and variance of one answer, with ¾, 1½, ¾ answers added."""
    n = sum(t) + 3
    shares = [(t[0] + 0.75) / n, (t[1] + 1.5) / n, (t[2] + 0.75) / n]
    mean = sum(s * v for s, v in zip(shares, (100, 0, -100)))
    variance = sum(s * (v - mean) ** 2 for s, v in zip(shares, (100, 0, -100)))
    return mean, variance, n


def pool(tallies):
    return [sum(column) for column in zip(*tallies)]


def adjusted(p, penalty=1.0):
    m = len(p)
    out = []
    for own in p:
        candidates = [penalty * m * other / sum(1 for q in p if q <= other) for other in p if other >= own]
        out.append(min([1.0] + candidates))
    return out


def shrink(values):
    def excess(between):
        w = [1 / (v + between) for _, v in values]
        mean = sum(a * y for a, (y, _) in zip(w, values)) / sum(w)
        return sum(a * (y - mean) ** 2 for a, (y, _) in zip(w, values)) - (len(values) - 1), mean, sum(w)

    between = 0.0
    if excess(0)[0] > 0:  # Newton, by the slope over a small step
        for _ in range(200):
            value = excess(between)[0]
            slope = (excess(between + 1e-4)[0] - value) / 1e-4
            between = max(0.0, between - value / slope)
    _, mean, weight = excess(between)
    k = len(values)
    typical = sum(v for _, v in values) / k
    out = []
    for y, v in values:
        b = v / (v + between)
        error = v * (1 - b) + b * b / weight
        if k > 3:
            error += 2 / (k - 3) * b * b * (y - mean) ** 2 * (typical + between) / (v + between)
        out.append([y * (1 - b) + mean * b, error])
    return {"mean": mean, "variance": between, "estimates": out}


def solve(matrix, right):
    """Gauss-Jordan with pivots; right is a list of columns' rows."""
    n = len(matrix)
    rows = [list(matrix[i]) + list(right[i]) for i in range(n)]
    for i in range(n):
        pivot = max(range(i, n), key=lambda r: abs(rows[r][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        rows[i] = [x / rows[i][i] for x in rows[i]]
        for r in range(n):
            if r != i:
                factor = rows[r][i]
                rows[r] = [x - factor * y for x, y in zip(rows[r], rows[i])]
    return [row[n:] for row in rows]


def least_squares(columns, y, w):
    """Coefficients and the inverse of X'WX."""
    k = len(columns)
    gram = [[sum(wi * a * b for wi, a, b in zip(w, columns[i], columns[j])) for j in range(k)] for i in range(k)]
    right = [[sum(wi * a * yi for wi, a, yi in zip(w, columns[i], y))] + [float(i == j) for j in range(k)] for i in range(k)]
    solved = solve(gram, right)
    return [row[0] for row in solved], [row[1:] for row in solved]


def trend(days):
    used = [d for d in days if sum(d[1:]) > 0]
    variance = rocks(pool([d[1:] for d in used]))[1]
    first = min(d[0] for d in used)
    t = [(d[0] - first) / 7 for d in used]
    y = [nps(d[1:]) for d in used]
    v = [variance / sum(d[1:]) for d in used]
    columns = [[1.0] * len(t), t]

    def fit(between):
        w = [1 / (a + between) for a in v]
        beta, inverse = least_squares(columns, y, w)
        residual = [yi - beta[0] - beta[1] * ti for yi, ti in zip(y, t)]
        hats = [wi * sum(inverse[a][b] * columns[a][i] * columns[b][i] for a in (0, 1) for b in (0, 1))
                for i, wi in enumerate(w)]
        return beta, inverse, sum(wi * r * r for wi, r in zip(w, residual)), sum(wi * (1 - h) for wi, h in zip(w, hats))

    degrees = len(t) - 2
    _, _, scatter, trace = fit(0)
    between = max(0.0, (scatter - degrees) / trace)
    beta, inverse, scatter, _ = fit(between)
    error = math.sqrt(max(1.0, scatter / degrees) * inverse[1][1])
    half = student_quantile(0.05, degrees) * error
    return {"slope": beta[1], "low": beta[1] - half, "high": beta[1] + half,
            "p": student_two_sided(beta[1] / error, degrees), "between": between}


def between_days(days, last, weeks=8):
    blocks = {}
    for day, *tally in days:
        back = last - day
        if 0 <= back < 7 * weeks and sum(tally):
            blocks.setdefault(back // 7, []).append(tally)
    used = sum(len(b) for b in blocks.values())
    degrees = used - len(blocks)
    if used < 14 or degrees < 1:
        return None
    scatter = scale = 0.0
    for block in blocks.values():
        together = pool(block)
        variance = rocks(together)[1]
        w = [sum(t) / variance for t in block]
        scatter += sum(a * (nps(t) - nps(together)) ** 2 for a, t in zip(w, block))
        scale += sum(w) - sum(a * a for a in w) / sum(w)
    return max(0.0, (scatter - degrees) / scale), degrees


def judge(days, last, length):
    between = between_days(days, last)
    shift = -(-length // 7) * 7

    def side(first, end):
        tallies = [d[1:] for d in days if first <= d[0] <= end and sum(d[1:])]
        mean, variance, n = rocks(pool(tallies))
        counts = [sum(t) for t in tallies]
        extra = between[0] * sum(c * c for c in counts) / sum(counts) ** 2 if between else 0
        return mean, variance / n + extra

    now, error_now = side(last - length + 1, last)
    before, error_before = side(last - length + 1 - shift, last - shift)
    delta, error = now - before, math.sqrt(error_now + error_before)
    quantile = student_quantile(0.05, between[1]) if between else Z
    p = student_two_sided(delta / error, between[1]) if between else two_sided(delta / error)
    return {"delta": delta, "low": delta - quantile * error, "high": delta + quantile * error, "p": p}


def strata_test(tables):
    """Each table [a, n1, b, n0]; Mantel-Haenszel, Greenland-Robins, Sato."""
    observed = expected = variance = up = down = p = q = 0.0
    for a, n1, b, n0 in tables:
        n, m1 = n1 + n0, a + b
        observed += a
        expected += n1 * m1 / n
        variance += n1 * n0 * m1 * (n - m1) / n ** 2 / (n - 1)
        up += (a * n0 - b * n1) / n
        down += n1 * n0 / n
        p += (n1 ** 2 * b - n0 ** 2 * a + n1 * n0 * (n0 - n1) / 2) / n ** 2
        q += (a * (n0 - b) + b * (n1 - a)) / (2 * n)
    difference = up / down
    half = Z * math.sqrt(difference * p + q) / down
    chi = max(0.0, abs(observed - expected) - 0.5) / math.sqrt(variance)
    return {"difference": difference, "low": difference - half, "high": difference + half, "p": two_sided(chi)}


def rated(row, criterion):
    """Ratings that go together, by whole numbers only; the test makes the same."""
    return 1 + ((row * 7 + (row * row) % 11) // (criterion + 2) + row % 3) % 5


def rated_score(row):
    return min(10, rated(row, 0) + rated(row, 2) + (row * row) % 3)


def jacobi(matrix):
    """Eigenvalues and vectors (columns) of a symmetric matrix."""
    n = len(matrix)
    a = [list(row) for row in matrix]
    v = [[float(i == j) for j in range(n)] for i in range(n)]
    for _ in range(100):
        for p in range(n):
            for q in range(p + 1, n):
                if abs(a[p][q]) < 1e-16:
                    continue
                theta = 0.5 * math.atan2(2 * a[p][q], a[q][q] - a[p][p])
                c, s = math.cos(theta), math.sin(theta)
                for k in range(n):
                    a[k][p], a[k][q] = c * a[k][p] - s * a[k][q], s * a[k][p] + c * a[k][q]
                for k in range(n):
                    a[p][k], a[q][k] = c * a[p][k] - s * a[q][k], s * a[p][k] + c * a[q][k]
                for k in range(n):
                    v[k][p], v[k][q] = c * v[k][p] - s * v[k][q], s * v[k][p] + c * v[k][q]
    return [a[i][i] for i in range(n)], v


def johnson(rows, criteria, stores):
    table = [[rated(i, j) for j in range(criteria)] + [rated_score(i)] for i in range(rows)]
    for store in range(stores):
        members = [i for i in range(rows) if i % stores == store]
        for j in range(criteria + 1):
            mean = sum(table[i][j] for i in members) / len(members)
            for i in members:
                table[i][j] -= mean
    def correlation(j, k):
        product = sum(r[j] * r[k] for r in table)
        return product / math.sqrt(sum(r[j] ** 2 for r in table) * sum(r[k] ** 2 for r in table))
    rx = [[correlation(j, k) for k in range(criteria)] for j in range(criteria)]
    ry = [correlation(j, criteria) for j in range(criteria)]
    values, vectors = jacobi(rx)
    loadings = [[sum(vectors[i][k] * math.sqrt(values[k]) * vectors[j][k] for k in range(criteria))
                 for j in range(criteria)] for i in range(criteria)]
    betas = [row[0] for row in solve(loadings, [[y] for y in ry])]
    weights = [sum((loadings[i][k] * betas[k]) ** 2 for k in range(criteria)) for i in range(criteria)]
    # R² by least squares, which knows nothing of relative weights.
    coefficients = [row[0] for row in solve(rx, [[y] for y in ry])]
    r2 = sum(c * y for c, y in zip(coefficients, ry))
    return {"weights": weights, "correlations": ry, "r_squared": r2}


def store_week(cells):
    """Each cell [store, week, nine, passive, detractor, picking, picks]; dummies for both."""
    stores = sorted({c[0] for c in cells})
    weeks = sorted({c[1] for c in cells})
    columns = [[c[6] / c[5] for c in cells]]
    columns += [[float(c[0] == s) for c in cells] for s in stores]
    columns += [[float(c[1] == w) for c in cells] for w in weeks[1:]]
    y = [nps(c[2:5]) for c in cells]
    beta, inverse = least_squares(columns, y, [1.0] * len(y))
    degrees = len(y) - len(columns)
    residual = [yi - sum(b * col[i] for b, col in zip(beta, columns)) for i, yi in enumerate(y)]
    error = math.sqrt(sum(r * r for r in residual) / degrees * inverse[0][0])
    half = student_quantile(0.05, degrees) * error
    return {"slope": beta[0] / 10, "low": (beta[0] - half) / 10, "high": (beta[0] + half) / 10,
            "p": student_two_sided(beta[0] / error, degrees)}


def needed(half_width, mix):
    n = 1
    while True:
        mean, variance, count = rocks([m * n for m in mix])
        if Z * math.sqrt(variance / count) <= half_width:
            return n
        n += 1


def weighted(touchpoints):
    score = sum(w * nps(t) for w, t in touchpoints)
    centre = sum(w * rocks(t)[0] for w, t in touchpoints)
    half = Z * math.sqrt(sum(w * w * rocks(t)[1] / rocks(t)[2] for w, t in touchpoints))
    return {"nps": score, "low": max(-100, centre - half), "high": min(100, centre + half)}


def ces(counts):
    values = [i + 1 for i, c in enumerate(counts) for _ in range(c)]
    n = len(values)
    mean = sum(values) / n
    sd = math.sqrt(sum((v - mean) ** 2 for v in values) / (n - 1))
    half = student_quantile(0.05, n - 1) * sd / math.sqrt(n)
    return {"mean": mean, "low": max(1, mean - half), "high": min(7, mean + half)}


WAYS = {
    "student": lambda c: {"p": student_two_sided(c["t"], c["degrees"])},
    "student_quantile": lambda c: {"t": student_quantile(c["alpha"], c["degrees"])},
    "f": lambda c: {"p": f_upper(c["f"], c["above"], c["below"])},
    "wilson": lambda c: dict(zip(("value", "low", "high"), wilson(c["count"], c["base"]))),
    "newcombe": lambda c: dict(zip(("value", "low", "high"), newcombe(c["a"], c["b"]))),
    "false_discovery": lambda c: {"adjusted": adjusted(c["p"]), "any_dependence":
        adjusted(c["p"], sum(1 / (i + 1) for i in range(len(c["p"]))))},
    "shrink": lambda c: shrink(c["values"]),
    "needed": lambda c: {"answers": needed(c["half_width"], c["mix"])},
    "weighted": lambda c: weighted(c["touchpoints"]),
    "ces": lambda c: ces(c["counts"]),
    "between_days": lambda c: dict(zip(("variance", "degrees"), between_days(c["days"], c["last"]))),
    "judge": lambda c: judge(c["days"], c["last"], c["length"]),
    "trend": lambda c: trend(c["days"]),
    "strata": lambda c: strata_test(c["tables"]),
    "store_weeks": lambda c: store_week(c["cells"]),
    "johnson": lambda c: johnson(c["rows"], c["criteria"], c["stores"]),
}


def flat(value):
    if isinstance(value, dict):
        return [x for key in sorted(value) for x in flat(value[key])]
    return [x for v in value for x in flat(v)] if isinstance(value, list) else [value]


def rounded(value):
    if isinstance(value, dict):
        return {k: rounded(v) for k, v in value.items()}
    if isinstance(value, list):
        return [rounded(v) for v in value]
    return round(value, 8) if isinstance(value, float) else value


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        table = json.load(file)
    wrong = 0
    for kind, cases in table["figures"].items():
        for index, case in enumerate(cases):
            found = rounded(WAYS[kind](case["given"]))
            if "--write" in sys.argv:
                case["expected"] = found
            elif len(flat(found)) != len(flat(case["expected"])) or any(
                    abs(a - b) > 1e-6 * max(1, abs(b)) for a, b in zip(flat(found), flat(case["expected"]))):
                print(f"{kind}[{index}]: {found} instead of {case['expected']}")
                wrong += 1
    if "--write" in sys.argv:
        lines = []
        for kind, cases in table["figures"].items():
            lines.append(f'    "{kind}": [\n' + ",\n".join("      " + json.dumps(c) for c in cases) + "\n    ]")
        with open(sys.argv[1], "w", encoding="utf-8") as file:
            file.write('{\n  "about": ' + json.dumps(table["about"], ensure_ascii=False) +
                       ',\n  "figures": {\n' + ",\n".join(lines) + "\n  }\n}\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

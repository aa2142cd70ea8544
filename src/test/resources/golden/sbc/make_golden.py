"""Makes bands.json: simultaneous bands of empirical distribution functions of uniform ranks.

Two independent implementations of Säilynoja, Bürkner and Vehtari (arXiv 2103.10522):
- ArviZ 0.22.0: the probability that the curve lies inside given pointwise intervals;
- the authors' own in R, bayesplot 1.10.0 (Debian's r-cran-bayesplot): the adjusted gamma of a
  simultaneous probability, found by one-dimensional optimisation, and the limits it gives.

    pip install arviz==0.22.0 numpy==2.4.6 scipy==1.17.1
    python make_golden.py
"""

import json
import pathlib
import subprocess

import numpy as np
from arviz.stats import ecdf_utils
from scipy.stats import binom

R = """
f <- bayesplot:::adjust_gamma
for (a in list(c(50,101,.95),c(100,100,.95),c(100,100,.99),c(500,101,.95),c(250,20,.9))) {
  gamma <- f(N = a[1], K = a[2], L = 1, prob = a[3])
  limits <- bayesplot:::ecdf_intervals(gamma = gamma, N = a[1], K = a[2], L = 1)
  inner <- 2:a[2]
  cat(a, format(gamma, digits = 12), limits$lower[inner], limits$upper[inner], "\n")
}
"""


def coverage(n, values, gamma):
    z = np.arange(1, values) / values
    before = np.insert(z[:-1], 0, 0)
    lower = binom.ppf(gamma / 2, n, z).astype(int)
    upper = binom.ppf(1 - gamma / 2, n, z).astype(int) + 1
    between = (z - before) / (1 - before)
    return float(ecdf_utils._ecdf_band_interior_probability(between, n, lower, upper))


def main():
    golden = {
        "arviz": [
            {"ranks": n, "values": k, "gamma": g, "coverage": coverage(n, k, g)}
            for n, k, g in [
                (10, 10, 0.03), (40, 101, 0.006), (100, 100, 0.05), (100, 100, 0.0007),
                (250, 20, 0.01), (60, 41, 1e-5), (1, 5, 0.3),
            ]
        ],
        "bayesplot": [],
    }
    text = subprocess.run(["Rscript", "-e", R], capture_output=True, text=True, check=True).stdout
    for line in text.splitlines():
        numbers = [float(x) for x in line.split()]
        inner = int(numbers[1]) - 1
        golden["bayesplot"].append(
            {
                "ranks": int(numbers[0]),
                "values": int(numbers[1]),
                "probability": numbers[2],
                "gamma": numbers[3],
                "lower": [int(x) for x in numbers[4 : 4 + inner]],
                "upper": [int(x) for x in numbers[4 + inner :]],
            }
        )
    path = pathlib.Path(__file__).with_name("bands.json")
    path.write_text(json.dumps(golden) + "\n")


if __name__ == "__main__":
    main()

"""Calibration figures of simulated forecasts, computed with numpy, scipy and scikit-learn.

Writes calibration.json: the forecasts (means and dispersions of negative binomials), the counts and
the figures. Needs numpy, scipy, scikit-learn: python make_golden.py
"""

import json
import pathlib

import numpy as np
from scipy.stats import nbinom
from sklearn.calibration import calibration_curve
from sklearn.isotonic import IsotonicRegression
from sklearn.metrics import brier_score_loss

N, MATCHES = 400, 20


def figures(pmf, y, line):
    p = 1 - pmf[:, : int(line) + 1].sum(axis=1)
    b = (y > line).astype(float)
    observed, predicted = calibration_curve(b, p, n_bins=10)
    n_bin = np.histogram(p, bins=np.linspace(0, 1, 11))[0]
    n_bin = n_bin[n_bin > 0]
    ece = (n_bin / N * np.abs(observed - predicted)).sum()
    parts = np.array_split(np.argsort(p, kind="stable"), 10)
    mass = sum(len(i) / N * abs(b[i].mean() - p[i].mean()) for i in parts)
    squared = sum(
        len(i) / N * ((b[i].mean() - p[i].mean()) ** 2 - b[i].var(ddof=1) / len(i)) for i in parts
    )
    recalibrated = IsotonicRegression().fit_transform(p, b)
    score, best = brier_score_loss(b, p), ((recalibrated - b) ** 2).mean()
    base = ((b.mean() - b) ** 2).mean()
    cdf = pmf.cumsum(axis=1)
    upper = cdf[np.arange(N), y]
    lower = upper - pmf[np.arange(N), y]

    def below(level):
        return np.clip((level - lower) / (upper - lower), 0, 1)

    steps = (np.arange(pmf.shape[1])[None, :] >= y[:, None]).astype(float)
    pit = [10 * (below((j + 1) / 10) - below(j / 10)).mean() for j in range(10)]
    coverage = {
        str(m): (below(0.5 + m / 200) - below(0.5 - m / 200)).mean() for m in (50, 80, 95)
    }
    return {
        "line": line,
        "ece": ece,
        "ece_equal_mass": mass,
        "ece_debiased": float(np.sqrt(max(0, squared))),
        "brier": {
            "score": score,
            "miscalibration": score - best,
            "discrimination": base - best,
            "uncertainty": base,
        },
        "log_score": -np.log(pmf[np.arange(N), y]).mean(),
        "rps": ((cdf - steps) ** 2).sum(axis=1).mean(),
        "coverage": coverage,
        "pit": pit,
        "bins": [
            {"n": int(n), "predicted": q, "observed": o}
            for n, q, o in zip(n_bin, predicted, observed)
        ],
    }


def main():
    rng = np.random.default_rng(7)
    mean = rng.gamma(1.5, 0.9, size=N)
    mean[::7] = mean[3]  # ties
    size = 3.0
    y = rng.poisson(0.8 * mean * rng.gamma(2.0, 0.5, size=N))
    pmf = nbinom.pmf(np.arange(200)[None, :], size, (size / (size + mean))[:, None])
    golden = {
        "size": size,
        "mean": mean.tolist(),
        "observed": y.tolist(),
        "match": (np.arange(N) * MATCHES // N).tolist(),
        "figures": [figures(pmf, y, line) for line in (0.5, 2.5)],
    }
    path = pathlib.Path(__file__).with_name("calibration.json")
    path.write_text(json.dumps(golden) + "\n")


if __name__ == "__main__":
    main()

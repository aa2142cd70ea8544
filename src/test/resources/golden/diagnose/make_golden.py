"""Makes chains.json: committed chains with the diagnostics that ArviZ computes for them.

Run in an environment with the versions that chains.json names:
    pip install arviz==0.22.0 numpy==2.4.6 scipy==1.17.1
    python make_golden.py
Draws are rounded to 6 decimals so that the file stays small and every reader sees the same doubles.
R-hat is taken from arviz.summary's own routine, which folds before it splits, as the paper and R's
posterior do (arviz.rhat splits first; the two differ only for an odd number of draws, and that
value stands beside as rhat_split_first).
"""

import json
import platform

import arviz
import numpy as np
import scipy
from arviz.stats.diagnostics import _multichain_statistics


def autoregressive(rng, phi, chains, draws):
    x = np.zeros((chains, draws))
    x[:, 0] = rng.normal(size=chains)
    for i in range(1, draws):
        x[:, i] = phi * x[:, i - 1] + np.sqrt(1 - phi**2) * rng.normal(size=chains)
    return x


def cases():
    rng = np.random.default_rng(20180614)
    yield "well_mixed", rng.normal(size=(4, 200))
    yield "antithetic", autoregressive(rng, -0.6, 4, 200)
    yield "slow", autoregressive(rng, 0.97, 4, 400)
    yield "very_slow", np.cumsum(rng.normal(size=(3, 300)), axis=1)
    stuck = rng.normal(size=(4, 200))
    stuck[2] = 1.5
    yield "one_chain_stuck", stuck
    yield "all_stuck_apart", np.repeat([[0.0], [1.0], [2.5], [4.0]], 60, axis=1)
    off = rng.normal(size=(4, 200))
    off[1] += 1.0
    yield "one_chain_off", off
    wide = rng.normal(size=(4, 200))
    wide[3] *= 4
    yield "one_chain_wide", wide
    yield "heavy_tails", rng.standard_cauchy(size=(4, 200))
    yield "odd_draws", autoregressive(rng, 0.5, 4, 151)
    yield "odd_draws_off", autoregressive(rng, 0.9, 3, 61) + np.array([[0], [0], [2]])
    yield "two_chains", autoregressive(rng, 0.3, 2, 150)
    yield "single_chain", autoregressive(rng, 0.8, 1, 300)
    yield "ties", rng.poisson(1.2, size=(4, 150)).astype(float)
    yield "binary_rare", (rng.random(size=(4, 150)) < 0.03).astype(float)
    yield "far_offset", 1e6 + autoregressive(rng, 0.6, 4, 100)
    yield "four_draws", rng.normal(size=(4, 4))
    yield "five_draws", rng.normal(size=(4, 5))
    yield "seven_draws", rng.normal(size=(3, 7))
    yield "nine_draws", autoregressive(rng, 0.9, 4, 9)
    yield "trend", np.linspace(0, 1, 120) + 0.1 * rng.normal(size=(4, 120))
    yield "long_lags", autoregressive(rng, 0.995, 2, 1000)


def number(x):
    x = float(x)
    return x if np.isfinite(x) else "NaN" if np.isnan(x) else str(x)


def statistics(x):
    mcse_mean, mcse_sd, ess_bulk, ess_tail, rhat = _multichain_statistics(x)
    return {
        "rhat": number(rhat),
        "rhat_split_first": number(arviz.rhat(x)) if len(x) > 1 else "NaN",
        "ess_bulk": number(ess_bulk),
        "ess_tail": number(ess_tail),
        "ess_mean": number(arviz.ess(x, method="mean")),
        "ess_sd": number(arviz.ess(x, method="sd")),
        "ess_quantile_10": number(arviz.ess(x, method="quantile", prob=0.1)),
        "ess_median": number(arviz.ess(x, method="median")),
        "mcse_mean": number(mcse_mean),
        "mcse_sd": number(mcse_sd),
        "mcse_quantile_10": number(arviz.mcse(x, method="quantile", prob=0.1)),
        "mcse_quantile_90": number(arviz.mcse(x, method="quantile", prob=0.9)),
        "mcse_median": number(arviz.mcse(x, method="median")),
        "mean": number(x.mean()),
        "sd": number(x.std(ddof=1)),
        "bfmi": [number(b) for b in arviz.bfmi(x)],
    }


def main():
    golden = {
        "versions": {
            "arviz": arviz.__version__,
            "numpy": np.__version__,
            "scipy": scipy.__version__,
            "python": platform.python_version(),
        },
        "cases": [],
    }
    with np.errstate(all="ignore"):
        for name, draws in cases():
            x = np.round(draws, 6)
            golden["cases"].append(
                {"name": name, "draws": x.tolist(), "arviz": statistics(x)}
            )
        x = autoregressive(np.random.default_rng(1), 0.7, 1, 250).round(6)[0]
        golden["autocorrelation"] = {
            "draws": x.tolist(),
            "arviz": arviz.autocorr(x)[:41].tolist(),
        }
        golden["normal_quantile"] = [
            [p, float(scipy.stats.norm.ppf(p))]
            for p in [1e-300, 1e-20, 1e-9, 7.8e-5, 0.001, 0.02425, 0.074, 0.075, 0.0751, 0.3, 0.5, 0.6, 0.926, 0.99, 0.999999]
        ]
        golden["beta_quantile"] = [
            [p, a, b, float(scipy.stats.beta.ppf(p, a, b))]
            for p in (0.1586553, 0.8413447)
            for a, b in ((1.5, 1.5), (3.2, 20.0), (41.0, 361.0), (400.5, 7600.5), (4001.0, 4001.0), (1.0, 9.0))
        ]
    with open("chains.json", "w") as file:
        json.dump(golden, file)
        file.write("\n")


if __name__ == "__main__":
    import scipy.stats  # noqa: F401

    main()

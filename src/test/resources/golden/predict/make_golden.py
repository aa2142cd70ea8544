"""Predictions of a small random posterior, computed with numpy and scipy.

Writes predictions.json: the draws, the questions and the answers.
Needs numpy and scipy: python make_golden.py
"""

import json
import pathlib

import numpy as np
from scipy.stats import poisson

PROPS = ["goals", "shots", "cards"]
CHAINS, DRAWS, PLAYERS, OPPONENTS, FEATURES, K = 2, 40, 3, 2, 5, 3
MEAN = np.array([0.2, 1.5, 0.1, 0.8, 3.0])
SD = np.array([0.1, 0.7, 0.05, 0.2, 2.0])
POSITION = [3, 1, 2]  # of the players: FWD, DEF, MID


def draws(rng):
    shape = (CHAINS, DRAWS)
    alpha = np.array([-1.8, 0.3, -1.6]) + 0.1 * rng.normal(size=shape + (K,))
    gamma = 0.4 * rng.normal(size=shape + (4, K))
    player_sd = np.exp(-1 + 0.2 * rng.normal(size=shape + (K,)))
    opponent_sd = np.exp(-1.5 + 0.2 * rng.normal(size=shape + (K,)))
    z = rng.normal(size=shape + (PLAYERS, K))
    return {
        "alpha": alpha,
        "home": 0.1 + 0.05 * rng.normal(size=shape + (K,)),
        "beta": 0.2 * rng.normal(size=shape + (FEATURES, K)),
        "position_effect": gamma,
        "player_effect": gamma[:, :, POSITION, :] + player_sd[:, :, None, :] * z,
        "opponent_effect": opponent_sd[:, :, None, :] * rng.normal(size=shape + (OPPONENTS, K)),
        "player_sd": player_sd,
        "opponent_sd": opponent_sd,
        "player_corr": correlation(rng),
        "opponent_corr": correlation(rng),
    }


def correlation(rng):
    a = rng.normal(size=(CHAINS, DRAWS, K, 6))
    c = a @ np.swapaxes(a, -1, -2)
    d = np.sqrt(np.einsum("...ii->...i", c))
    return c / d[..., :, None] / d[..., None, :]


def flat(array):
    return array.reshape((CHAINS * DRAWS,) + array.shape[2:])


def answer(posterior, question):
    p, o = question["player_index"], question["opponent_index"]
    x = (np.array(question["features"]) - MEAN) / SD
    u = flat(posterior["player_effect"])[:, p]
    parts = {
        "league": flat(posterior["alpha"]),
        "home": flat(posterior["home"]) * question["home"],
        "position": flat(posterior["position_effect"])[:, POSITION[p]],
        "player": u - flat(posterior["position_effect"])[:, POSITION[p]],
        "opponent": flat(posterior["opponent_effect"])[:, o],
    }
    for j in range(FEATURES):
        parts[f"feature:f{j}"] = x[j] * flat(posterior["beta"])[:, j]
    parts["minutes"] = np.full((CHAINS * DRAWS, K), np.log(question["minutes"] / 90))
    rate = np.exp(sum(parts.values()))
    tail = (1 - question["interval"]) / 2
    answers = {}
    for k, prop in enumerate(PROPS):
        y = np.arange(2000)
        pmf = poisson.pmf(y[:, None], rate[None, :, k]).mean(axis=1)
        cdf = pmf.cumsum()
        mean = (y * pmf).sum()
        low, high = np.quantile(rate[:, k], [tail, 1 - tail])
        answers[prop] = {
            "mean": mean,
            "sd": np.sqrt((y * y * pmf).sum() - mean**2),
            "ci_low": low,
            "ci_high": high,
            "predictive_low": int(np.argmax(cdf >= tail)),
            "predictive_high": int(np.argmax(cdf >= 1 - tail)),
            "pmf": pmf[: int(np.argmax(1 - cdf < 1e-9)) + 1].tolist(),
            "why": {name: part[:, k].mean() for name, part in parts.items()},
        }
    return answers


def main():
    rng = np.random.default_rng(20180714)
    posterior = draws(rng)
    questions = [
        dict(player_index=0, opponent_index=1, home=1, minutes=90.0, interval=0.95),
        dict(player_index=1, opponent_index=0, home=0, minutes=17.5, interval=0.8),
        dict(player_index=2, opponent_index=1, home=0, minutes=120.0, interval=0.5),
        dict(player_index=0, opponent_index=0, home=1, minutes=1.0, interval=0.95),
        # Features far out, so that the larger exponentials are met.
        dict(player_index=2, opponent_index=0, home=1, minutes=90.0, interval=0.95),
    ]
    for i, question in enumerate(questions):
        spread = 1 if i < 4 else 3.5
        question["features"] = (MEAN + spread * SD * rng.normal(size=FEATURES)).tolist()
        question["answers"] = answer(posterior, question)
    golden = {
        "chains": CHAINS,
        "draws": DRAWS,
        "mean": MEAN.tolist(),
        "sd": SD.tolist(),
        "posterior": {
            name: value.reshape(CHAINS, -1).tolist() for name, value in posterior.items()
        },
        "questions": questions,
    }
    path = pathlib.Path(__file__).with_name("predictions.json")
    path.write_text(json.dumps(golden) + "\n")


if __name__ == "__main__":
    main()

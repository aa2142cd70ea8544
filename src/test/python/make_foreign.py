"""Makes src/test/resources/golden/foreign: the reference model sampled by other programs on a small simulated league.

Usage: make_foreign.py FOLDER     (in an environment with requirements-foreign.txt)
Writes nutpie.nc (h5netcdf, PyMC's model and nutpie's sampler), numpyro.nc (netcdf4, NumPyro's sampler), metadata.json of a
Touchline version with the same players, and golden.json: ArviZ's figures of every scalar, and predictions computed here
from nutpie's draws alone, with the formulas of docs/model-statistics.md.
"""
import json
import sys
from pathlib import Path

import arviz as az
import numpy as np
import nutpie
import pymc as pm
import pytensor.tensor as pt
from scipy.stats import poisson

folder = Path(sys.argv[1])
rng = np.random.default_rng(20180614)
PROPS = ["goals", "shots", "cards"]
POSITIONS = ["GKP", "DEF", "MID", "FWD"]
FEATURES = ["form_goals", "form_minutes"]
players = np.array([8287, 11, 13, 17, 4_000_000_000, 23, 29, 31])
names = ["L. Modrić", "Ōsako", "P. Three", "P. Four", "P. Five", "P. Six", "P. Seven", "P. Eight"]
position = np.array([2, 3, 0, 1, 1, 2, 3, 2])
opponents = np.array([100, 101, 102])
n = 160
p, o = rng.integers(8, size=n), rng.integers(3, size=n)
home, minutes, x = rng.integers(2, size=n), rng.integers(20, 95, size=n), rng.normal(size=(n, 2))
level = np.array([-1.8, 0.3, -1.6]) + np.array([[-2, -2, 0.1], [-0.6, -0.7, 0.2], [0, 0, 0], [0.6, 0.5, -0.3]])[position[p]]
y = rng.poisson(np.exp(level + 0.1 * home[:, None] + 0.1 * x[:, :1] + np.log(minutes / 90)[:, None]))

coords = dict(prop=PROPS, prop_bis=PROPS, feature=FEATURES, position=POSITIONS, player=players, opponent=opponents)
with pm.Model(coords=coords) as model:
    alpha = pm.Normal("alpha", -1, 1.5, dims="prop")
    eta = pm.Normal("home", 0, 0.5, dims="prop")
    beta = pm.Normal("beta", 0, 0.5, dims=("feature", "prop"))
    gamma = pm.Normal("position_effect", 0, 1, dims=("position", "prop"))
    effects = {}
    for family, base in (("player", gamma[position]), ("opponent", 0)):
        factor, corr, sds = pm.LKJCholeskyCov(
            "chol_" + family, n=3, eta=2, sd_dist=pm.HalfNormal.dist(1.0), compute_corr=True)
        z = pm.Normal("z_" + family, dims=(family, "prop"))
        pm.Deterministic(family + "_sd", sds, dims="prop")
        pm.Deterministic(family + "_corr", corr, dims=("prop", "prop_bis"))
        effects[family] = pm.Deterministic(family + "_effect", base + pt.dot(z, factor.T), dims=(family, "prop"))
    log_rate = (alpha + eta * home[:, None] + pt.dot(x, beta) + effects["player"][p] + effects["opponent"][o]
                + np.log(minutes / 90)[:, None])
    pm.Poisson("y", pt.exp(log_rate), observed=y)

KEPT = ["alpha", "home", "beta", "position_effect", "player_effect", "opponent_effect", "player_sd", "opponent_sd",
        "player_corr", "opponent_corr"]


def kept(data):
    """The reference model's variables, without the sampler's coordinates and the metric's history."""
    data.posterior = data.posterior[KEPT].assign_coords(player_name=("player", names))
    stats = data.sample_stats
    data.sample_stats = stats[[v for v in stats.data_vars if stats[v].dims == ("chain", "draw")]]
    for group in list(data.groups()):
        if group not in ("posterior", "sample_stats"):
            del data[group]
    return data


def figures(data):
    summary = az.summary(data, var_names=KEPT, round_to="none")
    return {c: [None if not np.isfinite(v) else v for v in summary[c]] for c in
            ("mean", "sd", "mcse_mean", "mcse_sd", "ess_bulk", "ess_tail", "r_hat")}


golden = {"parameters": KEPT}
by_nutpie = kept(nutpie.sample(nutpie.compile_pymc_model(model), draws=150, tune=400, chains=2, seed=1, progress_bar=False))
by_nutpie.to_netcdf(str(folder / "nutpie.nc"), engine="h5netcdf")
with model:
    by_numpyro = kept(pm.sample(120, tune=400, chains=2, random_seed=2, nuts_sampler="numpyro", progressbar=False,
                                compute_convergence_checks=False))
by_numpyro.to_netcdf(str(folder / "numpyro.nc"), engine="netcdf4")
for name, data in (("nutpie", by_nutpie), ("numpyro", by_numpyro)):
    golden[name] = figures(data) | {
        "chains": data.posterior.sizes["chain"], "draws": data.posterior.sizes["draw"],
        "divergences": int(data.sample_stats.diverging.sum())}

mean, sd = [0.2, 0.7], [0.4, 0.3]
post = by_nutpie.posterior.stack(sample=("chain", "draw"))
golden["predictions"] = []
for player, opponent, at_home, played, raw in ((8287, 101, 1, 90, [0.5, 0.9]), (4_000_000_000, 102, 0, 25, [0.0, 0.1])):
    features = (np.array(raw) - mean) / sd
    rate = (played / 90) * np.exp(
        post.alpha.transpose("prop", "sample").values + at_home * post.home.transpose("prop", "sample").values
        + np.einsum("f,fks->ks", features, post.beta.transpose("feature", "prop", "sample").values)
        + post.player_effect.sel(player=player).transpose("prop", "sample").values
        + post.opponent_effect.sel(opponent=opponent).transpose("prop", "sample").values)
    golden["predictions"].append(dict(
        player=player, opponent=opponent, home=bool(at_home), minutes=played, features=dict(zip(FEATURES, raw)),
        mean=rate.mean(axis=1).tolist(),
        pmf=[[float(poisson.pmf(count, rate[k]).mean()) for count in range(4)] for k in range(3)]))
(folder / "golden.json").write_text(json.dumps(golden, ensure_ascii=False, indent=1), encoding="utf-8")

counts = np.bincount(p, minlength=8).tolist()
metadata = dict(
    format_version=1, version="foreign", created="2026-11-24T00:00:00Z", status="published", model="multi_task", props=PROPS,
    dates=dict(train_start="2018-06-01", train_end="2018-07-05", val_end="2018-07-16"), competitions=["simulated"],
    rows=n, matches=20, validation_rows=0, validation_matches=0,
    players=[dict(id=int(i), name=a, position=POSITIONS[q]) for i, a, q in zip(players, names, position)], player_rows=counts,
    opponents=[dict(id=int(i), name=f"Team {i}") for i in opponents], position_weights=[0.125, 0.25, 0.375, 0.25],
    features=dict(names=FEATURES, mean=mean, sd=sd), chains=2, draws=150, tune=400, seed=1, settings={}, data_hash="none",
    software={}, seconds={})
(folder / "metadata.json").write_text(json.dumps(metadata, ensure_ascii=False, indent=1), encoding="utf-8")

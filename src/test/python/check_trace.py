"""Opens a Touchline trace as an analyst would in Python, and compares every figure with Touchline's own.

Usage: check_trace.py TRACE.nc FIGURES.json
FIGURES.json is what `touchline diagnose --all --json` printed of the same trace, which was trained with
--save warmup,log_likelihood,posterior_predictive. Fails at the first thing that is not as it should be.
"""
import json
import shutil
import subprocess
import sys
import warnings

from pathlib import Path

import arviz as az
import numpy as np
import xarray as xr
from scipy.stats import poisson

warnings.filterwarnings("ignore", category=RuntimeWarning)  # of constant scalars, such as corr[goals, goals]
trace, figures = sys.argv[1], json.load(open(sys.argv[2], encoding="utf-8"))
GROUPS = {
    "posterior", "sample_stats", "warmup_posterior", "warmup_sample_stats", "log_likelihood",
    "posterior_predictive", "observed_data", "constant_data",
}


def check(holds, what):
    if not holds:
        sys.exit("NOT AS IT SHOULD BE: " + what)


def inference_data(engine):
    if not classic:
        return az.from_netcdf(trace, engine=engine)
    # netCDF-3 has no groups: one file each, as docs/traces.md says.
    main = Path(trace)
    groups = {file.name.split(".")[-2]: file for file in main.parent.glob(main.stem + ".*.nc")}
    data = {name: xr.open_dataset(file, engine=engine) for name, file in ({"posterior": main} | groups).items()}
    return az.InferenceData(**data, save_warmup=True)


def opened(engine):
    data = inference_data(engine)
    check(set(data.groups()) == GROUPS, f"{engine}: groups are {data.groups()}")
    for name in data.groups():
        group = data[name].load()
        check(group.attrs["inference_library"] == "touchline", f"{engine}: {name} has no provenance")
        check("written_by" in group.attrs, f"{engine}: {name} does not say what wrote it")
        for dim in group.dims:
            check(dim in group.coords, f"{engine}: {name} has no coordinate {dim}")
    posterior = data.posterior
    check(list(posterior.prop.values) == ["goals", "shots", "cards"], f"{engine}: props")
    check(posterior.player_effect.dims == ("chain", "draw", "player", "prop"), f"{engine}: dimensions")
    check(posterior.player.dtype == (np.int32 if classic else np.int64), f"{engine}: player ids")
    check("player_name" in posterior.player_effect.coords, f"{engine}: names of players")
    check(data.sample_stats.diverging.dtype == bool, f"{engine}: truth values")
    check(data.posterior_predictive.validation_goals.dtype.kind == "i", f"{engine}: counts are whole")
    return data


def figures_agree(data):
    order = data.posterior.attrs["parameter_order"].split()
    summary = az.summary(data, var_names=order, round_to="none")
    ours = figures["scalars"]
    check(len(summary) == len(ours), f"{len(summary)} scalars, not {len(ours)}")
    columns = {
        "mean": "mean", "sd": "sd", "mcse_mean": "mcse_mean", "mcse_sd": "mcse_sd",
        "ess_bulk": "ess_bulk", "ess_tail": "ess_tail", "r_hat": "rhat",
    }
    worst = dict.fromkeys(columns, 0.0)
    judged = 0
    for (name, theirs), own in zip(summary.iterrows(), ours):
        if own["rhat"] is None:  # constant: no diagnostic is defined
            check(theirs["sd"] < 1e-12, f"{name} is not judged")
            continue
        judged += 1
        for column, key in columns.items():
            scale = 1.0 if column == "r_hat" else max(abs(theirs[column]), 1e-9)
            if column == "mean":
                scale = theirs["sd"]
            error = abs(theirs[column] - own[key]) / scale
            worst[column] = max(worst[column], error)
            limit = 1e-6 if column in ("mean", "sd", "r_hat") else 1e-4
            check(error < limit, f"{name}: {column} is {theirs[column]}, but Touchline says {own[key]}")
    check(judged > 1000, f"only {judged} scalars were compared")
    print(judged, "scalars agree; largest differences:", {k: float(f"{v:.2g}") for k, v in worst.items()})


def groups_agree(data):
    posterior, constant, observed = data.posterior, data.constant_data, data.observed_data
    eta = (
        posterior.alpha.values[:, :, None, :]
        + posterior.home.values[:, :, None, :] * constant.was_home.values[None, None, :, None]
        + np.einsum("if,cdfk->cdik", constant.features.values, posterior.beta.values)
        + posterior.player_effect.values[:, :, constant.player_index.values, :]
        + posterior.opponent_effect.values[:, :, constant.opponent_index.values, :]
        + np.log(constant.minutes.values / 90)[None, None, :, None]
    )
    for k, prop in enumerate(posterior.prop.values):
        expected = poisson.logpmf(observed[prop].values[None, None, :], np.exp(eta[..., k]))
        error = np.abs(expected - data.log_likelihood[prop].values).max()
        check(error < 1e-9, f"log-likelihood of {prop} differs by {error}")
        drawn = float(data.posterior_predictive["validation_" + prop].mean())
        seen = float(observed["validation_" + prop].mean())
        check(0.5 * seen < drawn < 2 * seen, f"{prop}: {drawn} a row were drawn, {seen} seen")
    ids = posterior.player.values[constant.player_index.values]
    check((ids == constant.player_id.values).all(), "players' indices and ids")
    loo = az.loo(data, var_name="shots")
    print("log-likelihood agrees; elpd_loo of shots", round(float(loo.elpd_loo), 1))


classic = open(trace, "rb").read(3) == b"CDF"
for each in ("scipy", "netcdf4") if classic else ("h5netcdf", "netcdf4"):
    inference = opened(each)
figures_agree(inference)
groups_agree(inference)
ncdump = shutil.which("ncdump")
if ncdump:
    header = subprocess.run([ncdump, "-h", trace], capture_output=True, text=True, check=True).stdout
    check((classic or "group: posterior" in header) and "double player_effect(chain, draw, player, prop)" in header, "ncdump")
    print("ncdump reads it")
else:
    print("ncdump is not installed: not tried")
print("1 passed, 0 failed")

"""Makes golden/foreign/cmdstanpy.nc and cmdstanpy.json: draws by CmdStan, as ArviZ's from_cmdstanpy keeps them.

Usage: make_cmdstan.py FOLDER     (in an environment with requirements-cmdstan.txt)
The model is Prophet's trend with two seasonal terms, whose compiled program comes with Prophet: CmdStan itself has to be
built from source, which this need not do. The figures of every scalar are ArviZ's.
"""
import json
import sys
from pathlib import Path

import arviz as az
import cmdstanpy
import numpy as np
import prophet

folder = Path(sys.argv[1])
program = Path(prophet.__file__).parent / "stan_model" / "prophet_model.bin"
cmdstanpy.set_cmdstan_path(str(next(program.parent.glob("cmdstan-*"))))
rng = np.random.default_rng(1)
n = 12
t = np.linspace(0, 1, n)
data = dict(
    T=n, K=2, t=t.tolist(), cap=[1.0] * n, y=(0.3 + 0.5 * t + 0.05 * rng.standard_normal(n)).tolist(), S=3,
    t_change=[0.25, 0.5, 0.75], X=np.column_stack([np.sin(2 * np.pi * t), np.cos(2 * np.pi * t)]).tolist(),
    sigmas=[10.0, 10.0], tau=0.05, trend_indicator=0, s_a=[1.0, 1.0], s_m=[0.0, 0.0])
fit = cmdstanpy.CmdStanModel(exe_file=str(program)).sample(
    data=data, chains=3, iter_warmup=300, iter_sampling=150, seed=20180614, show_progress=False)
draws = az.from_cmdstanpy(fit, coords={"season": ["sin", "cos"]}, dims={"beta": ["season"]})
draws.to_netcdf(str(folder / "cmdstanpy.nc"), engine="netcdf4")
names = list(draws.posterior.data_vars)
summary = az.summary(draws, var_names=names, round_to="none")
columns = ("mean", "sd", "mcse_mean", "mcse_sd", "ess_bulk", "ess_tail", "r_hat")
golden = {
    "parameters": names, "chains": 3, "draws": 150, "divergences": int(draws.sample_stats.diverging.sum()),
    "min_ebfmi": float(az.bfmi(draws).min()),
} | {c: [None if not np.isfinite(v) else v for v in summary[c]] for c in columns}
(folder / "cmdstanpy.json").write_text(json.dumps(golden, indent=1), encoding="utf-8")

"""Makes small InferenceData files as ArviZ and PyMC write them, and what xarray reads in them.

Run in an environment with the versions that golden.json names:
    pip install arviz==0.22.0 netCDF4 h5netcdf h5py
    python make_golden.py
"""

import json
import platform

import arviz
import h5netcdf
import netCDF4
import numpy as np
import xarray


def inference_data():
    rng = np.random.default_rng(3)
    chains, draws = 2, 12
    posterior = {
        "mu": rng.normal(size=(chains, draws)),
        "player_effect": rng.normal(size=(chains, draws, 5, 3)),
        "counts": rng.poisson(3, size=(chains, draws, 2)),
        "small": rng.normal(size=(chains, draws, 2)).astype("float32"),
        "no_names": rng.normal(size=(chains, draws, 2, 2)),
    }
    stats = {
        "lp": rng.normal(size=(chains, draws)),
        "diverging": rng.random(size=(chains, draws)) < 0.2,
        "energy": rng.normal(size=(chains, draws)),
        "tree_depth": rng.integers(1, 6, size=(chains, draws)),
    }
    data = arviz.from_dict(
        posterior=posterior,
        sample_stats=stats,
        observed_data={"y": np.arange(4)},
        coords={
            "player": [7, 11, 13, 17, 4000000000],
            "prop": ["goals", "shots", "cards"],
            "level": [0.5, 1.5],
        },
        dims={
            "player_effect": ["player", "prop"],
            "counts": ["level"],
            "small": ["level"],
        },
        attrs={"creator": "Zoë"},
    )
    data.posterior = data.posterior.assign_coords(
        player_name=("player", ["L. Modrić", "Neymar", "Ōsako", "N. Kanté", "A"])
    )
    return data


def main():
    data = inference_data()
    data.to_netcdf("arviz-netcdf4.nc", engine="netcdf4")
    data.to_netcdf("arviz-h5netcdf.nc", engine="h5netcdf")
    data.to_netcdf("arviz-plain.nc", engine="netcdf4", compress=False)
    summary = arviz.summary(data, round_to="none")
    golden = {
        "versions": {
            "arviz": arviz.__version__,
            "xarray": xarray.__version__,
            "netCDF4": netCDF4.__version__,
            "h5netcdf": h5netcdf.__version__,
            "numpy": np.__version__,
            "python": platform.python_version(),
        },
        "posterior": {
            name: {
                "dims": list(variable.dims[2:]),
                "shape": list(variable.shape[2:]),
                "values": variable.values.astype(float).reshape(2, -1).tolist(),
            }
            for name, variable in data.posterior.data_vars.items()
        },
        "sample_stats": {
            name: variable.values.astype(float).tolist()
            for name, variable in data.sample_stats.data_vars.items()
        },
        "summary_index": list(summary.index),
    }
    with open("golden.json", "w") as file:
        json.dump(golden, file, ensure_ascii=False)
        file.write("\n")


if __name__ == "__main__":
    main()

#!/bin/sh
# Runs the notebooks again, from trainings on the sample tournament to the last picture, and keeps their outputs:
#   docs/notebooks/run.sh          after mvn package -DskipTests
# Needs Python 3.11 or newer; the packages go into target/notebook.
set -eu
cd "$(dirname "$0")/../.."
work=$(pwd)/target/notebook-run
rm -rf "$work"
mkdir -p "$work"
export TOUCHLINE_HOME="$work/home"
touchline=target/touchline/bin/touchline
"$touchline" train --quiet --version notebook --train-start 2018-06-01 --train-end 2018-07-05 --val-end 2018-07-16 \
  --save log_likelihood,posterior_predictive
"$touchline" diagnose notebook --all --json > "$work/figures.json"
export TRACE="$TOUCHLINE_HOME/models/notebook/trace.nc" FIGURES="$work/figures.json"
sh src/test/python/python.sh target/notebook docs/notebooks/requirements.txt docs/notebooks/run.py docs/notebooks/explore_a_trace.ipynb
TOUCHLINE=$(realpath "$touchline")
export TOUCHLINE
sh src/test/python/python.sh target/notebook docs/notebooks/requirements.txt docs/notebooks/run.py docs/notebooks/train_and_compare.ipynb

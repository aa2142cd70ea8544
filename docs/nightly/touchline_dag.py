"""Touchline every night: import, train, serve. Exit codes that waiting does not change are never retried."""

import json
import subprocess
from datetime import datetime, timedelta

from airflow.decorators import dag, task
from airflow.exceptions import AirflowException, AirflowFailException

FOLDER = "/srv/feeds/league"
# Storage, database, interrupted: worth another try. Usage, data, convergence, memory, defect: not.
RETRYABLE = {5, 6, 130}


def touchline(*arguments: str) -> dict:
    """Runs a command with --json and returns its document; its failure is the task's, in its own words."""
    run = subprocess.run(
        ["touchline", *arguments, "--json", "--quiet"], capture_output=True, text=True, check=False
    )
    document = json.loads(run.stdout) if run.stdout.strip() else {}
    if run.returncode == 0:
        return document
    error = document.get("error", {})
    text = f"touchline {arguments[0]} ended with {run.returncode}: " + " ".join(
        filter(None, (error.get("message"), error.get("remedy")))
    )
    raise (AirflowException if run.returncode in RETRYABLE else AirflowFailException)(text)


@dag(
    schedule="10 4 * * *",
    start_date=datetime(2026, 1, 1),
    catchup=False,
    max_active_runs=1,
    default_args={"retries": 2, "retry_delay": timedelta(minutes=10)},
)
def touchline_nightly():
    """Three tasks; a version that was not published is never served."""

    @task
    def load() -> None:
        touchline("data", "import", FOLDER)

    @task
    def train(ds: str | None = None) -> str:
        day = datetime.strptime(ds or "", "%Y-%m-%d")
        version = f"nightly-{ds}"
        touchline(
            "train", "--version", version,
            "--train-start", (day - timedelta(days=365)).strftime("%Y-%m-%d"),
            "--train-end", (day - timedelta(days=28)).strftime("%Y-%m-%d"),
            "--val-end", day.strftime("%Y-%m-%d"),
        )
        return version

    @task
    def serve(version: str) -> None:
        touchline("models", "serve", version)
        touchline("models", "prune", "--keep", "14")

    version = train()
    load() >> version
    serve(version)


touchline_nightly()

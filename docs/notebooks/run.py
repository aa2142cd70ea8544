"""Runs a notebook from top to bottom and keeps its outputs in it; fails where a cell does."""
import sys

import nbformat
from nbclient import NotebookClient

path = sys.argv[1]
notebook = nbformat.read(path, as_version=4)
NotebookClient(notebook, timeout=600, kernel_name="python3").execute()
for cell in notebook.cells:
    cell.get("metadata", {}).pop("execution", None)  # times of day, which differ at every run
nbformat.write(notebook, path)

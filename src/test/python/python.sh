#!/bin/sh
# Runs a script with the packages of a list, in a virtual environment that it makes where there is none:
#   python.sh FOLDER REQUIREMENTS SCRIPT ARGUMENTS…
# Exits 77 where there is no Python 3.11 or newer, or the packages cannot be had.
set -u
folder=$1
requirements=$2
shift 2
python=${PYTHON:-python3}
if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
  echo "no Python 3.11 or newer" >&2
  exit 77
fi
if ! cmp -s "$requirements" "$folder/made-from.txt"; then
  rm -rf "$folder"
  if ! "$python" -m venv "$folder" >&2 || ! "$folder/bin/pip" install --quiet --disable-pip-version-check \
      --timeout 20 --retries 1 -r "$requirements" >&2; then
    echo "the packages of $requirements cannot be installed" >&2
    exit 77
  fi
  cp "$requirements" "$folder/made-from.txt"
fi
exec "$folder/bin/python" "$@"

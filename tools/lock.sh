#!/bin/sh
# Rewrites the three lock files from pyproject.toml: exact versions with their hashes, valid for every
# Python and system the project supports, and no address of any index in them.
#
# Usage: tools/lock.sh [--upgrade]      without it, versions already locked stay as they are.
set -eu
cd "$(dirname "$0")/.."
uv=.venv/bin/uv

lock() { # lock FILE MORE-OPTIONS...: FILE's present content is what uv keeps versions from
    file=$1
    shift
    "$uv" pip compile pyproject.toml --quiet --universal --python-version 3.11 \
        --generate-hashes --no-header --no-annotate --no-emit-index-url --no-emit-find-links \
        --output-file "$file" "$@"
    if grep -nE '://|^--|find-links' "$file"; then
        echo "$file: the lines above hold an address or an option; a lock may hold neither" >&2
        exit 1
    fi
}

lock requirements.lock "$@"
extras="--extra desk --extra editor --extra fonts --extra watch"
# shellcheck disable=SC2086 # a list of words
lock requirements-dev.lock --constraint requirements.lock $extras --group dev "$@"
# shellcheck disable=SC2086
lock requirements-bench.lock --constraint requirements-dev.lock $extras --group dev --group bench --group lock "$@"

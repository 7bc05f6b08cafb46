#!/bin/sh
# Runs a command of this project with the libraries that tools/native.py had to unpack into .venv, if it had to.
#
# Usage: tools/run.sh COMMAND [ARGUMENT...]
set -eu
unpacked=${0%/*}/../.venv/native
if [ -d "$unpacked" ]; then
    unpacked=$(cd "$unpacked" && pwd)
    for folder in "$unpacked"/usr/lib/*-linux-gnu* "$unpacked"/lib/*-linux-gnu*; do
        if [ -d "$folder" ]; then
            LD_LIBRARY_PATH=$folder${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}
        fi
    done
    export LD_LIBRARY_PATH
fi
exec "$@"

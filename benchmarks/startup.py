"""How long is nothing? The help text, an unchanged build and looks at the five articles, beside a
Python that does nothing.
"""

import os
import shutil
from pathlib import Path

from benchmarks.desk import desk
from benchmarks.measure import Program, python, run, turn_about
from benchmarks.table import Table, seconds, times, verdict

_STAMPS = (".ready", ".native")


def tables(rounds: int) -> list[Table]:
    """Give the start-up of `--help`, of a build that finds nothing changed, and of two looks at
    the brief.
    """
    with desk() as folder:
        for command in ("build", "run"):  # the first run notes that the config asks for no more
            run(python("-m", "briefing", command, folder=folder))
        programs = {
            "python -c pass": python("-c", "pass", folder=folder),
            "python -c 'import sqlite3, yaml'": python("-c", "import sqlite3, yaml", folder=folder),
            "briefing --help": python("-m", "briefing", "--help", folder=folder),
            "briefing build, unchanged": python("-m", "briefing", "build", folder=folder),
            "briefing run, unchanged": python("-m", "briefing", "run", folder=folder),
            "briefing check": python("-m", "briefing", "check", folder=folder),
            "briefing verify": python(
                "-m", "briefing", "verify", "output/brief.json", folder=folder
            ),
        }
        made = shutil.which("make") and all((folder / ".venv" / name).exists() for name in _STAMPS)
        if made:
            programs["make brief, unchanged"] = unchanged_make(folder)
            run(programs["make brief, unchanged"])
        used = turn_about(programs, rounds)
    nothing = used["python -c pass"].cpu
    imports = used["python -c 'import sqlite3, yaml'"].cpu
    rows = []
    for name, usage in used.items():
        aim = verdict(usage.cpu / imports, most=4) if "unchanged" in name else ""
        rows.append(
            (name, seconds(usage.cpu), times(usage.cpu, nothing), times(usage.cpu, imports), aim)
        )
    notes = [
        (
            "Processor time of whole processes, their children's included; "
            f"medians of {rounds} rounds, turn about."
        )
    ]
    if not made:
        notes.append("No row for `make brief`: this environment was not made by make.")
    head = ("program", "time", "beside pass", "beside sqlite3, yaml", "aim")
    return [Table(title="Start-up", head=head, rows=rows, notes=notes)]


def unchanged_make(folder: Path) -> Program:
    """Give `make brief` in a folder whose `.venv` is another's: `--old-file` keeps make from doing
    anything for a stamp, however old it is.
    """
    asked = (name for name in os.environ if name.startswith(("MAKE", "MFLAGS")))
    quiet = ("env", *(f"--unset={name}" for name in asked))
    kept = (f"--old-file=.venv/{stamp}" for stamp in _STAMPS)
    return Program(command=(*quiet, "make", *kept, "brief"), folder=folder)

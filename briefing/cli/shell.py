"""What a command prints and how it looks, and the exit codes that all commands share."""

import json
import os
import re
import sys
from collections.abc import Iterable, Mapping
from typing import Any

import click

from briefing.errors import Problem

# Control characters but for tabs, and what turns the direction of writing round.
_STEERING = re.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f\u202a-\u202e]")

DONE, FOUND, MISTAKE, BUG, STOPPED = 0, 1, 2, 3, 130
"""Done; the work found a problem; the user's mistake; a bug; stopped by ^C."""


def close_quietly() -> None:
    """Point standard output nowhere, so that nothing complains of a broken pipe at exit."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())


def print_problems(problems: Iterable[Problem]) -> None:
    """Print problems on standard error, one line each."""
    for problem in problems:
        before, severity, after = str(problem).partition(f" {problem.severity}: ")
        colour = "red" if problem.severity == "error" else "yellow"
        said = (
            f"{strip_controls(before)} {click.style(problem.severity, fg=colour, bold=True)}: "
            f"{strip_controls(after)}"
        )
        click.echo(said if severity and _wants_colour() else strip_controls(str(problem)), err=True)


def print_notice(line: str) -> None:
    """Print one line on standard error."""
    click.echo(strip_controls(line), err=True)


def print_line(line: str) -> None:
    """Print one line of a command's output."""
    click.echo(strip_controls(line))


def tell_json(value: object) -> None:
    """Print `value` as JSON for a program to read."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=1))


def problem_json(problem: Problem) -> Mapping[str, Any]:
    """A problem as JSON has it; `line` and `column` are null where the place is unknown."""
    return {
        "path": problem.path,
        "line": problem.line or None,
        "column": problem.column or None,
        "severity": problem.severity,
        "message": problem.message,
        "advice": problem.advice or None,
    }


def strip_controls(line: str) -> str:
    """Give `line` without what would steer a terminal: control characters become U+FFFD."""
    return _STEERING.sub("\ufffd", line)


def _wants_colour() -> bool:
    return (
        sys.stderr.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    )

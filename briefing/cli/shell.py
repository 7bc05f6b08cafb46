"""What every command shares: exit codes, how problems look, and what becomes of a bug.

Exit codes: 0 done; 1 the work found a problem; 2 the user's mistake; 3 a bug; 130 stopped by ^C.
"""

import errno
import json
import os
import sys
import tempfile
import traceback
from collections.abc import Iterable, Mapping
from typing import Any

import click

from briefing import __version__
from briefing.errors import Problem, UserError, WorkError

DONE, FOUND, MISTAKE, BUG, STOPPED = 0, 1, 2, 3, 130

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES, errno.EPERM, errno.EFBIG}


def run(arguments: list[str]) -> int:
    """Run a command line (without the program's name) and give its exit code; raises nothing."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        code = _run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:  # whoever read our output has enough
        close_quietly()
        return DONE
    return code


def _run(arguments: list[str]) -> int:
    from briefing.cli.commands import briefing  # noqa: PLC0415 - the commands import this module

    try:
        with briefing.make_context("briefing", list(arguments)) as context:
            return int(briefing.invoke(context) or DONE)
    except click.exceptions.Exit as leave:
        return leave.exit_code
    except BrokenPipeError:
        raise
    except (KeyboardInterrupt, click.Abort):
        say("stopped")
        return STOPPED
    except Exception as error:  # noqa: BLE001 - the last line of defence
        return _failed(arguments, error)


def _failed(arguments: list[str], error: Exception) -> int:
    """Say what went wrong in the way that its kind asks for; give the exit code."""
    match error:
        case click.exceptions.NoArgsIsHelpError():
            click.echo(error.format_message(), err=True)
            return MISTAKE
        case click.UsageError():
            command = error.ctx.command_path if error.ctx else "briefing"
            say(f"{command}: error: {_one_line(error.format_message())} (try {command} --help)")
            return MISTAKE
        case UserError():
            show(error.problems)
            return MISTAKE
        case WorkError():
            say(f"error: {error}")
            return FOUND
        case OSError() if error.errno in _NO_ROOM:
            where = f": {error.filename}" if error.filename else ""
            say(f"error: {(error.strerror or str(error)).lower()}{where}")
            return FOUND
    return _bug(arguments, error)


def close_quietly() -> None:
    """Point standard output nowhere, so that nothing complains of a broken pipe at exit."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())


def show(problems: Iterable[Problem]) -> None:
    """Print problems on standard error, one line each."""
    for problem in problems:
        before, severity, after = str(problem).partition(f" {problem.severity}: ")
        colour = "red" if problem.severity == "error" else "yellow"
        said = f"{plain(before)} {click.style(problem.severity, fg=colour, bold=True)}: {plain(after)}"
        click.echo(said if severity and _colourful() else plain(str(problem)), err=True)


def say(line: str) -> None:
    """Print one line on standard error."""
    click.echo(plain(line), err=True)


def tell(line: str) -> None:
    """Print one line of a command's output."""
    click.echo(plain(line))


def tell_json(value: object) -> None:
    """Print `value` as JSON for a program to read."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=1))


def problem_json(problem: Problem) -> Mapping[str, Any]:
    """Give a problem as JSON has it; `line` and `column` are null where the place is unknown."""
    return {
        "path": problem.path,
        "line": problem.line or None,
        "column": problem.column or None,
        "severity": problem.severity,
        "message": problem.message,
        "advice": problem.advice or None,
    }


def plain(line: str) -> str:
    """Give `line` without what would steer a terminal: control characters become U+FFFD."""
    return "".join("\ufffd" if _steers(char) else char for char in line)


def _steers(char: str) -> bool:
    """Tell a control character or a bidirectional override from text and tabs."""
    return (char < " " and char != "\t") or "\x7f" <= char <= "\x9f" or "\u202a" <= char <= "\u202e"


def _colourful() -> bool:
    return sys.stderr.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _one_line(message: str) -> str:
    return " ".join(message.split()).removesuffix(".")


def _bug(arguments: list[str], error: BaseException) -> int:
    """Keep the traceback for whoever mends the program, and tell the user where."""
    report = [f"briefing {__version__}, Python {sys.version}", f"arguments: {arguments!r}", ""]
    report += traceback.format_exception(error)
    brief = _one_line(f"{type(error).__name__}: {error}")[:200]
    try:
        descriptor, path = tempfile.mkstemp(prefix="briefing-", suffix=".log")
        with open(descriptor, "w", encoding="utf-8", errors="backslashreplace") as log:  # noqa: PTH123 - a descriptor
            log.write("\n".join(report))
    except OSError:
        say(f"briefing: a bug: {brief} (no log could be written)")
        return BUG
    say(f"briefing: a bug: {brief}; the details are in {path}")
    return BUG

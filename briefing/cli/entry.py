"""One run of the command line: what becomes of each way in which it can end."""

import errno
import os
import sys
import tempfile
import traceback

import click

from briefing import __version__, quiet
from briefing.cli import building, commands, completing, deciding, shelf, shell, timing
from briefing.cli.options import briefing
from briefing.errors import UserError, WorkError, refusal_reason

COMMANDS = (building, commands, completing, deciding, shelf, timing)
"""The modules whose commands there are; each adds its own to `briefing` when it is imported."""

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES, errno.EPERM, errno.EFBIG}


def run_command(arguments: list[str]) -> int:
    """Run a command line (without the program's name) and give its exit code; raises nothing."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    quiet.silence_libraries()
    asked = os.environ.get(completing.ASKED)
    if asked:
        return completing.answer(asked)
    try:
        code = _invoke_command(arguments)
        sys.stdout.flush()
    except BrokenPipeError:  # whoever read our output has enough
        shell.close_quietly()
        return shell.DONE
    return code


def _invoke_command(arguments: list[str]) -> int:
    try:
        with briefing.make_context("briefing", list(arguments)) as context:
            return int(briefing.invoke(context) or shell.DONE)
    except click.exceptions.Exit as leave:
        return leave.exit_code
    except BrokenPipeError:
        raise
    except (KeyboardInterrupt, click.Abort):
        shell.print_notice("stopped")
        return shell.STOPPED
    except Exception as error:  # noqa: BLE001 - the last line of defence
        return _report_failure(arguments, error)


def _report_failure(arguments: list[str], error: Exception) -> int:
    """Say what went wrong in the way that its kind asks for; give the exit code."""
    match error:
        case click.exceptions.NoArgsIsHelpError():
            click.echo(error.format_message(), err=True)
            return shell.MISTAKE
        case click.UsageError():
            command = error.ctx.command_path if error.ctx else "briefing"
            shell.print_notice(
                f"{command}: error: {_one_line(error.format_message())} (try {command} --help)"
            )
            return shell.MISTAKE
        case UserError():
            shell.print_problems(error.problems)
            return shell.MISTAKE
        case WorkError():
            shell.print_notice(f"error: {error}")
            return shell.FOUND
        case OSError() if error.errno in _NO_ROOM:
            where = f": {error.filename}" if error.filename else ""
            shell.print_notice(f"error: {refusal_reason(error)}{where}")
            return shell.FOUND
    return _report_bug(arguments, error)


def _one_line(message: str) -> str:
    return " ".join(message.split()).removesuffix(".")


def _report_bug(arguments: list[str], error: BaseException) -> int:
    """Keep the traceback for whoever mends the program, and tell the user where."""
    report = [f"briefing {__version__}, Python {sys.version}", f"arguments: {arguments!r}", ""]
    report += traceback.format_exception(error)
    brief = _one_line(f"{type(error).__name__}: {error}")[:200]
    try:
        descriptor, path = tempfile.mkstemp(prefix="briefing-", suffix=".log")
        with os.fdopen(descriptor, "w", encoding="utf-8", errors="backslashreplace") as log:
            log.write("\n".join(report))
    except OSError:
        shell.print_notice(f"briefing: a bug: {brief} (no log could be written)")
        return shell.BUG
    shell.print_notice(f"briefing: a bug: {brief}; the details are in {path}")
    return shell.BUG

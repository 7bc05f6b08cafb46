"""The manual: every command with its options, as a page of the docs and as a man page.

Both are made of what `--help` is made of:

    python -m briefing.cli.manual docs      writes commands.md and briefing.1 into a folder
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from briefing import __version__
from briefing.cli.entry import COMMANDS
from briefing.cli.options import briefing

_NOTE = "<!-- Made by `python -m briefing.cli.manual docs`; a test says when it is not current. -->"
_CODES = (
    ("0", "done; also: nothing to do, or a source that can't be read was set aside"),
    ("1", "the work found a problem: not proved, not delivered, not made; a warning in --strict"),
    ("2", "a mistake in config, template, arguments or the analyst's file; no readable source"),
    ("3", "a bug: the traceback is in a file whose path is printed"),
    ("130", "stopped by ^C"),
)
_FILES = (
    ("config.yaml", "what the brief is made of"),
    ("analyst.yaml", "what the analyst decided"),
    ("sources.yaml", "inside a source folder: what is known of its files"),
    ("output/editions/", "every edition with its evidence, and the record of what was sent"),
)
_VARIABLES = (
    ("SOURCE_DATE_EPOCH", "seconds since 1970 as the time of making: two machines, the same bytes"),
    ("NO_COLOR", "print without colours"),
)


def _context() -> click.Context:
    return click.Context(briefing, info_name="briefing", **briefing.context_settings)


def list_commands() -> list[click.Command]:
    """All commands in the order of their names."""
    assert COMMANDS  # noqa: S101 - importing them is what adds them
    return [briefing.commands[name] for name in sorted(briefing.commands)]


def list_options(command: click.Command) -> Iterator[tuple[str, str]]:
    """How each option of a command is written, and what it does, as `--help` says it."""
    context = click.Context(command, info_name=command.name, parent=_context())
    for parameter in command.get_params(context):
        record = parameter.get_help_record(context)
        if record is not None and record[1]:
            yield " ".join(record[0].split()), " ".join(record[1].split())


def usage(command: click.Command) -> str:
    """What a command takes, on one line."""
    context = click.Context(command, info_name=command.name, parent=_context())
    return " ".join(("briefing", str(command.name), *command.collect_usage_pieces(context)))


def _paragraphs(command: click.Command) -> list[str]:
    """What a command does, paragraph by paragraph."""
    text = re.sub(r"\x08\n?", "", command.help or "")
    return [" ".join(part.split()) for part in text.split("\n\n") if part.strip()]


def commands_page() -> str:
    """The page of all commands, as Markdown."""
    return "\n".join(_page_lines()) + "\n"


def _page_lines() -> Iterator[str]:
    yield from ("# Commands", "", _NOTE, "", *_paragraphs(briefing)[:1], "")
    yield from ("| exit code | means |", "|---|---|")
    yield from (f"| {code} | {meaning} |" for code, meaning in _CODES)
    yield from ("", "| variable | means |", "|---|---|")
    yield from (f"| `{name}` | {meaning} |" for name, meaning in _VARIABLES)
    for command in list_commands():
        yield from ("", f"## {command.name}", "", f"    {usage(command)}", "")
        yield from (line for part in _paragraphs(command) for line in (part, ""))
        yield from ("| option | does |", "|---|---|")
        for written, meaning in list_options(command):
            cells = (f"`{written}`", meaning)
            yield "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def man_page() -> str:
    """The man page briefing(1), as roff."""
    return "\n".join(_roff_lines()) + "\n"


def _roff_lines() -> Iterator[str]:
    yield f'.TH BRIEFING 1 "" "briefing {__version__}" "User Commands"'
    yield from (
        ".SH NAME",
        "briefing \\- a brief of news articles in which every sentence is proved",
    )
    yield from (".SH SYNOPSIS", ".B briefing", ".I COMMAND", "[\\fIOPTION\\fR]...")
    yield from (".SH DESCRIPTION", _escape(_paragraphs(briefing)[0]), ".SH COMMANDS")
    for command in list_commands():
        yield from (f".SS {_escape(usage(command))}", *map(_escape, _paragraphs(command)))
        for written, meaning in list_options(command):
            yield from (".TP", f".B {_escape(written)}", _escape(meaning))
    for heading, entries in (
        ("EXIT STATUS", _CODES),
        ("FILES", _FILES),
        ("ENVIRONMENT", _VARIABLES),
    ):
        yield f".SH {heading}"
        for name, meaning in entries:
            yield from (".TP", f".B {_escape(name)}", _escape(meaning))


def _escape(text: str) -> str:
    """Text that roff prints as it is."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{escaped}" if escaped.startswith((".", "'")) else escaped


def write_manual(folder: Path) -> None:
    """Write commands.md and briefing.1 into `folder`."""
    (folder / "commands.md").write_text(commands_page(), encoding="utf-8", newline="\n")
    (folder / "briefing.1").write_text(man_page(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write_manual(Path(sys.argv[1]))

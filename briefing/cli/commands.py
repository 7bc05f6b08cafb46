"""The commands. Each imports what it works with when it is called, so that --help is quick."""

import logging
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from briefing import __version__
from briefing.cli import shell

Function = TypeVar("Function", bound=Callable[..., Any])

FORMATS = {"md": "markdown", "markdown": "markdown", "html": "html", "pdf": "pdf", "json": "json"}


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="briefing", message="%(prog)s %(version)s")
def briefing() -> None:
    r"""Turn a folder of news articles into a brief in which every sentence leads to its source.

    \b
    Exit codes: 0 done, 1 the work found a problem, 2 a mistake in config or arguments,
    3 a bug, 130 stopped.
    """


def _common(function: Function) -> Function:
    """Give a command the options that all commands have."""
    config = click.option(
        "-c",
        "--config",
        type=click.Path(path_type=Path),
        default=Path("config.yaml"),
        show_default=True,
        help="The brief's config.",
    )
    verbose = click.option(
        "-v", "--verbose", is_flag=True, expose_value=False, callback=_verbose, help="Say more of what is done."
    )
    return config(verbose(function))


def _verbose(_context: click.Context, _option: click.Parameter, value: bool) -> None:  # noqa: FBT001 - click's form
    logging.basicConfig(level=logging.INFO if value else logging.WARNING, format="%(message)s", stream=sys.stderr)


_json = click.option("--json", "as_json", is_flag=True, help="Print JSON for a program to read.")
_quiet = click.option("-q", "--quiet", is_flag=True, help="Print errors only.")
_strict = click.option("--strict", is_flag=True, help="Let any warning fail (exit code 1).")


@briefing.command()
@_common
@_quiet
@_json
@_strict
@click.option("--force", is_flag=True, help="Build although nothing changed.")
@click.option("--output", type=click.Path(path_type=Path), help="A trial: write here, make no edition.")
@click.option("--as-of", metavar="DATE", help="Cut-off, instead of the config's: latest or an EDTF date.")
@click.option("--formats", metavar="LIST", help="Only these of md, html, pdf, json, with commas.")
def build(  # noqa: PLR0913 - one for each option of the command
    *,
    config: Path,
    quiet: bool,
    as_json: bool,
    strict: bool,
    force: bool,
    output: Path | None,
    as_of: str | None,
    formats: str | None,
) -> int:
    """Make the brief and keep the edition.

    Writes brief.md, brief.html, brief.pdf and brief.json into the output folder and keeps them as an
    edition with its evidence. Does nothing, fast, when nothing changed.
    """
    if as_of is not None:
        _check_date(as_of)
    wanted = _formats(formats) if formats is not None else None
    from briefing import pipeline  # noqa: PLC0415

    options = pipeline.BuildOptions(force=force, output=output, as_of=as_of, formats=wanted, strict=strict)
    outcome = pipeline.build(config, options)
    if as_json:
        problems = [shell.problem_json(problem) for problem in outcome.problems]
        shell.tell_json({"message": outcome.message, "exit_code": outcome.exit_code, "problems": problems})
        return outcome.exit_code
    shell.show(problem for problem in outcome.problems if not quiet or problem.severity == "error")
    if outcome.message and not quiet:
        for line in outcome.message.splitlines():
            shell.tell(line)
    return outcome.exit_code


@briefing.command()
@_common
@_quiet
@_json
@_strict
def check(*, config: Path, quiet: bool, as_json: bool, strict: bool) -> int:
    """List every mistake at once.

    Looks at config, templates, sources and the analyst's file, and builds nothing.
    """
    from briefing import pipeline  # noqa: PLC0415
    from briefing.errors import UserError  # noqa: PLC0415

    try:
        problems = list(pipeline.check(config))
    except UserError as error:
        problems = list(error.problems)
    errors = [problem for problem in problems if problem.severity == "error"]
    if as_json:
        shell.tell_json([shell.problem_json(problem) for problem in problems])
    else:
        shell.show(problem for problem in problems if not quiet or problem.severity == "error")
        if not problems and not quiet:
            shell.tell(f"{config}: no problems")
    if errors:
        return shell.MISTAKE
    return shell.FOUND if problems and strict else shell.DONE


@briefing.command()
@_common
@_json
def sources(*, config: Path, as_json: bool) -> int:
    """List what was read or set aside, and why."""
    from briefing import pipeline  # noqa: PLC0415
    from briefing.cli import listing  # noqa: PLC0415

    found = pipeline.sources(config)
    if as_json:
        shell.tell_json(found)
    else:
        for line in listing.sources(found):
            shell.tell(line)
    return shell.DONE


@briefing.command()
@_common
@_json
def passages(*, config: Path, as_json: bool) -> int:
    """List passages, tags and sections."""
    from briefing import pipeline  # noqa: PLC0415
    from briefing.cli import listing  # noqa: PLC0415

    found = pipeline.passages(config)
    if as_json:
        shell.tell_json(found)
    else:
        for line in listing.passages(found):
            shell.tell(line)
    return shell.DONE


@briefing.command()
@_common
@click.argument("statement", metavar="ID")
def explain(*, config: Path, statement: str) -> int:
    """Say why a statement is in.

    Shows its passage, scores, edits and support, what it displaced, and lines to paste into the
    analyst's file.
    """
    from briefing import pipeline  # noqa: PLC0415

    for line in pipeline.explain(config, statement).splitlines():
        shell.tell(line)
    return shell.DONE


@briefing.command()
@_common
@_quiet
@_json
@click.argument("brief", metavar="[BRIEF.json]", required=False, type=click.Path(path_type=Path))
def verify(*, config: Path, quiet: bool, as_json: bool, brief: Path | None) -> int:
    """Replay every statement of a brief.

    Takes the newest brief where none is named; exit code 1 and a list where a statement fails.
    """
    from briefing import pipeline  # noqa: PLC0415

    path = brief or _latest(config)
    failures = list(pipeline.verify(path, config.parent, config))
    if as_json:
        shell.tell_json({"brief": str(path), "failures": failures})
    else:
        for line in failures:
            shell.tell(line)
        if not failures and not quiet:
            shell.tell(f"{path}: every statement holds")
    return shell.FOUND if failures else shell.DONE


@briefing.command()
@_common
@_quiet
@_json
@click.option("--dry-run", is_flag=True, help="Write what would be sent as .eml files, and send nothing.")
@click.option("--to", metavar="ADDRESS", default="", help="Send a test copy there; it never counts as sent.")
@click.option("--status", is_flag=True, help="Say what went to whom; exit code 1 where anyone is owed mail.")
def send(
    *, config: Path, quiet: bool, as_json: bool, dry_run: bool, to: str, status: bool
) -> int:
    """Mail the newest released edition.

    Each reader gets an edition once. Whoever could not be served is listed, with exit code 1.
    """
    if dry_run + bool(to) + status > 1:
        message = "--dry-run, --to and --status each do something else: give one of them"
        raise click.UsageError(message, click.get_current_context())
    from briefing.pipeline import send as post  # noqa: PLC0415

    report = post.send(config, post.SendOptions(dry_run=dry_run, to=to, status=status))
    if as_json:
        shell.tell_json(post.as_json(report))
    elif not quiet or report.outcome.exit_code:
        for line in report.outcome.message.splitlines():
            shell.tell(line)
    return report.outcome.exit_code


@briefing.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
def new(*, folder: Path) -> int:
    """Lay out a new brief in DIR.

    Writes a config, a folder for sources and a README, and overwrites nothing.
    """
    from briefing.cli import layout  # noqa: PLC0415

    for line in layout.lay(folder):
        shell.tell(line)
    return shell.DONE


def _formats(written: str) -> tuple[str, ...]:
    """Read `md,pdf` as kinds of outputs."""
    from briefing.settings import typed  # noqa: PLC0415

    kinds = []
    for name in (part.strip().lower() for part in written.split(",")):
        if name not in FORMATS:
            advice = typed.near(name, FORMATS) or "formats are md, html, pdf, json"
            message = f"--formats: there is no format {name!r} ({advice})"
            raise click.UsageError(message, click.get_current_context())
        kinds.append(FORMATS[name])
    return tuple(dict.fromkeys(kinds))


def _check_date(written: str) -> None:
    from briefing.language import edtf  # noqa: PLC0415

    if written != "latest" and not edtf.valid(written):
        message = f"--as-of: {written!r} is not a date (write 2025-11-24, 2025-11 or latest)"
        raise click.UsageError(message, click.get_current_context())


def _latest(config: Path) -> Path:
    """Give where the newest brief.json of a config lies; raises UserError where the config can't be read."""
    from briefing.settings import tree  # noqa: PLC0415

    written = tree.load(config).get("output")
    return config.parent / (written if isinstance(written, str) else "output") / "brief.json"

"""Commands that look, prove and send. Each imports what it works with when it is called, so that
--help is quick.
"""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing.cli import options, shell

if TYPE_CHECKING:
    from briefing.errors import Problem


@options.briefing.command()
@options.add_common_options
@options.quiet
@options.as_json
@options.strict
@click.option(
    "--requests",
    is_flag=True,
    help="Print what an editor would be sent, as JSON, and nothing else.",
)
def check(*, config: Path, quiet: bool, as_json: bool, strict: bool, requests: bool) -> int:
    """List every mistake at once.

    Looks at config, templates, sources and the analyst's file, and builds nothing. Where the config
    names an editor, says what would be sent where; before that no build sends anything.
    """
    from briefing.inspection.announcing import errors_of, is_note  # noqa: PLC0415
    from briefing.inspection.check import list_requests  # noqa: PLC0415

    if requests:
        shell.tell_json(list_requests(config))
        return shell.DONE

    problems = _find_problems(config)
    fine = all(map(is_note, problems))
    if as_json:
        shell.tell_json([shell.problem_json(problem) for problem in problems])
    elif quiet:
        shell.print_problems(filter(_is_told_quietly, problems))
    else:
        shell.print_problems(problems)
        if fine:
            shell.print_line(f"{config}: no problems")
    if errors_of(problems):
        return shell.MISTAKE
    return shell.FOUND if strict and not fine else shell.DONE


def _is_told_quietly(problem: "Problem") -> bool:
    """Whether `--quiet` tells a problem still: an error, or what no warning is about."""
    from briefing.inspection.announcing import is_note  # noqa: PLC0415

    return problem.severity == "error" or is_note(problem)


def _find_problems(config: Path) -> "list[Problem]":
    """Every problem of a brief, those too for which nothing else can be looked at."""
    from briefing.errors import UserError  # noqa: PLC0415
    from briefing.inspection.check import list_problems  # noqa: PLC0415

    try:
        return list(list_problems(config))
    except UserError as error:
        return list(error.problems)


@options.briefing.command()
@options.add_common_options
@options.as_json
def sources(*, config: Path, as_json: bool) -> int:
    """List what was read or set aside, and why."""
    from briefing.cli import listing  # noqa: PLC0415
    from briefing.inspection.sources import list_sources  # noqa: PLC0415

    found = list_sources(config)
    if as_json:
        shell.tell_json(found)
    else:
        for line in listing.source_lines(found):
            shell.print_line(line)
    return shell.DONE


@options.briefing.command()
@options.add_common_options
@options.as_json
def passages(*, config: Path, as_json: bool) -> int:
    """List passages, tags and sections."""
    from briefing.cli import listing  # noqa: PLC0415
    from briefing.inspection.passages import list_passages  # noqa: PLC0415

    found = list_passages(config)
    if as_json:
        shell.tell_json(found)
    else:
        for line in listing.passage_lines(found):
            shell.print_line(line)
    return shell.DONE


@options.briefing.command()
@options.add_common_options
@click.argument("statement", metavar="WHAT")
def explain(*, config: Path, statement: str) -> int:
    """Say why a statement is in, or a passage isn't.

    WHAT is a statement's number (4.1), its id, or the beginning of that: shows its passage, scores,
    edits and support. Or it is PATH:PASSAGE, as in sources/a.txt:7: shows what tells the passage,
    or which step left it and what would change that. Gives lines to paste into the analyst's file.
    """
    from briefing.inspection.explain import explain_statement  # noqa: PLC0415

    for line in explain_statement(config, statement).splitlines():
        shell.print_line(line)
    return shell.DONE


@options.briefing.command()
@options.add_common_options
@options.quiet
@options.as_json
@click.option(
    "--strict", is_flag=True, help="Exit with 1 where anything could not be checked, too."
)
@click.argument("brief", metavar="[FILE]", required=False, type=click.Path(path_type=Path))
def verify(*, config: Path, quiet: bool, as_json: bool, strict: bool, brief: Path | None) -> int:
    """Replay every statement of a brief.

    Takes the newest brief where none is named. A page, a PDF or a mail (.eml) is held to the
    editions at hand; exit code 1 and a list where a statement fails, or
    where record, config or another edition say otherwise. Names what nothing at hand shows, field
    by field.
    """
    from briefing.verification.formats import verify_file  # noqa: PLC0415

    path = brief or _find_latest_brief(config)
    verdict = verify_file(path, config.parent, config)
    failures = verdict.failures
    if as_json:
        found = {"failures": failures, "notes": verdict.notes, "unchecked": verdict.unchecked}
        shell.tell_json({"brief": str(path), **found})
    else:
        for line in failures if quiet else (*failures, *verdict.notes):
            shell.print_line(line)
        if not failures and not quiet:
            shell.print_line(f"{path}: every statement holds")
    return shell.FOUND if failures or (strict and not verdict.complete) else shell.DONE


@options.briefing.command()
@options.add_common_options
@options.quiet
@options.as_json
@click.option(
    "--dry-run", is_flag=True, help="Write what would be sent as files, and send nothing."
)
@click.option(
    "--to", metavar="ADDRESS", default="", help="Send a test copy there; it never counts as sent."
)
@click.option(
    "--status", is_flag=True, help="Say what went to whom; exit code 1 where anyone is owed mail."
)
def send(*, config: Path, quiet: bool, as_json: bool, dry_run: bool, to: str, status: bool) -> int:
    """Mail the newest released edition, and bring it to channels.

    Each reader and channel gets an edition once. Whoever could not be served is listed, with exit
    code 1.
    """
    if dry_run + bool(to) + status > 1:
        message = "--dry-run, --to and --status each do something else: give one of them"
        raise click.UsageError(message, click.get_current_context())
    from briefing.mailing import delivery_report  # noqa: PLC0415
    from briefing.mailing import send as post  # noqa: PLC0415

    report = post.send_due(config, post.SendOptions(dry_run=dry_run, to=to, status=status))
    if as_json:
        shell.tell_json(delivery_report.as_json(report))
    elif not quiet or report.outcome.exit_code:
        for line in report.outcome.message.splitlines():
            shell.print_line(line)
    return report.outcome.exit_code


@options.briefing.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--from",
    "feeds",
    metavar="FEEDS.opml",
    type=click.Path(path_type=Path),
    help="Follow the feeds of this list, as readers of feeds export it.",
)
def new(*, folder: Path, feeds: Path | None) -> int:
    """Lay out a new brief in DIR.

    Writes a config, a folder for sources and a README, and overwrites nothing.
    """
    from briefing.cli import layout  # noqa: PLC0415

    for line in layout.lay_out(folder, feeds):
        shell.print_line(line)
    return shell.DONE


def _find_latest_brief(config: Path) -> Path:
    """Where the newest brief.json of a config lies; raises UserError where the config can't be
    read.
    """
    from briefing.settings import tree  # noqa: PLC0415

    written = tree.load_yaml(config).get("output")
    return config.parent / (written if isinstance(written, str) else "output") / "brief.json"

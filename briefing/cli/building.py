"""`briefing build`, and how an outcome is told."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing.cli import options, shell

if TYPE_CHECKING:
    from briefing.edition.build import Outcome

FORMATS = {
    "md": "markdown",
    "markdown": "markdown",
    "html": "html",
    "pdf": "pdf",
    "docx": "docx",
    "json": "json",
}


@options.briefing.command()
@options.add_common_options
@options.quiet
@options.as_json
@options.strict
@click.option("--plan", is_flag=True, help="Say what is stale and why, and do nothing.")
@click.option(
    "--jobs", type=click.IntRange(min=0), default=0, help="Processes; 0 is one for each processor."
)
@click.option(
    "--online", "fetch", is_flag=True, help="Ask feeds and pages of the web for what is new before."
)
@click.option(
    "--no-editor", "plain", is_flag=True, help="Leave the config's editor out: the program chooses."
)
@click.option("--force", is_flag=True, help="Build although nothing changed.")
@click.option(
    "--output", type=click.Path(path_type=Path), help="A trial: write here, make no edition."
)
@click.option(
    "--as-of", metavar="DATE", help="Cut-off, instead of the config's: latest or an EDTF date."
)
@click.option(
    "--formats", metavar="LIST", help="Only these of md, html, pdf, docx, json, with commas."
)
def build(  # noqa: PLR0913 - one for each option of the command
    *,
    config: Path,
    quiet: bool,
    as_json: bool,
    strict: bool,
    plan: bool,
    jobs: int,
    fetch: bool,
    plain: bool,
    force: bool,
    output: Path | None,
    as_of: str | None,
    formats: str | None,
) -> int:
    """Make the brief and keep the edition.

    Writes brief.md, brief.html, brief.pdf and brief.json into the output folder and keeps them as
    an edition with its evidence. Does nothing, fast, when nothing changed.
    """
    if as_of is not None:
        _check_date(as_of)
    wanted = _split_formats(formats) if formats is not None else None
    from briefing.cli import progress  # noqa: PLC0415
    from briefing.edition.build import BuildOptions, build_edition  # noqa: PLC0415

    if plan:
        return _print_plan(config, as_json=as_json)
    asked = BuildOptions(
        force=force,
        output=output,
        as_of=as_of,
        formats=wanted,
        strict=strict,
        jobs=jobs,
        fetch=fetch,
        editor=not plain,
    )
    with progress.show_progress(quiet=quiet or as_json) as tell:
        outcome = build_edition(config, replace(asked, tell=tell))
    return report_outcome(outcome, quiet=quiet, as_json=as_json)


def report_outcome(outcome: "Outcome", *, quiet: bool, as_json: bool) -> int:
    """Print what became of a build or a run, and give its exit code."""
    if as_json:
        problems = [shell.problem_json(problem) for problem in outcome.problems]
        shell.tell_json(
            {"message": outcome.message, "exit_code": outcome.exit_code, "problems": problems}
        )
        return outcome.exit_code
    shell.print_problems(
        problem for problem in outcome.problems if not quiet or problem.severity == "error"
    )
    if outcome.message and not quiet:
        for line in outcome.message.splitlines():
            shell.print_line(line)
    return outcome.exit_code


def _print_plan(config: Path, *, as_json: bool) -> int:
    """Print what a build would do and why."""
    from briefing.edition import plan  # noqa: PLC0415

    found = plan.plan_build(config)
    if as_json:
        shell.tell_json([{"what": one.what, "why": one.why} for one in found])
        return shell.DONE
    for one in found:
        shell.print_line(f"{one.what}: {one.why}")
    if not found:
        shell.print_line("nothing to do")
    return shell.DONE


def _split_formats(written: str) -> tuple[str, ...]:
    """Read `md,pdf` as kinds of outputs."""
    from briefing.settings import typed  # noqa: PLC0415

    kinds = []
    for name in (part.strip().lower() for part in written.split(",")):
        if name not in FORMATS:
            advice = typed.suggest_near(name, FORMATS) or "formats are md, html, pdf, docx, json"
            message = f"--formats: there is no format {name!r} ({advice})"
            raise click.UsageError(message, click.get_current_context())
        kinds.append(FORMATS[name])
    return tuple(dict.fromkeys(kinds))


def _check_date(written: str) -> None:
    from briefing.language import edtf  # noqa: PLC0415

    if written != "latest" and not edtf.is_valid(written):
        message = f"--as-of: {written!r} is not a date (write 2025-11-24, 2025-11 or latest)"
        raise click.UsageError(message, click.get_current_context())

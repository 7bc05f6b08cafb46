"""Commands for timers and whoever minds them: run, watch, schedule, status."""

from dataclasses import asdict
from pathlib import Path
from typing import Literal

import click

from briefing.cli import building, options, shell
from briefing.errors import Problem, UserError


@options.briefing.command()
@options.add_common_options
@options.quiet
@options.as_json
@click.option(
    "--wait", is_flag=True, help="Wait for a run that is at work, instead of leaving it to that."
)
@click.option(
    "--due", is_flag=True, help="Do nothing unless the config's schedule says that it is time."
)
@click.option("--resume", is_flag=True, help="Refuse to begin where no edition is on record.")
def run(*, config: Path, quiet: bool, as_json: bool, wait: bool, due: bool, resume: bool) -> int:
    """Build if anything changed, then send.

    What a timer calls. Safe to call twice, at once, or to kill at any time.
    """
    from briefing.cli import progress  # noqa: PLC0415
    from briefing.operations import run as runs  # noqa: PLC0415

    with progress.show_progress(quiet=quiet or as_json) as tell:
        asked = runs.RunOptions(wait=None if wait else 0.0, due=due, resume=resume, tell=tell)
        outcome = runs.run(config, asked)
    return building.report_outcome(outcome, quiet=quiet, as_json=as_json)


@options.briefing.command()
@options.add_common_options
@click.option(
    "--debounce",
    type=click.FloatRange(min=0.05),
    default=1.0,
    show_default=True,
    metavar="SECONDS",
    help="How long it must have been quiet.",
)
def watch(*, config: Path, debounce: float) -> int:
    """Run whenever a source changes.

    Waits until it has been quiet for --debounce seconds, prints one line for each run, and ends on
    ^C or SIGTERM.
    """
    from briefing.operations import watch as watching  # noqa: PLC0415

    watching.watch(
        config, shell.print_line, shell.print_notice, watching.WatchOptions(debounce=debounce)
    )
    return shell.DONE


@options.briefing.command()
@options.add_common_options
@click.option(
    "--as",
    "form",
    type=click.Choice(["systemd", "cron", "launchd", "ci"]),
    help="What keeps time; this machine's own.",
)
@click.option("--install", "act", flag_value="install", help="Put it in place for you.")
@click.option("--remove", "act", flag_value="remove", help="Take it away again.")
def schedule(
    *,
    config: Path,
    form: Literal["systemd", "cron", "launchd", "ci"] | None,
    act: Literal["install", "remove"] | None,
) -> int:
    """Print what calls `run` on time.

    A systemd timer, a crontab line, a launchd agent or a CI workflow, from the config's `schedule`.
    """
    from briefing.operations import install as placing  # noqa: PLC0415

    wanted = form or placing.usual_form()
    if act is None:
        made = placing.timer_texts(config, wanted)
        for name, text in made.items():
            if len(made) > 1:
                shell.print_line(f"# {name}")
            for line in text.splitlines():
                shell.print_line(line)
        return shell.DONE
    for line in (
        placing.install_timer(config, wanted)
        if act == "install"
        else placing.remove_timer(config, wanted)
    ):
        shell.print_line(line)
    return shell.DONE


@options.briefing.command()
@options.add_common_options
@options.as_json
def status(*, config: Path, as_json: bool) -> int:
    """Say where things stand.

    The last and the next run, editions, sources that can't be read, mail that is owed, the disk.
    Exit code 1 where the last run failed or somebody is owed mail.
    """
    from briefing.operations import status as standing  # noqa: PLC0415

    found = standing.status(config)
    if as_json:
        fields = asdict(found)
        shell.tell_json(
            {**fields, "next_due": found.next_due.isoformat() if found.next_due else None}
        )
    else:
        for line in standing.status_lines(found):
            shell.print_line(line)
    failed = found.owed or (found.last is not None and found.last.exit_code != 0)
    return shell.FOUND if failed else shell.DONE


@options.briefing.command()
@options.add_common_options
@click.option("--port", type=click.IntRange(0, 65535), help="Instead of the config's; 0: any.")
def serve(*, config: Path, port: int | None) -> int:
    """Open the analyst's seat: a page on this machine.

    It shows the brief as it would be now after every save, takes you through its statements one by
    one, and lets an edition go. What you decide there is written to analyst.yaml.
    """
    try:
        from briefing.desk.serve import serve_desk  # noqa: PLC0415
    except ImportError as error:
        if (error.name or "").partition(".")[0] not in {"starlette", "uvicorn"}:
            raise
        message = "the desk needs starlette and uvicorn, which are not installed"
        advice = "pip install 'cited-brief[desk]', or in a checkout: make desk"
        raise UserError(
            Problem(path="serve", line=0, column=0, message=message, advice=advice)
        ) from None

    serve_desk(config, shell.print_line, port)
    return shell.DONE

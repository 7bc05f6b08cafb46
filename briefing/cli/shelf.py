"""Commands that look after editions: editions, diff, approve, prune."""

from dataclasses import asdict
from pathlib import Path

import click

from briefing.cli import options, shell


@options.briefing.command()
@options.add_common_options
@options.as_json
@click.option("--rebuild", is_flag=True, help="Read the record back from the folders of editions.")
def editions(*, config: Path, as_json: bool, rebuild: bool) -> int:
    """List the editions that were made.

    Says of each when it was made, who let it go and how many readers it went to.
    """
    from briefing.edition import release  # noqa: PLC0415

    if rebuild:
        shell.print_line(release.rebuild_record(config))
        return shell.DONE
    found = release.list_editions(config)
    if as_json:
        shell.tell_json(found)
        return shell.DONE
    for one in found:
        parts = [f"{one['number']:04d}", str(one["made_at"])]
        parts += (
            [f"approved by {one['approved_by']} at {one['approved_at']}"]
            if one["approved_at"]
            else []
        )
        parts += [f"sent to {one['sent_to']}"] if one["sent_to"] else []
        parts += [] if one["folder"] else ["pruned"]
        shell.print_line("  ".join(parts))
    if not found:
        shell.print_line("no editions yet")
    return shell.DONE


@options.briefing.command()
@options.add_common_options
@options.as_json
@click.argument("older", metavar="[A]", type=int, required=False)
@click.argument("newer", metavar="[B]", type=int, required=False)
def diff(*, config: Path, as_json: bool, older: int | None, newer: int | None) -> int:
    """Say what changed from edition A to edition B.

    Takes the last two where none are named, and the newest as B where only A is. Where an editor
    chose, says what it told and left out in B otherwise than the program by itself.
    """
    from briefing.edition import release  # noqa: PLC0415
    from briefing.inspection.edited import list_edits  # noqa: PLC0415

    changes = release.compare_editions(config, older, newer)
    edits = list_edits(config, newer)
    if as_json:
        shell.tell_json({**asdict(changes), "editor": list(edits)})
        return shell.DONE
    lines = [*release.list_changes(changes), *edits]
    for line in lines or ["no difference"]:
        shell.print_line(line)
    return shell.DONE


@options.briefing.command()
@options.add_common_options
@options.quiet
@click.argument("number", metavar="[N]", type=int, required=False)
@click.option(
    "--by", "who", metavar="NAME", default="", help="Who lets it go; you, where not given."
)
def approve(*, config: Path, quiet: bool, number: int | None, who: str) -> int:
    """Let an edition go for sending.

    Takes the newest where none is named. Who did it and when is kept on record.
    """
    from briefing.edition import release  # noqa: PLC0415

    made = release.approve_edition(config, number, who)
    if not quiet:
        shell.print_line(
            f"edition {made.number}: approved by {made.approved_by} at {made.approved_at}"
        )
    return shell.DONE


@options.briefing.command()
@options.add_common_options
@options.quiet
@click.option(
    "--keep",
    metavar="HOW",
    help="The newest 20, or those of the last 90d; what the config says otherwise.",
)
@click.option("--dry-run", is_flag=True, help="Say which would go.")
def prune(*, config: Path, quiet: bool, keep: str | None, dry_run: bool) -> int:
    """Remove old editions.

    The newest one, and those that were mailed, always stay.
    """
    from briefing.edition import release  # noqa: PLC0415

    gone = release.prune_editions(config, keep, dry_run=dry_run)
    if not quiet:
        verb = "would remove" if dry_run else "removed"
        shell.print_line(f"{verb} {', '.join(map(str, gone))}" if gone else "nothing to remove")
    return shell.DONE

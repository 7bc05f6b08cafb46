"""Commands that write what the analyst decides: pin, exclude, correct, translate, judge."""

from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from briefing.cli import options, shell

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.decisions import Act
    from briefing.inspection.anchors import NamedPassage
    from briefing.settings.analyst import Cite
    from briefing.settings.scales import Confidence

_UNDONE = {"pin": "pinned", "exclude": "excluded", "keep": "kept", "move": "moved"}
_what = click.argument("what", metavar="WHAT")
_reason = click.option("--reason", metavar="TEXT", required=True, help="Why; it is kept.")


@options.briefing.command()
@options.add_common_options
@options.quiet
@_what
@click.option(
    "--section", metavar="SLUG", default="", help="Where; the best fitting one, if not given."
)
def pin(*, config: Path, quiet: bool, what: str, section: str) -> int:
    """Order a passage to be told.

    WHAT is PATH:PASSAGE, as in sources/a.txt:7, or a statement's number or id. Written into
    analyst.yaml, unless it can't be told: a pin is told over budget, and the build fails where
    it can't be. Says what will be told, and what along with it.
    """
    from briefing.edition import session  # noqa: PLC0415
    from briefing.inspection import anchors, foreseen  # noqa: PLC0415
    from briefing.settings.analyst import Pin  # noqa: PLC0415

    with session.look(config) as look:
        found, slugs = anchors.name_passage(look, what), tuple(look.job.sections)
        _check_section(section, slugs)
        act = Pin(
            path=found.path,
            passage=found.passage or 0,
            hash=found.seal,
            section=section or found.section,
        )
        act = foreseen.name_statement(look.job, look.library.candidates(), act, found.statement)
        told = foreseen.foresee_pin(look.job, look.library.candidates(), act)
        # Only where the brief as it is lies at hand: else it would have to be made for this alone.
        known = look.is_unchanged and look.job.editing is None
        displaced = list(foreseen.say_displaced(anchors.read_brief(look), told)) if known else []
    written = _put(look.job.base, act, slugs, (found,), None if quiet else "pinned")
    shell.print_problems(foreseen.list_warnings(act, told))
    for line in [*foreseen.say_told(told), *displaced] if written and not quiet else ():
        shell.print_line(f"  {line}")
    return shell.DONE


@options.briefing.command()
@options.add_common_options
@options.quiet
@_what
@_reason
def exclude(*, config: Path, quiet: bool, what: str, reason: str) -> int:
    """Keep a passage, or a whole source, from being told.

    WHAT is PATH:PASSAGE, as in sources/a.txt:7, a statement's number or id, or the PATH of a
    source. Written into analyst.yaml.
    """
    from briefing.edition import session  # noqa: PLC0415
    from briefing.inspection import anchors, foreseen  # noqa: PLC0415
    from briefing.settings.analyst import Exclude  # noqa: PLC0415

    with session.look(config) as look:
        found = anchors.name_passage(look, what, whole=True)
        act = Exclude(path=found.path, passage=found.passage, hash=found.seal, reason=reason)
        if look.job.analyst.file.pin:
            foreseen.refuse_needed(look.job, look.library.candidates(), act)
    slugs = tuple(look.job.sections)
    _put(look.job.base, act, slugs, (found,), None if quiet else "excluded")
    return shell.DONE


@options.briefing.command()
@options.add_common_options
@options.quiet
@_what
@click.option("--was", metavar="WORDS", required=True, help="The words as the source has them.")
@click.option("--now", metavar="WORDS", required=True, help="What is right.")
@_reason
def correct(*, config: Path, quiet: bool, what: str, was: str, now: str, reason: str) -> int:
    """Set what is right beside what a source says.

    WHAT is PATH:PASSAGE, as in sources/a.txt:7, or a statement's number or id. Written into
    analyst.yaml; the source's words stay as they are.
    """
    from briefing.edition import session  # noqa: PLC0415
    from briefing.inspection import anchors  # noqa: PLC0415
    from briefing.settings.analyst import Correct  # noqa: PLC0415

    with session.look(config) as look:
        named = anchors.name_passage(look, what)
    found = next((one for one in (named, *named.beside) if was in one.text), named)
    _check_words("--was", was, found)
    act = Correct(
        path=found.path,
        passage=found.passage or 0,
        hash=found.seal,
        was=was,
        now=now,
        reason=reason,
    )
    slugs = tuple(look.job.sections)
    _put(look.job.base, act, slugs, (found,), None if quiet else "corrected")
    return shell.DONE


@options.briefing.command()
@options.add_common_options
@options.quiet
@_what
@click.option("--text", metavar="TEXT", required=True, help="The translation.")
@click.option("--by", metavar="NAME", required=True, help="Who translated it.")
@click.option(
    "--quote", metavar="WORDS", default="", help="These words of it alone, as the source has them."
)
def translate(*, config: Path, quiet: bool, what: str, text: str, by: str, quote: str) -> int:
    """Set your translation beside words in another language.

    WHAT is PATH:PASSAGE, as in sources/a.txt:7, or a statement's number or id. Written into
    analyst.yaml; it is printed as yours, beside the source's own words.
    """
    from briefing.settings.reviewed import Rendered  # noqa: PLC0415

    def make(found: "NamedPassage") -> "Act":
        _check_words("--quote", quote, found)
        if not found.language:
            message = f"{found.path} is in the brief's own language: nothing to translate"
            raise click.UsageError(message, click.get_current_context())
        return Rendered(
            path=found.path,
            passage=found.passage or 0,
            hash=found.seal,
            quote=quote,
            text=text,
            by=by,
        )

    return _write_one(config, what, make, said=None if quiet else "translated")


@options.briefing.command()
@options.add_common_options
@options.quiet
@click.argument("text", metavar="TEXT")
@click.option(
    "--cite",
    "cites",
    metavar="WHAT",
    multiple=True,
    required=True,
    help="What it rests on: PATH:PASSAGE, or a statement's number or id; may be given again.",
)
@click.option("--likelihood", metavar="TERM", required=True, help="A term of the file's scale.")
@click.option(
    "--confidence", type=click.Choice(["low", "moderate", "high"]), required=True, help="How sure."
)
@click.option("--reason", metavar="TEXT", default="", help="Why this likely, and why this sure.")
def judge(  # noqa: PLR0913 - one for each option of the command
    *,
    config: Path,
    quiet: bool,
    text: str,
    cites: tuple[str, ...],
    likelihood: str,
    confidence: str,
    reason: str,
) -> int:
    """Enter a judgement of your own.

    TEXT is printed as yours, with its likelihood, your confidence and what it rests on. Written
    into analyst.yaml; the same text again replaces what stands there.
    """
    from briefing.edition import session  # noqa: PLC0415
    from briefing.inspection import anchors  # noqa: PLC0415
    from briefing.settings.analyst import JudgementEntry  # noqa: PLC0415
    from briefing.walk import resting  # noqa: PLC0415

    with session.look(config) as look:
        found = tuple(anchors.name_passage(look, name) for name in cites)
        base, slugs = look.job.base, tuple(look.job.sections)
        rests = tuple(map(_cite, found))
        readings = look.library.candidates().readings
        doubts = list(resting.warn_of_cites(rests, look.job.analyst, readings))
    act = JudgementEntry(
        text=text,
        likelihood=likelihood,
        confidence=cast("Confidence", confidence),
        reason=reason,
        cites=rests,
    )
    _put(base, act, slugs, found, None if quiet else "judged, resting on")
    shell.print_problems(doubts)
    return shell.DONE


def _check_words(option: str, words: str, found: "NamedPassage") -> None:
    """Refuse words that the passage does not say."""
    if words not in found.text:
        message = f"{option}: passage {found.passage} of {found.path} does not say {words!r}"
        raise click.UsageError(message, click.get_current_context())


def _cite(found: "NamedPassage") -> "Cite":
    from briefing.settings.analyst import Cite  # noqa: PLC0415

    return Cite(path=found.path, passage=found.passage, hash=found.seal)


def _write_one(
    config: Path,
    name: str,
    make: "Callable[[NamedPassage], Act]",
    *,
    said: str | None,
) -> int:
    """Write the act on what one name names: see `_write`."""
    return _write(config, (name,), lambda found: make(found[0]), said=said)


def _write(
    config: Path,
    names: tuple[str, ...],
    make: "Callable[[tuple[NamedPassage, ...]], Act]",
    *,
    said: str | None,
) -> int:
    """Find what is named, write the act, and say in one line what was written."""
    from briefing.edition import session  # noqa: PLC0415
    from briefing.inspection import anchors  # noqa: PLC0415

    with session.look(config) as look:
        found = tuple(anchors.name_passage(look, name) for name in names)
        base, slugs = look.job.base, tuple(look.job.sections)
    _put(base, make(found), slugs, found, said)
    return shell.DONE


def _put(
    base: Path,
    act: "Act",
    slugs: tuple[str, ...],
    found: "tuple[NamedPassage, ...]",
    said: str | None,
) -> bool:
    """Write the act on what was found, and say so in one line, unless `said` is None; False where
    the file said so already.
    """
    from briefing.decisions import write_act  # noqa: PLC0415

    done = write_act(base, act, slugs)
    if said is not None:
        places = ", ".join(
            f"passage {one.passage} of {one.path}" if one.passage else f"all of {one.path}"
            for one in found
        )
        note = "" if done.changes else " (it said so already)"
        gone = dict.fromkeys(_UNDONE[one.key] for one in done.changes if one.new is None)
        instead = f"; {', '.join(gone)} no longer" if gone else ""
        shell.print_line(f"analyst.yaml: {said} {places}{note}{instead}")
    return bool(done.changes)


def _check_section(section: str, slugs: tuple[str, ...]) -> None:
    from briefing.settings import typed  # noqa: PLC0415

    if section and section not in slugs:
        advice = typed.suggest_near(section, slugs) or f"there are {', '.join(slugs)}"
        message = f"--section: there is no section {section!r} ({advice})"
        raise click.UsageError(message, click.get_current_context())

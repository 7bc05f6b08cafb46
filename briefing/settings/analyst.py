"""`analyst.yaml` beside the config: what the analyst decides, tied to the words it was decided on.

    scale: icd203                       # or phia: one scale for the whole file
    pin:
      - {path: seeds/a.txt, passage: 7, hash: 5f0c2a91d3e4, section: background}
    exclude:
      - {path: seeds/b.txt, passage: 3, hash: 90be17a2c6f0, reason: superseded by the later version}
      - {path: seeds/c.txt, reason: not about our topic}        # the whole source
    correct:
      - {path: seeds/a.txt, passage: 9, hash: 77d0b3aa01ce, was: "1973", now: "1974", reason: "see
      …"}
    keep:                               # looked at, and right as it is
      - {path: seeds/a.txt, passage: 8, hash: 0c1d7e55ab21}
    move:
      - {path: seeds/a.txt, passage: 4, hash: 3b90aa17de02, section: background}
    translations:                       # of what is told in another language
      - {path: seeds/d.txt, passage: 2, hash: 41aa90c3be77, text: "…", by: the desk}
    people:
      - {name: the spelling to use, role: harbour master}
    outlets:
      - {name: The Harbour Gazette, reliability: B, note: owned by the port}
    names:
      merge: [{name: the spelling to use, forms: [another, a third]}]
      part: [[a name, one that only looks the same]]
    judgements:
      - text: "*Markdown.*"
        likelihood: likely
        confidence: moderate
        reason: why this likely, and why this sure
        cites: [{path: seeds/a.txt, passage: 7, hash: 5f0c2a91d3e4}, {path: seeds/b.txt, quote:
        "words of it"}]

`hash` is the seal of the passage as the analyst read it (`briefing explain` prints such lines).
When the source changes, the seal breaks and the entry is stale; a quote is stale when it stands
there no more.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from briefing.errors import Problem, UserError
from briefing.settings import decode, loose, typed
from briefing.settings.config import order_problems
from briefing.settings.meaning import describe_field
from briefing.settings.reviewed import (
    HASH,
    PASSAGE,
    PATH,
    Keep,
    Move,
    OutletMark,
    PersonMark,
    Rendered,
)
from briefing.settings.scales import LIKELIHOOD, Confidence, Scale
from briefing.settings.tree import Steps, Tree, parse_yaml

NAME = "analyst.yaml"


_REASON = describe_field("Why.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin:
    """A passage that must be told, or one `statement` of it, in `section` where one is named, over
    budget if need be; where it can't be, the build fails and says why.
    """

    path: str = field(metadata=PATH)
    passage: int = field(metadata=PASSAGE)
    hash: str = field(default="", metadata=HASH)
    section: str = field(
        default="",
        metadata=describe_field("Slug of the section; the best fitting one by default."),
    )
    statement: str = field(
        default="",
        metadata=describe_field(
            "Key of the one statement that is wanted, where that is less or more than the passage."
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Exclude:
    """A passage, or a whole source, that must not be told."""

    path: str = field(metadata=PATH)
    passage: int | None = field(
        default=None, metadata=describe_field("The passage's number; none means the whole source.")
    )
    hash: str = field(default="", metadata=HASH)
    reason: str = field(metadata=_REASON)


@dataclass(frozen=True, slots=True, kw_only=True)
class Correct:
    """Words of a source that are wrong: they stay as they are and the correction is printed beside
    them.
    """

    path: str = field(metadata=PATH)
    passage: int = field(metadata=PASSAGE)
    hash: str = field(default="", metadata=HASH)
    was: str = field(metadata=describe_field("The words as the source has them."))
    now: str = field(metadata=describe_field("What is right."))
    reason: str = field(metadata=_REASON)


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """Spellings of one name."""

    name: str = field(metadata=describe_field("The spelling to use."))
    forms: tuple[str, ...] = field(metadata=describe_field("The others."))


@dataclass(frozen=True, slots=True, kw_only=True)
class NameDecisions:
    """Which names are one, and which are not."""

    merge: tuple[Merge, ...] = field(default=(), metadata=describe_field("Spellings of one name."))
    part: tuple[tuple[str, ...], ...] = field(
        default=(), metadata=describe_field("Names that look alike and are not one.")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Cite:
    """What a judgement rests on: a passage, or words that a source has."""

    path: str = field(metadata=PATH)
    passage: int | None = field(default=None, metadata=PASSAGE)
    hash: str = field(default="", metadata=HASH)
    quote: str = field(default="", metadata=describe_field("Words of the source, exactly."))


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgementEntry:
    """A judgement in the analyst's own words."""

    text: str = field(metadata=describe_field("Markdown."))
    likelihood: str = field(metadata=describe_field("A term of the scale."))
    confidence: Confidence = field(metadata=describe_field("low, moderate or high."))
    reason: str = field(default="", metadata=_REASON)
    cites: tuple[Cite, ...] = field(
        metadata=describe_field("What it rests on; at least one passage or quote.")
    )


Entry: TypeAlias = "Pin | Exclude | Correct | Keep | Move | Rendered | Cite"
"""What speaks of a source: of a passage of it, of words in it, or of the whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Analyst:
    """The analyst's file, checked. `tree` knows where everything stands."""

    scale: Scale = field(
        default="icd203", metadata=describe_field("The scale of likelihoods, for the whole file.")
    )
    pin: tuple[Pin, ...] = field(default=(), metadata=describe_field("What must be told."))
    exclude: tuple[Exclude, ...] = field(default=(), metadata=describe_field("What must not."))
    correct: tuple[Correct, ...] = field(
        default=(), metadata=describe_field("What a source has wrong.")
    )
    keep: tuple[Keep, ...] = field(
        default=(), metadata=describe_field("What was looked at and is right as it is.")
    )
    move: tuple[Move, ...] = field(
        default=(), metadata=describe_field("What is told in another section.")
    )
    translations: tuple[Rendered, ...] = field(
        default=(),
        metadata=describe_field("The desk's translations of what is told in another language."),
    )
    people: tuple[PersonMark, ...] = field(
        default=(), metadata=describe_field("What the analyst knows of persons.")
    )
    outlets: tuple[OutletMark, ...] = field(
        default=(), metadata=describe_field("How far the analyst trusts outlets.")
    )
    names: NameDecisions = field(
        default_factory=NameDecisions, metadata=describe_field("Names to merge and to part.")
    )
    judgements: tuple[JudgementEntry, ...] = field(
        default=(), metadata=describe_field("The analyst's judgements.")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class AnalystRead:
    """The file and where its parts stand; `file` is empty and `tree` None where there is no
    file.
    """

    file: Analyst = field(default_factory=Analyst)
    tree: Tree | None = None


def read_analyst(
    base: Path, shown: str = NAME, sections: tuple[str, ...] | None = ()
) -> AnalystRead:
    """Read the analyst's file in the folder `base`; `shown` is its name in messages.

    `sections` are the slugs that a pin may name, None where they are not known. Raises UserError
    with every mistake at its place. Whether entries still fit the sources is asked of
    `seals.stale_warnings`.
    """
    path = base / NAME
    if not path.exists():
        return AnalystRead()
    return parse_analyst(decode.read_file(path, shown), shown, sections)


def parse_analyst(
    text: str, shown: str = NAME, sections: tuple[str, ...] | None = ()
) -> AnalystRead:
    """As `read_analyst`, of the file's text."""
    known = parse_yaml(text, shown)
    if known.value is None and not known.problems:  # comments only
        return AnalystRead()
    file, wrong = typed.convert_mapping(Analyst, known)
    checked = file or loose.make_loosely(Analyst, known.value)
    problems = [
        *known.problems,
        *loose.problems_beside(_check_entries(known, checked, sections), wrong),
    ]
    if problems or file is None:
        raise UserError(*order_problems(problems))
    return AnalystRead(file=file, tree=known)


def list_paths(file: Analyst) -> Iterator[str]:
    """The path of the source of every entry, as often as entries speak of it."""
    return (entry.path for _, entry in list_entries(file))


def list_entries(file: Analyst) -> Iterator[tuple[Steps, Entry]]:
    """Every entry that speaks of a source, with where it stands in the file."""
    for name in ("pin", "exclude", "correct", "keep", "move", "translations"):
        for number, entry in enumerate(getattr(file, name)):
            yield (name, number), entry
    for number, judgement in enumerate(file.judgements):
        for at, cite in enumerate(judgement.cites):
            yield ("judgements", number, "cites", at), cite


def _check_entries(
    known: Tree, file: Analyst, sections: tuple[str, ...] | None
) -> Iterator[Problem]:
    for steps, entry in list_entries(file):
        if entry.passage is not None and entry.passage < 1:
            yield known.problem((*steps, "passage"), "passages are numbered from 1")
        if isinstance(entry, Pin | Move) and sections is not None:
            yield from _check_section(known, steps, entry, sections)
        yield from _check_words(known, steps, entry)
    yield from _check_judgements(known, file)
    yield from _check_marks(known, file)
    for number, names in enumerate(file.names.part):
        if len(set(names)) < 2:  # noqa: PLR2004 - two make a pair
            yield known.problem(("names", "part", number), "two names or more are wanted")


def _check_words(known: Tree, steps: Steps, entry: Entry) -> Iterator[Problem]:
    """Check that a citation says what it cites, and that a reason is given where one is wanted."""
    if isinstance(entry, Cite) and entry.passage is None and not entry.quote:
        yield known.problem(steps, "a citation names a passage or a quote")
    if isinstance(entry, Rendered) and not entry.text.strip():
        yield known.problem((*steps, "text"), "the translation is blank")
    if isinstance(entry, Rendered) and not entry.by.strip():
        yield known.problem((*steps, "by"), "say who translated it")
    if isinstance(entry, Exclude | Correct) and not entry.reason.strip():
        yield known.problem((*steps, "reason"), "the reason is blank")


def _check_section(
    known: Tree, steps: Steps, entry: Pin | Move, sections: tuple[str, ...]
) -> Iterator[Problem]:
    if entry.section not in {*sections, ""} or (isinstance(entry, Move) and not entry.section):
        advice = typed.suggest_near(entry.section, sections)
        yield known.problem((*steps, "section"), f"there is no section {entry.section!r}", advice)


def _check_marks(known: Tree, file: Analyst) -> Iterator[Problem]:
    """Complain of a name that is blank, or marked twice."""
    lists: tuple[tuple[str, tuple[PersonMark | OutletMark, ...]], ...] = (
        ("people", file.people),
        ("outlets", file.outlets),
    )
    for key, marks in lists:
        for number, mark in enumerate(marks):
            if not mark.name.strip():
                yield known.problem((key, number, "name"), "the name is blank")
            elif mark.name in (earlier.name for earlier in marks[:number]):
                message = f"{mark.name!r} stands twice in {key!r}"
                yield known.problem((key, number, "name"), message, "keep one of them")


def _check_judgements(known: Tree, file: Analyst) -> Iterator[Problem]:
    terms = LIKELIHOOD[file.scale]
    for number, judgement in enumerate(file.judgements):
        steps: Steps = ("judgements", number)
        if not judgement.text.strip():
            yield known.problem((*steps, "text"), "the judgement is blank")
        if not judgement.cites:
            yield known.problem((*steps, "cites"), "a judgement rests on at least one passage")
        if judgement.likelihood not in terms and known.get("scale") in {None, *LIKELIHOOD}:
            advice = f"one of {typed.one_of(terms)}"  # the nearest spelling may mean the opposite
            message = f"{judgement.likelihood!r} is not a term of {file.scale}"
            yield known.problem((*steps, "likelihood"), message, advice)

"""What a config says, as frozen data. A field is a key of config.yaml; its description its line in
the docs.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from briefing.errors import Problem
from briefing.model import Frame
from briefing.settings.mail import MailSettings
from briefing.settings.meaning import describe_field
from briefing.settings.running import (
    AlertSettings,
    DeskSettings,
    EditorSettings,
    ScheduleSettings,
    SignatureSettings,
    WorkerSettings,
)
from briefing.settings.tree import Steps, Tree

Reliability = Literal["A", "B", "C", "D", "E", "F"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """How far back news goes: a count of days (d), weeks (w), calendar months (m) or years (y)."""

    count: int
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefSettings:
    """The brief as a whole."""

    title: str = field(metadata=describe_field("What stands over the brief."))
    slug: str = field(
        default="", metadata=describe_field("Its short name; made of the title where not given.")
    )
    marking: str = field(
        default="",
        metadata=describe_field("Shown on every page; TLP labels as TLP 2.0 writes them."),
    )
    audience: str = field(default="", metadata=describe_field("Who it is for."))
    contact: str = field(default="", metadata=describe_field("Whom to ask."))
    as_of: str = field(
        default="latest",
        metadata=describe_field("Cut-off: `latest` (the newest source's date) or an EDTF date."),
    )
    window: str = field(
        default="",
        metadata=describe_field(
            "How far back from the cut-off articles count as news: `30d`, `8w`, `6m`, `1y`."
        ),
    )
    language: str = field(
        default="en", metadata=describe_field("Language of the brief, as a BCP 47 tag.")
    )
    next_edition: str = field(
        default="", metadata=describe_field("When readers may expect the next one.")
    )
    theme: str = field(
        default="",
        metadata=describe_field(
            "A folder with a house style, beside the config: its `theme.yaml`, logo and fonts."
        ),
    )
    consider: int = field(
        default=2000,
        metadata=describe_field(
            "How many passages each tag hands on at most: those that it fits best."
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """What the desk knows of an outlet."""

    country: str = field(
        default="", metadata=describe_field("Where it is based, as ISO 3166 writes it: `AE`.")
    )
    reliability: Reliability | None = field(
        default=None, metadata=describe_field("Admiralty letter, A to F.")
    )
    note: str = field(default="", metadata=describe_field("Why, or what a reader should know."))
    aliases: tuple[str, ...] = field(
        default=(), metadata=describe_field("Other names under which articles carry it.")
    )
    hosts: tuple[str, ...] = field(
        default=(),
        metadata=describe_field(
            "Hosts of its pages, such as `paper.example`: what stands there is its own."
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A person, body or place that the brief spells one way."""

    name: str = field(metadata=describe_field("The spelling that the brief uses."))
    aliases: tuple[str, ...] = field(
        default=(), metadata=describe_field("Other spellings in the sources.")
    )
    role: str = field(default="", metadata=describe_field("Office or affiliation."))
    country: str = field(default="", metadata=describe_field("Whose side or soil."))
    lat: float | None = field(default=None, metadata=describe_field("Degrees north; for places."))
    lon: float | None = field(default=None, metadata=describe_field("Degrees east; for places."))


@dataclass(frozen=True, slots=True, kw_only=True)
class PinnedNames:
    """Names that the desk pins; others are found without a list."""

    people: tuple[Name, ...] = field(default=(), metadata=describe_field("Persons."))
    places: tuple[Name, ...] = field(
        default=(), metadata=describe_field("Places, with coordinates for the map.")
    )
    bodies: tuple[Name, ...] = field(
        default=(), metadata=describe_field("Ministries, parties, companies, armed groups.")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionSettings:
    """A question that a section is to answer."""

    text: str = field(metadata=describe_field("The question, as readers see it."))
    terms: tuple[str, ...] = field(
        metadata=describe_field(
            "What an answer speaks of: words, `begin*`, phrases, `this & that` in one statement."
        )
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionSettings:
    """What every section has, whatever its kind. `options` are its kind's, as written."""

    slug: str = field(
        metadata=describe_field("Its short name: small letters, digits, `_` and `-`.")
    )
    title: str = field(metadata=describe_field("Its heading."))
    kind: str = field(default="digest", metadata=describe_field("How it is made; see below."))
    tags: tuple[str, ...] = field(
        default=(), metadata=describe_field("Which passages serve it; none means all.")
    )
    terms: tuple[Any, ...] = field(
        default=(),
        metadata=describe_field("For short: terms of a tag of its own, instead of `tags`."),
    )
    questions: tuple[QuestionSettings, ...] = field(
        default=(),
        metadata=describe_field(
            "What it is to answer: which statements do is shown, and what stays open."
        ),
    )
    private: bool = field(
        default=False, metadata=describe_field("Whether nothing of it is sent to an editor.")
    )
    options: Mapping[str, Any] = field(default_factory=dict)
    steps: Steps = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A stage as the config asks for it: its kind, its options as written, and where that
    stands. A `private` source is one of which nothing is sent to an editor.
    """

    kind: str
    options: Mapping[str, Any] = field(default_factory=dict)
    steps: Steps = ()
    private: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceMarks:
    """What every entry of `sources` may say beside the options of its kind."""

    private: bool = field(
        default=False, metadata=describe_field("Whether nothing of it is sent to an editor.")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetSettings:
    """How much room the brief has."""

    pages: int = field(
        default=4,
        metadata=describe_field(
            "How many pages of the PDF before the evidence the sections without a number of their "
            "own fill at most."
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """config.yaml key by key; stages still as written."""

    brief: BriefSettings = field(metadata=describe_field("The brief as a whole."))
    sources: tuple[Mapping[str, Any], ...] = field(
        metadata=describe_field("Where articles come from.")
    )
    readers: tuple[Mapping[str, Any], ...] | None = field(
        default=None,
        metadata=describe_field("Readers of formats, asked before those that are always there."),
    )
    outlets: Mapping[str, Outlet] = field(
        default_factory=dict, metadata=describe_field("What the desk knows of outlets.")
    )
    names: PinnedNames = field(
        default_factory=PinnedNames,
        metadata=describe_field("Names that the desk pins or corrects."),
    )
    about: Mapping[str, Any] | None = field(
        default=None,
        metadata=describe_field(
            "What an article must hold to belong to this brief at all, as a tag's `terms` and "
            "`needs`; all do where not given."
        ),
    )
    tags: Mapping[str, Mapping[str, Any]] = field(
        default_factory=dict, metadata=describe_field("What passages are looked through for.")
    )
    sections: tuple[Mapping[str, Any], ...] = field(
        metadata=describe_field("The brief's sections, in reading order.")
    )
    budget: BudgetSettings = field(
        default_factory=BudgetSettings, metadata=describe_field("How much room it has.")
    )
    outputs: tuple[Mapping[str, Any], ...] | None = field(
        default=None, metadata=describe_field("Formats to write; all four where not given.")
    )
    output: str = field(
        default="output", metadata=describe_field("The folder for the brief and its editions.")
    )
    workers: WorkerSettings = field(
        default_factory=WorkerSettings,
        metadata=describe_field("Who works out what articles tell."),
    )
    schedule: ScheduleSettings | None = field(
        default=None, metadata=describe_field("When `run` is due.")
    )
    mail: MailSettings | None = field(
        default=None, metadata=describe_field("Who gets the brief, and how.")
    )
    channels: tuple[Mapping[str, Any], ...] | None = field(
        default=None, metadata=describe_field("Chat rooms and folders that editions go to.")
    )
    alerts: AlertSettings | None = field(
        default=None, metadata=describe_field("Whom a failing `run` tells.")
    )
    signature: SignatureSettings | None = field(
        default=None, metadata=describe_field("By whose key editions are signed.")
    )
    desk: DeskSettings | None = field(
        default=None, metadata=describe_field("Where `serve` listens.")
    )
    editor: Mapping[str, Any] | None = field(
        default=None,
        metadata=describe_field(
            "A model that chooses which statements are told; none where not given."
        ),
    )
    keep: int | str | None = field(
        default=None,
        metadata=describe_field(
            "Which editions `prune` and `run` keep: the newest `20`, or those of the last `90d`; "
            "all where not given. "
            "The newest one and those that were mailed always stay."
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """A checked config. `path` is the file, `base` its folder (absolute), `output` an absolute
    folder.

    `about` is the tag that an article must earn as a whole to belong to the brief, None where all
    belong. `tags` maps a tag's name to the stage that finds it, `courier` is the one that `mail`
    names; `editor` is the stage that is asked, `editing` its limits.
    `tree` knows where everything stands; `warnings` are doubts that stop nothing unless the user
    asks for `--strict`.
    """

    path: Path
    base: Path
    brief: BriefSettings
    sources: tuple[Choice, ...]
    outlets: Mapping[str, Outlet]
    names: PinnedNames
    tags: Mapping[str, Choice]
    sections: tuple[SectionSettings, ...]
    outputs: tuple[Choice, ...]
    output: Path
    schedule: ScheduleSettings | None
    mail: MailSettings | None
    tree: Tree
    readers: tuple[Choice, ...] = ()
    about: Choice | None = None
    courier: Choice | None = None
    channels: tuple[Choice, ...] = ()
    alerts: AlertSettings | None = None
    signature: SignatureSettings | None = None
    desk: DeskSettings | None = None
    editor: Choice | None = None
    editing: EditorSettings | None = None
    keep: int | str | None = None
    budget: BudgetSettings = field(default_factory=BudgetSettings)
    workers: WorkerSettings = field(default_factory=WorkerSettings)
    warnings: tuple[Problem, ...] = ()

    def frame(self) -> Frame:
        """The part of `brief` that is printed on it."""
        brief = self.brief
        return Frame(
            title=brief.title,
            slug=brief.slug,
            marking=brief.marking,
            audience=brief.audience,
            contact=brief.contact,
            language=brief.language,
            next_edition=brief.next_edition,
        )

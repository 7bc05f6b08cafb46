"""What a review adds to the analyst's file: passages that were looked at or belong elsewhere, and
persons and outlets that the analyst knows more of than the sources say.
"""

from dataclasses import dataclass, field

from briefing.settings.meaning import describe_field
from briefing.settings.settings import Reliability

PATH = describe_field("The source, by its path from the config's folder.")
PASSAGE = describe_field("The passage's number.")
HASH = describe_field("The passage's seal; `briefing explain` prints it.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Keep:
    """A passage that was looked at and stays as it is told. It changes nothing in the brief."""

    path: str = field(metadata=PATH)
    passage: int = field(metadata=PASSAGE)
    hash: str = field(default="", metadata=HASH)


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A passage that, where it is told, is told in `section` and in no other."""

    path: str = field(metadata=PATH)
    passage: int = field(metadata=PASSAGE)
    hash: str = field(default="", metadata=HASH)
    section: str = field(metadata=describe_field("Slug of the section."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """The desk's own translation of a passage, or of the words of it that `quote` gives. It is
    printed beside what is told of them, never in its place.
    """

    path: str = field(metadata=PATH)
    passage: int = field(metadata=PASSAGE)
    hash: str = field(default="", metadata=HASH)
    quote: str = field(
        default="",
        metadata=describe_field("Words of the source, exactly; none means the whole passage."),
    )
    text: str = field(metadata=describe_field("The translation, in the brief's language."))
    by: str = field(metadata=describe_field("Who translated it."))


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonMark:
    """What the analyst knows of a person; it counts before what the config says."""

    name: str = field(metadata=describe_field("The spelling that the brief uses."))
    role: str = field(default="", metadata=describe_field("Office or affiliation."))
    country: str = field(default="", metadata=describe_field("Whose side."))


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletMark:
    """How far the analyst trusts an outlet; it counts before what the config says, and after what
    sources.yaml says of one article.
    """

    name: str = field(metadata=describe_field("The outlet, as the brief writes it."))
    reliability: Reliability | None = field(
        default=None, metadata=describe_field("Admiralty letter, A to F.")
    )
    note: str = field(default="", metadata=describe_field("Why, or what a reader should know."))

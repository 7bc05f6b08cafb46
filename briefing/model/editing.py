"""What an editor is asked to choose from, what it answered, and what became of its answers.

An editor chooses, cuts and orders what the program allows. Nothing it says is ever told: an answer
is a list of numbers, and a number stands for a statement that the program itself could tell.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

OPENING = "bottom line"
"""The subject of the request for the opening; a section's is its slug, which holds no space."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EditorRequest:
    """What is asked about one part of a brief: all that leaves this machine, and what is needed to
    read the answer.

    `instructions`, `content` (JSON: the statements with their numbers) and `schema` (a JSON Schema
    whose every value is one of the numbers) are sent, the rest is not. `numbers` gives the key of
    the statement behind each number, `drops` those of a statement whole and without the clause of
    that number, `joins` the numbers of two statements and the key of the one that tells both,
    `answers` the number of the statement that answers a question. `subject` is a section's slug or
    `OPENING`.
    """

    subject: str
    instructions: str
    content: str
    schema: str
    numbers: Mapping[str, str]
    drops: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    joins: Mapping[str, tuple[tuple[str, ...], str]] = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class EditorAnswer:
    """What came back: the text as it came, and how many tokens the server counted."""

    text: str
    tokens_in: int = 0
    tokens_out: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class EditorReply:
    """An answer as it is understood and kept: `chosen` are keys of statements in the order of the
    answer, `answering` those of them that it gives as answers to the section's questions.

    `request` is the digest of what was sent, `asked_at` the time in UTC, `seconds` how long it took
    to the tenth. `misread` counts what stood for nothing that was asked about. `fault` says why
    nothing could be used, "" where something could. `answered` is false where nothing came back at
    all: then a later build may ask again.
    """

    subject: str
    request: str
    asked_at: str = ""
    seconds: float = 0.0
    tokens_in: int = 0
    tokens_out: int = 0
    chosen: tuple[str, ...] = ()
    answering: tuple[str, ...] = ()
    misread: int = 0
    fault: str = ""
    answered: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusedChoice:
    """A statement that the editor chose and that is not told for that, by its key, and why."""

    key: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EditedPart:
    """What an editor made of one part of a brief: its reply, what of it was refused, and, by their
    keys, the statements that the program would have told there by itself.

    `withheld` are those of the program's that the editor was not shown: they stay.
    """

    reply: EditorReply
    refused: tuple[RefusedChoice, ...] = ()
    unedited: tuple[str, ...] = ()
    withheld: tuple[str, ...] = ()

    @property
    def is_used(self) -> bool:
        """Whether anything of the reply was used."""
        refused = {one.key for one in self.refused}
        return any(key not in refused for key in self.reply.chosen)


@dataclass(frozen=True, slots=True, kw_only=True)
class Editing:
    """Which model was asked about a brief, and what became of each of its answers, part by part."""

    model: str
    parts: tuple[EditedPart, ...] = ()

    def find_part(self, subject: str) -> EditedPart | None:
        """What became of the answer about a part, by a section's slug or `OPENING`."""
        return next((one for one in self.parts if one.reply.subject == subject), None)

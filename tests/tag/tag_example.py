"""Articles for the tests of this room: a reading is made of plain lines, one passage each."""

import re

from briefing.languages.en import sentences
from briefing.model import Document, Entity, Known, Mention, Passage, Reading, Span, Speech


def reading(*lines: str, kind: str | None = None, dropped: tuple[int, ...] = ()) -> Reading:
    """Make a reading of `lines`; numbers in `dropped` are out."""
    text = "\n".join(lines)
    document = Document(
        id="d", locator="d.txt", path="d.txt", url=None, revision="0", size=len(text),
        encoding="utf-8",
        text=text, language="en", kind=Known(value=kind, basis="supplied") if kind else None,
    )  # fmt: skip
    passages = []
    start = 0
    for number, line in enumerate(lines, start=1):
        passages.append(
            Passage(
                document="d", number=number, start=start, end=start + len(line), kind="body",
                language="en",
                sentences=sentences.split_sentences(text, start, start + len(line)),
                dropped="widget" if number in dropped else None,
            )
        )  # fmt: skip
        start += len(line) + 1
    return Reading(document=document, passages=tuple(passages))


def named(given: Reading, name: str, role: str = "") -> tuple[Entity, tuple[Mention, ...]]:
    """Make the person `name`, with the first stretch `role` as the office, and every mention of the
    name."""
    text = given.document.text
    spots = [Span(start=m.start(), end=m.end()) for m in re.finditer(re.escape(name), text)]
    office = Span(start=text.index(role), end=text.index(role) + len(role)) if role else None
    entity = Entity(
        key=name.lower(), kind="person", name=name, forms=(name,), first=spots[0], role=office
    )
    mentions = tuple(
        Mention(start=s.start, end=s.end, entity=entity.key, kind="person") for s in spots
    )
    return entity, mentions


def said(given: Reading, content: str, cue: str, speaker: str, **more: object) -> Speech:
    """Make a speech of two stretches of the text."""
    text = given.document.text
    start, at = text.index(content), text.index(cue)
    fields = {
        "entity": None,
        "role": "",
        "relayed": "",
        "kind": "reported",
        "carried": False,
        "evidence": (),
    }
    return Speech(
        start=start, end=start + len(content), cue=Span(start=at, end=at + len(cue)),
        speaker=speaker,
        **{**fields, **more},  # type: ignore[arg-type]
    )  # fmt: skip

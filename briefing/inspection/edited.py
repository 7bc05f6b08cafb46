"""What an editor changed in a brief: which statements it chose, cut or left out."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from briefing.edition import session
from briefing.inspection.anchors import all_statements
from briefing.model import OPENING, Brief, Candidate, EditedPart, Editing, Statement
from briefing.render.json import BrokenBrief, decode_brief
from briefing.state import editions
from briefing.state.manifest import content_of

_LENGTH = 160  # characters of a statement that are shown
_PROGRAM = "the program by itself"


def explain_choice(brief: Brief, slug: str, statement: Statement) -> Iterator[str]:
    """The lines that say what an editor had to do with a told statement."""
    if brief.editor is None:
        return
    part = brief.editor.find_part(slug)
    if part is not None and statement.key in _accepted_keys(part):
        own = statement.key in part.unedited
        same = f"{_PROGRAM} would tell it too" if own else f"{_PROGRAM} would not tell it"
        yield f"  chosen by the editor, {brief.editor.model}: {same}"
    opening = brief.editor.find_part(OPENING)
    if opening is not None and statement.key in _accepted_keys(opening):
        yield f"  opens the brief by the choice of the editor, {brief.editor.model}"


def explain_absence(brief: Brief, own: Iterable[Candidate]) -> Iterator[str]:
    """The lines that say what an editor had to do with a passage that is not told; `own` are the
    statements that the passage could make.
    """
    if brief.editor is None:
        return
    keys = {one.statement.key for one in own}
    for part in brief.editor.parts:
        if part.reply.subject == OPENING:
            continue
        who = f"by the editor, {brief.editor.model}, in {part.reply.subject}"
        for refused in part.refused:
            if refused.key in keys:
                yield f"chosen {who}, and refused: {refused.reason}"
        if part.is_used and keys & set(part.unedited):
            yield f"left out {who}: {_PROGRAM} would tell it"


def _accepted_keys(part: EditedPart) -> frozenset[str]:
    refused = {one.key for one in part.refused}
    return frozenset(key for key in part.reply.chosen if key not in refused)


def list_edits(config: Path, number: int | None) -> tuple[str, ...]:
    """What the editor of an edition changed, a line each; none where it had no editor.

    `number` None is the newest. What it left out is shown in words where a source at hand still
    has them.
    """
    with session.look(config) as look:
        numbers = editions.kept_numbers(look.settings.output)
        wanted = number if number is not None else max(numbers, default=0)
        brief = _read_edition(look.settings.output, wanted) if wanted in numbers else None
        if brief is None or brief.editor is None:
            return ()
        offers = look.library.candidates().offers
        texts = {one.statement.key: one.statement.text for one in offers}
        return tuple(_edit_lines(brief, brief.editor, texts))


def _read_edition(output: Path, number: int) -> Brief | None:
    data = content_of(output / editions.FOLDER / f"{number:04d}", "brief.json")
    try:
        return decode_brief(data) if data is not None else None
    except BrokenBrief:
        return None


def _edit_lines(brief: Brief, editing: Editing, texts: Mapping[str, str]) -> Iterator[str]:
    told = {one.key: one for _, one in all_statements(brief)}
    said = {**texts, **{key: one.text for key, one in told.items()}}
    for part in editing.parts:
        yield from _part_lines(brief, editing.model, part, said)


def _part_lines(
    brief: Brief, model: str, part: EditedPart, said: Mapping[str, str]
) -> Iterator[str]:
    """What became of one part: told and left out by the editor's choice, refused, or its fault."""
    subject = part.reply.subject
    head = f"editor {model}, {subject}"
    if part.reply.fault:
        yield f"{head}: {part.reply.fault}: {_PROGRAM} chose"
        return
    now, before = _told_keys(brief, subject), part.unedited
    added, gone = _drop_keys(now, before), _drop_keys(before, now)
    yield from (f"{head}: told: {_show(said, key)}" for key in added)
    yield from (f"{head}: left out: {_show(said, key)}" for key in gone)
    if _drop_keys(now, added) != _drop_keys(before, gone):
        yield f"{head}: in another order"
    for reason, count in sorted(Counter(one.reason for one in part.refused).items()):
        yield f"{head}: refused {count} of {len(part.reply.chosen)}: {reason}"


def _drop_keys(keys: Sequence[str], others: Sequence[str]) -> list[str]:
    return [key for key in keys if key not in others]


def _told_keys(brief: Brief, subject: str) -> Sequence[str]:
    if subject == OPENING:
        keys = {one.id: one.key for _, one in all_statements(brief)}
        return [keys.get(name, name) for name in brief.bottom_line]
    return [one.key for slug, one in all_statements(brief) if slug == subject]


def _show(said: Mapping[str, str], key: str) -> str:
    text = said.get(key)
    if text is None:
        return f"{key} (no source at hand has it any more)"
    return text if len(text) <= _LENGTH else text[:_LENGTH] + "…"

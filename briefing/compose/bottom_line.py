"""The opening: two to four of the brief's own statements that stand alone at the top."""

from collections.abc import Mapping, Sequence

from briefing.language.sameness import gist, overlap
from briefing.model import Section, Statement

_MOST = 4
_LONGEST = 45  # words; an opening sentence longer than that is no opening
_ALIKE = 0.55


def bottom_line(sections: Sequence[Section], weights: Mapping[str, float]) -> tuple[Statement, ...]:
    """Choose the opening: the main event with its date, then what matters most in the other sections.

    Every one is told in the body too, so that the opening can't say more than the brief. What is not
    known is said beside it by the gaps, which are templates of ours.
    """
    del weights
    event = _event(sections)
    opening = [event] if event else []
    for section in sections:
        if len(opening) >= _MOST:
            break
        statement = _top(section, opening)
        if statement is not None:
            opening.append(statement)
    return tuple(opening)


def _event(sections: Sequence[Section]) -> Statement | None:
    """Give the best supported reported event that names its day; a lesser date where none does."""
    told = [statement for section in sections for statement in section.statements]
    reported = [s for s in told if s.citations[0].attribution.kind == "reported" and _short(s)]
    for precise in (True, False):
        dated = [s for s in reported if s.date and (len(s.date) == len("2025-11-17") or not precise)]
        if dated:
            return max(dated, key=lambda s: (len(s.outlets), len(s.citations), -told.index(s)))
    return reported[0] if reported else None


def _top(section: Section, opening: Sequence[Statement]) -> Statement | None:
    """Give a section's best supported statement that the opening doesn't tell yet."""
    gists = [gist(statement.text) for statement in opening]
    fresh = [
        s for s in section.statements
        if _short(s) and s.key not in {o.key for o in opening}
        and all(overlap(gist(s.text), other) < _ALIKE for other in gists)
    ]
    if not fresh:
        return None
    return max(fresh, key=lambda s: (len(s.outlets), len(s.citations), -section.statements.index(s)))


def _short(statement: Statement) -> bool:
    """Tell whether a statement is short enough to open with."""
    return len(statement.text.split()) <= _LONGEST

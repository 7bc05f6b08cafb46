"""Whether what changed is worth a reader's time."""

from briefing.languages.en import sameness
from briefing.model import Changed, Changes

_BRACKETS = str.maketrans("[]", "  ")


def is_material(changes: Changes) -> bool:
    """Whether a statement is new, withdrawn, or changed in number, name, date or polarity.

    A rewording that keeps all of these is not material, nor is a change of support. A date counts
    by its numbers and its month's name. A sentence's first word counts as a name, which may tell a
    reader once too often but never once too seldom.
    """
    return bool(changes.new or changes.withdrawn) or any(
        _differs_materially(change) for change in changes.changed
    )


def _differs_materially(change: Changed) -> bool:
    # A word before the first makes the first one a word like the others; brackets hide nothing
    # here.
    was, now = (
        sameness.read_gist("It: " + text.translate(_BRACKETS)) for text in (change.was, change.now)
    )
    names = ((was.names & was.words) - now.words) | ((now.names & now.words) - was.words)
    return was.numbers != now.numbers or was.negative != now.negative or bool(names)

"""Who is accused in what a brief tells and is not heard in it."""

from collections.abc import Sequence

from briefing.languages.en.accusing import find_accused, is_answered, may_speak
from briefing.model import Statement


def unheard_parties(told: Sequence[Statement]) -> list[tuple[str, str]]:
    """The parties that a statement names as accused and of whom no statement has an answer, each
    with the number of the first such statement, in order.

    A party is heard where a speaker bears a word of its name, or a noun that may stand for it, and
    where a statement that names it tells of a denial, a lawyer or a refusal to speak.
    """
    found: dict[str, str] = {}
    for statement in told:
        for party in find_accused(statement.text):
            if party not in found and not _is_heard(party, told):
                found[party] = statement.number
    return list(found.items())


def _is_heard(party: str, told: Sequence[Statement]) -> bool:
    """Whether somebody speaks for a party in what is told, or may."""
    said = [c.attribution for s in told for c in s.citations]
    voices = {f"{one.speaker} {one.role}".strip() for one in said}
    return any(may_speak(voice, party) for voice in voices) or any(
        is_answered(one.text, party) for one in told
    )

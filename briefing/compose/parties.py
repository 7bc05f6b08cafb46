"""Parties that the brief speaks of, and those of them that never speak in it."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from briefing.languages.en.acting import acting_states, named_states, seated_states
from briefing.model import Attribution, Pinned, Statement

_SHARE = 5  # a party counts that one statement in so many names
_ACTS = 2  # statements in which it does something
_LEAST = 8  # statements; fewer show nothing about who is silent


def silent_parties(told: Sequence[Statement], pinned: Sequence[Pinned]) -> list[tuple[str, int]]:
    """The states that act in what is told, that many statements name, and in whose name nobody
    speaks, most named first.

    Where something happened and whose people somebody is makes no party. A state speaks where a
    speaker, or the speaker's role, names it, its people or its seat of government, or where the
    desk's pinned person of that state speaks. Each comes with the number of statements that name
    it.
    """
    if len(told) < _LEAST:
        return []
    named = _count_states(told, named_states)
    acts = _count_states(told, acting_states)
    speaking = _speaking_states(told, pinned)
    found = [
        (state, count)
        for state, count in named.items()
        if state not in speaking and acts[state.lower()] >= _ACTS and count * _SHARE >= len(told)
    ]
    return sorted(found, key=lambda one: (-one[1], one[0]))


def _count_states(
    told: Sequence[Statement], find_states: Callable[[str], Iterable[str]]
) -> Counter[str]:
    """In how many statements each state is found."""
    return Counter(state for statement in told for state in find_states(statement.text))


def _speaking_states(told: Sequence[Statement], pinned: Sequence[Pinned]) -> set[str]:
    """The states in whose name somebody speaks in what is told."""
    voices = {citation.attribution for statement in told for citation in statement.citations}
    return {state for said in voices for state in _states_of_speaker(said, pinned)}


def _states_of_speaker(said: Attribution, pinned: Sequence[Pinned]) -> Iterator[str]:
    """The states in whose name somebody speaks."""
    voice = f"{said.speaker} {said.role}"
    yield from named_states(voice) | seated_states(voice)
    for pin in pinned:
        seat = pin.kind == "place" and pin.name in said.speaker
        if seat or said.speaker in {pin.name, *pin.aliases}:
            yield pin.country

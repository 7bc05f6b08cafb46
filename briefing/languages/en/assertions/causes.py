"""What a sentence names as the cause of something."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from briefing.languages.en.assertions.assertion import BLAME, CAUSE
from briefing.languages.en.assertions.roles import fold_words
from briefing.languages.en.clauses.chunks import Chunk
from briefing.model import Assertion


def find_causes(chunks: Sequence[Chunk], told: Mapping[int, Assertion]) -> Iterator[Assertion]:
    """What a sentence names as a cause, as assertions that it caused what it caused: of what stands
    behind "because", and of what is blamed; `told` are its assertions by their verbs' places.
    """
    for made in told.values():
        if made.verb == BLAME:
            yield from _blamed_cause(made)
    for at, chunk in enumerate(chunks):
        if chunk.last.lower != "because":
            continue
        before = [place for place in told if place < at]
        if before:
            effect = told[before[-1]]
            cause = _words_behind(chunks, told, at + 1)
            yield _make_cause(effect, cause, effect.words | {effect.verb})


def _blamed_cause(made: Assertion) -> Iterator[Assertion]:
    """Of "blamed a quake for the collapse", else of "blamed the collapse on a quake"."""
    led = {lead: frozenset(w for one, w in made.scope if one == lead) for lead in ("for", "in")}
    if led["for"]:
        yield _make_cause(made, made.object, led["for"])
    elif led["in"]:
        yield _make_cause(made, led["in"], made.object)


def _words_behind(
    chunks: Sequence[Chunk], told: Mapping[int, Assertion], place: int
) -> frozenset[str]:
    """The words of what stands behind "because": the next verb's with it, or those behind "of"."""
    if place < len(chunks) and chunks[place].last.lower == "of":
        return fold_words(chunks[place + 1 : place + 2])
    after = [at for at in told if at > place]
    return told[after[0]].words | {told[after[0]].verb} if after else frozenset()


def _make_cause(made: Assertion, cause: frozenset[str], effect: frozenset[str]) -> Assertion:
    return replace(
        made,
        verb=CAUSE,
        doer=cause,
        object=effect,
        around=frozenset(),
        scope=frozenset(),
        plain=frozenset(),
        quantities=(),
        measures=(),
        measured=(),
        carrier=False,
        vague=False,
    )

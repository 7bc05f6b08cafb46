"""Who takes part in a happening: the phrases round its verb or noun, where the sentence leaves no
doubt.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.languages.en.clauses.chunks import Chunk
from briefing.languages.en.clauses.lists import section_words
from briefing.languages.en.clauses.mood import LIGHT, is_passive
from briefing.languages.en.clauses.predicates import VERBS, Predicate
from briefing.languages.en.clauses.subjects import ASIDE, find_subject, skip_aside, tied_end
from briefing.languages.en.clauses.tokens import Token
from briefing.model import Slot

_SLOTS: dict[str, Slot | None] = {
    **dict.fromkeys(
        "in at into onto toward towards near across through outside inside around to".split(),
        "place",
    ),
    "from": "origin",
    **dict.fromkeys("with alongside between among".split(), "company"),
    "by": "agent",
    **dict.fromkeys("against on over".split(), "patient"),
}
_DIRECTIONS = section_words("directions")
_UNBOUND = frozenset({"travel", "leave", "meet", "protest", "merge", "patrol", "win"})


@dataclass(frozen=True, slots=True, kw_only=True)
class NounPhrase:
    """A noun phrase with what an "of" ties to it, and its slot; a pronoun stands as the chunk it
    is.
    """

    slot: Slot
    chunks: tuple[Chunk, ...]


def verb_phrases(chunks: Sequence[Chunk], at: int, predicate: Predicate) -> tuple[NounPhrase, ...]:
    """The parties of the verb group at `at`; a subject that isn't certain is left out."""
    behind = [*_tied_phrases(chunks, at + 1, predicate.object), *_led_parties(chunks, at + 1)]
    turned = is_passive(chunks[at]) or _is_reduced(chunks, at, predicate)
    befallen: Slot = "patient" if turned or predicate.bare else "agent"
    subject = [NounPhrase(slot=befallen, chunks=one) for one in find_subject(chunks, at)]
    # "By" behind an active verb is "by March" or "by road".
    return (*subject, *(one for one in behind if turned or one.slot != "agent"))


def _is_reduced(chunks: Sequence[Chunk], at: int, predicate: Predicate) -> bool:
    """Tell a participle without its auxiliary: "officers killed in the raid"."""
    group = chunks[at]
    alone = len(group.tokens) == 1 and group.last.tag == "verb"
    bare = next((c.kind for c in chunks[at + 1 :] if c.kind not in ASIDE), "stop") != "phrase"
    takes = not predicate.bare and group.last.lower in VERBS and predicate.name not in _UNBOUND
    return alone and bare and takes and at > 0 and chunks[at - 1].kind == "phrase"


def _tied_phrases(chunks: Sequence[Chunk], place: int, slot: Slot | None) -> list[NounPhrase]:
    """The phrases from `place` on up to the end of the clause: an object in `slot`, then what
    prepositions tie.
    """
    found: list[NounPhrase] = []
    while place < len(chunks):
        chunk = chunks[place]
        if chunk.kind in ASIDE:
            place += 1
        elif chunk.kind == "phrase":
            made, place = _join_phrases(chunks, place, slot)
            if not made:
                break
            found.extend(made if slot else ())
            slot = None
        elif chunk.kind in {"preposition", "to"} and _goes_on(chunks, place):
            slot = _SLOTS.get(chunk.last.lower)
            place += 1
        else:
            break
    return found


def _led_parties(chunks: Sequence[Chunk], place: int) -> list[NounPhrase]:
    """Whom "…, leading a delegation" behind a verb names, before the next verb."""
    ahead = next((i for i in range(place, len(chunks)) if chunks[i].kind in {"group", "stop"}), 0)
    if not ahead or chunks[ahead].last.lower not in {"leading", "heading", "accompanied", "joined"}:
        return []
    start = ahead + 1 + (chunks[ahead].last.lower in {"accompanied", "joined"})
    return [
        NounPhrase(slot="company", chunks=one.chunks)
        for one in _tied_phrases(chunks, start, "company")
        if one.slot == "company"
    ]


def _goes_on(chunks: Sequence[Chunk], place: int) -> bool:
    """Whether a preposition goes on with the clause: a phrase stands behind it, and "to" leads
    to no verb.
    """
    word = chunks[place].last.lower
    if word in {"after", "before", "since", "until", "following", "despite", "than", "as"}:
        return False
    behind = chunks[place + 1] if place + 1 < len(chunks) else None
    if behind is None or behind.kind not in {"phrase", "time"}:
        return False
    return word != "to" or _is_placed(behind)


def _is_placed(phrase: Chunk) -> bool:
    """Tell a place behind "to" from a verb without a mark of its own: "to the port", "to help
    enforce".
    """
    first = phrase.tokens[0]
    return first.tag in {"determiner", "name"} or first.lower in _DIRECTIONS


def _join_phrases(
    chunks: Sequence[Chunk], place: int, slot: Slot | None
) -> tuple[list[NounPhrase], int]:
    """The phrase at `place` and those that "and" joins to it, each by itself, and where they
    end.

    None of a phrase that is already the subject of a verb behind it.
    """
    end = tied_end(chunks, place)
    if _is_next_subject(chunks, end):
        return [], place
    found = [NounPhrase(slot=slot or "patient", chunks=tuple(chunks[place:end]))]
    while end + 1 < len(chunks) and chunks[end].kind == "and" and chunks[end + 1].kind == "phrase":
        stop = tied_end(chunks, end + 1)
        if _is_next_subject(chunks, stop):
            break
        found.append(NounPhrase(slot=slot or "patient", chunks=tuple(chunks[end + 1 : stop])))
        end = stop
    return found, end


def _is_next_subject(chunks: Sequence[Chunk], end: int) -> bool:
    """Whether the phrase before `end` already belongs to a finite verb behind it."""
    group = chunks[end] if end < len(chunks) else None
    return group is not None and group.kind == "group" and group.tokens[0].tag == "auxiliary"


def noun_phrases(chunks: Sequence[Chunk], at: int, predicate: Predicate) -> tuple[NounPhrase, ...]:
    """The parties of the noun at the end of the phrase at `at`: owner, adjectives, what "of"
    and others tie.
    """
    place = skip_aside(chunks, at + 1)
    behind = _of_parties(chunks, at + 1, predicate)
    relative = _relative_parties(chunks, at + 1)
    return (
        *_owner_parties(chunks[at], predicate),
        *_carrier_subject(chunks, at),
        *_company_parties(chunks[at + 1 : place]),
        *(behind or relative or _tied_phrases(chunks, place, None)),
    )


def _of_parties(chunks: Sequence[Chunk], place: int, predicate: Predicate) -> list[NounPhrase]:
    """What "of" right behind the noun ties, and what follows."""
    if place + 1 < len(chunks) and chunks[place].last.lower == "of":
        return _tied_phrases(chunks, place + 1, predicate.of)
    return []


def _relative_parties(chunks: Sequence[Chunk], place: int) -> list[NounPhrase]:
    """The parties of "(the talks) she held with the envoy"."""
    if place + 1 >= len(chunks) or chunks[place].kind not in {"pronoun", "phrase"}:
        return []
    group = chunks[place + 1]
    if group.kind != "group" or group.last.lower not in LIGHT:
        return []
    holder = NounPhrase(slot="agent", chunks=(chunks[place],))
    groups = (i for i in range(place + 2, len(chunks)) if chunks[i].kind == "group")
    return [holder, *_tied_phrases(chunks[: next(groups, len(chunks))], place + 2, None)]


def _company_parties(aside: Sequence[Chunk]) -> list[NounPhrase]:
    """Whom "accompanied by" in an aside names."""
    for place, chunk in enumerate(aside):
        if chunk.kind == "group" and chunk.last.lower in {"accompanied", "joined"}:
            return [
                NounPhrase(slot="company", chunks=one.chunks)
                for one in _tied_phrases(aside, place + 1, None)
                if one.slot == "agent"
            ]
    return []


def _owner_parties(chunk: Chunk, predicate: Predicate) -> tuple[NounPhrase, ...]:
    """Who owns the happening: "Vellin's trip", "the Tolmian strikes", "her arrest"."""
    before = chunk.tokens[:-1]
    befalls = predicate.kind == "once" and predicate.of == "patient"
    slot: Slot = "patient" if befalls else "agent"
    if before and before[0].lower in {"his", "her"}:
        return (NounPhrase(slot=slot, chunks=(Chunk(kind="pronoun", tokens=before[:1]),)),)
    kept = _owning_words(before)
    return (NounPhrase(slot=slot, chunks=(Chunk(kind="phrase", tokens=kept),)),) if kept else ()


def _owning_words(before: Sequence[Token]) -> tuple[Token, ...]:
    """The words up to the last owner, else those that are names."""
    owned = max((at for at, token in enumerate(before) if token.owner), default=-1)
    if owned >= 0:
        return tuple(before[: owned + 1])
    return tuple(token for token in before if token.tag == "name")


def _carrier_subject(chunks: Sequence[Chunk], at: int) -> tuple[NounPhrase, ...]:
    """The subject of the verb that carries the noun: "officials carried out a tour"."""
    place = at - 1
    while place >= 0 and chunks[place].kind in ASIDE:
        place -= 1
    if place >= 0 and chunks[place].kind == "group" and chunks[place].last.lower in LIGHT:
        return tuple(NounPhrase(slot="agent", chunks=one) for one in find_subject(chunks, place))
    if place > 0 and chunks[place].last.lower == "for" and chunks[place - 1].kind == "phrase":
        # "a visit by the envoy for talks": whoever comes takes part in what he comes for.
        return (NounPhrase(slot="agent", chunks=(chunks[place - 1],)),)
    return ()

"""Denials that stand some sentences behind the claim that they deny.

"The rebels shelled the store, the army said. Two silos burned until evening. The rebels denied it."
Such a denial doesn't say what it denies, and what stands straight before it is nobody's claim. So
all from the claim on belongs together. What this does not see: a denial further away than
`_FARTHEST` sentences, and one behind what somebody else says.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from briefing.language import wordlist
from briefing.language.identity import Remembered
from briefing.language.prefilter import make_ready_together
from briefing.languages.en.sameness import vocabulary
from briefing.model import Passage, Reading, Span

_PATTERNS = wordlist.patterns("en", "words/denials")
_READY = make_ready_together(
    {name: [_PATTERNS[name]] for name in ("late_denial", "owned_denial", "told_by", "accuses")}
)
_DENIES, _OWNED = _READY["late_denial"], _READY["owned_denial"]
_TOLD_BY, _ACCUSES = _READY["told_by"], _READY["accuses"]
_FARTHEST = 3  # sentences from a claim to its denial, that one included; tried on pairs of our own
_FARTHEST_OWNED = 5  # the same, where a denial says whose claim it denies
_KEEP = 4  # articles asked about last
_STOPS = frozenset(".!?…")
_END = 4  # characters at the end of a passage that may hold its last stop


def find_next_told(reading: Reading, sentence: Span) -> Span | None:
    """The sentence straight behind `sentence` that stands between it and a denial further on, of
    it or of a claim before it; None where there is no such denial.
    """
    return _LEADING_ON(reading).get(sentence)


def find_told_ahead(reading: Reading, sentence: Span) -> Span | None:
    """The sentence straight before `sentence` without which it isn't told: it stands between a
    claim and a late denial, or is that denial. None for any other.
    """
    return _LED_TO(reading).get(sentence)


def list_through(reading: Reading, sentence: Span) -> tuple[Span, ...]:
    """A sentence with all that stands behind it up to a late denial of it, that included; alone
    where there is none.
    """
    told = [sentence]
    while (following := find_next_told(reading, told[-1])) is not None:
        told.append(following)
    return tuple(told)


def find_claim(reading: Reading, denial: Span) -> Span | None:
    """The first sentence of those that a late denial belongs to; None for another sentence."""
    if find_next_told(reading, denial) is not None:
        return None
    claim = None
    while (ahead := find_told_ahead(reading, claim or denial)) is not None:
        claim = ahead
    return claim


def is_prose(passage: Passage, text: str) -> bool:
    """Whether a passage is told, and has a full stop, which a heading lacks."""
    return passage.may_tell and not _STOPS.isdisjoint(text[passage.end - _END : passage.end])


def part_voice(claim: str, said: re.Match[str]) -> tuple[str, str]:
    """Who says it and what, of a sentence that tells both: the speaker stands first, behind the
    last comma, or behind "according to".
    """
    if said[0].lower().startswith("according"):
        return claim[said.end() :], claim[: said.start()]
    last = claim.rfind(",")
    if 0 <= last < said.start():
        return claim[last:], claim[:last]
    return claim[: said.start()], claim[said.end() :]


def _lead_on(reading: Reading) -> Mapping[Span, Span]:
    """What follows each sentence that stands between a claim and a late denial of it."""
    text = reading.document.text
    told = [one for held in reading.passages if is_prose(held, text) for one in held.sentences]
    found: dict[Span, Span] = {}
    for at, sentence in enumerate(told):
        denial = text[sentence.start : sentence.end]
        farthest, whose = _read_reach(denial)
        near = told[max(0, at - farthest) : at]
        back = _count_back([text[one.start : one.end] for one in near], whose)
        found.update((told[one], told[one + 1]) for one in range(at - back, at))
    return found


def _read_reach(denial: str) -> tuple[int, frozenset[str]]:
    """How many sentences a denial may stand behind its claim, and the words for whose claim that
    is, none where it doesn't say; nothing for what is no such denial.
    """
    owned = _OWNED.find(denial)
    whose = frozenset(vocabulary(owned["whose"] or owned["owner"])) if owned else frozenset()
    if whose:
        return _FARTHEST_OWNED, whose
    return (_FARTHEST if _DENIES.finds_any(denial) else 0), frozenset()


def _count_back(before: Sequence[str], whose: frozenset[str]) -> int:
    """How many of the sentences before a denial belong to it: up to the claim of those who are
    `whose`, of anybody where that is empty, and further while the same voice claims; 0 where none
    claims anything.
    """
    voice: frozenset[str] | None = None
    back = 0
    for count, sentence in enumerate(reversed(before), 1):
        claims = _claims(sentence) and (not whose or whose & vocabulary(sentence))
        own = frozenset(_name_voice(sentence))
        if voice is not None and not (claims and own & voice):
            break
        if claims:
            voice, back = own, count
    return back


def _claims(sentence: str) -> bool:
    return _TOLD_BY.finds_any(sentence) or _ACCUSES.finds_any(sentence)


def _name_voice(sentence: str) -> Iterator[str]:
    """The words by which a sentence names who says it."""
    said = _TOLD_BY.find(sentence)
    if said is not None:
        yield from vocabulary(part_voice(sentence, said)[0])


def _turn_round(reading: Reading) -> Mapping[Span, Span]:
    return {behind: ahead for ahead, behind in _LEADING_ON(reading).items()}


_LEADING_ON = Remembered(find=_lead_on, most=_KEEP)
_LED_TO = Remembered(find=_turn_round, most=_KEEP)

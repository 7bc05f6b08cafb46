"""Which states a sentence names, and where in a party the word of one stands."""

from collections.abc import Iterator

from briefing.language import late
from briefing.languages.en.clauses.parties import state_of
from briefing.languages.en.names.lists import COUNTRIES, STATE_OF
from briefing.languages.en.stems import stem_word
from briefing.model import Clause, Party

_WORD = late.pattern(r"[^\W\d_][\w-]*")
_BY_STEM = {
    stem_word(word.lower()): state_of(word) for word in (*STATE_OF, *COUNTRIES) if " " not in word
}


def lands_named(clause: Clause) -> frozenset[str]:
    """The states that a clause's sentence names, be it in an adjective, and those of its
    parties.
    """
    around = {_BY_STEM[word] for word in clause.around if word in _BY_STEM}
    return frozenset(around | {land for party in clause.parties for land in party.lands})


def people_words(text: str, party: Party, land: str) -> Iterator[tuple[int, int]]:
    """Where a party names a state by its adjective, as [start, end) in `text`: "Tolmian", "Tolmian
    officers".
    """
    words = list(_WORD.finditer(text, party.start, party.end))
    for place, word in enumerate(words):
        if state_of(word.group()) == land:
            last = place + 2 == len(words)
            yield word.start(), words[-1].end() if last else word.end()

"""Lists of names and of the words that names are built from, read from the files of `words/`.

Lower case unless a constant says otherwise. The gazetteers of given names and surnames come from
free sources that their files name; none of them knows a topic.
"""

from typing import Literal

from briefing.language import wordlist

_BODIES = wordlist.read("en", "names/words/bodies")
_GIVEN = wordlist.read("en", "names/words/given")
_PLACES = wordlist.read("en", "names/words/places")
_STATES = _PLACES.rows("states")
_SEXES: dict[str, Literal["he", "she"] | None] = {"he": "he", "she": "she", "either": None}

GIVEN: dict[str, Literal["he", "she"] | None] = {
    name: sex for section, sex in _SEXES.items() for name in _GIVEN.entries(section)
}
"""Given names and the sex they are usually given to; None for those given to both."""

AMBIGUOUS_GIVEN: frozenset[str] = wordlist.read("en", "names/words/given_ambiguous").words()
"""Given names that are also common words or place names: alone they prove nothing."""

_SURNAMES = wordlist.read("en", "names/words/surnames")

SURNAMES: frozenset[str] = _SURNAMES.words("names")
"""Surnames that are no ordinary words."""

WORD_SURNAMES: frozenset[str] = _SURNAMES.words("also words")
"""Surnames that are ordinary words too: behind a given name only."""

THINGS: frozenset[str] = wordlist.read("en", "names/words/things").words()
"""Nouns before a name that make it a ship, a storm, a work, a programme or a place."""

FAMILY_FIRST: frozenset[str] = wordlist.read("en", "names/words/family_first").words()
"""Family names that stand before the given name where East Asian names keep their order."""

DICTIONARY: frozenset[str] = wordlist.read("en", "names/words/dictionary").words()
"""English words that are written in small letters: ordinary words before they are names."""

STATE_OF: dict[str, str] = {
    adjective: row[0] for row in reversed(_STATES) for adjective in reversed(row[1:])
}
"""The state that each adjective belongs to, both as printed: "Belgian" to "Belgium"."""

PLACES: dict[str, str] = {
    name.lower(): name
    for name in (
        *(row[0] for row in _STATES),
        *_PLACES.entries("cities"),
        *_PLACES.entries("regions"),
    )
}
"""States, continents, capitals, very large cities and their printed names."""

DEMONYMS: frozenset[str] = wordlist.read("en", "names/words/peoples").words() | {
    adjective.lower() for row in _STATES for adjective in row[1:]
}
"""The adjectives of states, peoples and creeds."""

COUNTRIES: frozenset[str] = frozenset(row[0].lower() for row in _STATES)
"""The names in PLACES that are states or stand for one (not cities)."""

BODY_SHORT: dict[str, str] = _BODIES.table("short")
"""Abbreviations of bodies that every newsroom uses without saying what they stand for."""

COUNTRY_SHORT: dict[str, str] = _BODIES.table("states in short")
"""Abbreviations of states; they stand in capitals."""

BODY_HEADS: frozenset[str] = _BODIES.words("heads")
"""Nouns that a body's name ends in, or opens with before "of"."""

BODY_NAMES: frozenset[str] = _BODIES.words("known")
"""Bodies so common in any news that they need no evidence in the article."""

PLACE_HEADS: frozenset[str] = wordlist.read("en", "names/words/place_heads").words()
"""Nouns that a place's name ends in, or that follow it."""

OUTLET_HEADS: frozenset[str] = _BODIES.words("outlets")
"""Lower-case nouns before or after a name that make it a medium."""

COMPANY_NOUNS: frozenset[str] = _BODIES.words("companies")
"""Lower-case nouns before or after a name that make it a body."""

NO_BODIES: frozenset[str] = _BODIES.words("no bodies")
"""Abbreviations in capitals that name no body."""

PARTICLES: frozenset[str] = wordlist.read("en", "names/words/particles").words()
"""Words inside a person's name that belong to the part after them."""

DEPARTMENTS: frozenset[str] = wordlist.read("en", "names/words/departments").words()
"""Capitalised modifiers that stand in a title before its head ("Deputy Foreign Minister")."""

ORDINARY: frozenset[str] = wordlist.read("en", "names/words/openers").words()
"""Common words that open sentences; a capital there does not make them names."""

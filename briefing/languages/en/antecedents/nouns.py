"""Nouns for people, groups and things that pronouns take up."""

from briefing.language import wordlist

_WORDS = wordlist.read("en", "words/nouns")

KIN: frozenset[str] = _WORDS.words("kin")

PEOPLE: frozenset[str] = _WORDS.words("people")

GROUPS: frozenset[str] = _WORDS.words("groups")
"""Singular nouns that "they" may take up."""

TIMES: frozenset[str] = _WORDS.words("times")

EVENTS: frozenset[str] = _WORDS.words("events")
"""Nouns that stand for something told before when "the" precedes them and nothing follows that
defines them."""

HOLDERS: frozenset[str] = _WORDS.words("holders")
"""Nouns for speakers and actors that "the" alone does not identify."""

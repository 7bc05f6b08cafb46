"""The nouns and pronouns by which those who say something are called."""

from briefing.languages.en.lexicon import OFFICES
from briefing.languages.en.names.lists import COMPANY_NOUNS, OUTLET_HEADS
from briefing.languages.en.speech.lists import WORDS

SOURCES: frozenset[str] = WORDS.words("sources")
"""Nouns that can be the head of an unnamed source."""

RESEARCH: frozenset[str] = WORDS.words("research")
"""Sources that "find" and "show"."""

PRONOUNS: frozenset[str] = WORDS.words("pronouns")
"""Pronouns that may speak."""

KNOWN: frozenset[str] = SOURCES | OFFICES | OUTLET_HEADS | COMPANY_NOUNS | PRONOUNS
"""Words that are known to speak wherever they head a subject."""

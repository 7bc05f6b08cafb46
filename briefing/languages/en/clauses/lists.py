"""The words of the clause rules, read once: `words.txt`, section by section."""

from briefing.language import wordlist

WORDS = wordlist.read("en", "clauses/words")


def section_words(section: str) -> frozenset[str]:
    """All words of a section, those of entries with several one by one."""
    return frozenset(word for entry in WORDS.entries(section) for word in entry.split())

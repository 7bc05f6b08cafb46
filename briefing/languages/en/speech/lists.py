"""The words of the source clauses, read once: `words.txt`, section by section."""

from briefing.language import wordlist

WORDS = wordlist.read("en", "speech/words")

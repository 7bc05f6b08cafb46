"""What a sentence says in so many words: who is to blame, in which year a thing was made."""

from briefing.languages.en.facts.find import Fact, find_facts

__all__ = ["Fact", "find_facts"]

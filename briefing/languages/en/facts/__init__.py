"""What a sentence says in so many words: who is to blame, in which year a thing was made."""

from briefing.languages.en.facts.find import Fact, dates_saying, find_facts

__all__ = ["Fact", "dates_saying", "find_facts"]

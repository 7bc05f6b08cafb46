"""What a sentence says in so many words: who is to blame, in which year a thing was made."""

from briefing.languages.en.facts.find import StatedFact, dates_saying, find_facts

__all__ = ["StatedFact", "dates_saying", "find_facts"]

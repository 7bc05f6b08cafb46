"""Who says what in an article: source clauses, their speakers, and what they cover."""

from briefing.languages.en.speech.find import find_speech

__all__ = ["find_speech"]

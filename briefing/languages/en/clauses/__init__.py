"""Clauses: what happens in an article's sentences, to whom, where and when, by rules over their
words.
"""

from briefing.languages.en.clauses.find import find_clauses

__all__ = ["find_clauses"]

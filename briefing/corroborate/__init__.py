"""Statements held against one another: what says the same, and where sources differ."""

from briefing.corroborate.claims import group_claims, support_statement, weigh_outdated
from briefing.corroborate.differences import find_differences, suspect_keys
from briefing.corroborate.recurring import weigh_recurring

__all__ = [
    "find_differences",
    "group_claims",
    "support_statement",
    "suspect_keys",
    "weigh_outdated",
    "weigh_recurring",
]

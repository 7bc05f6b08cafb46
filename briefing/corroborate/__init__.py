"""Statements held against one another: what says the same, and where sources differ."""

from briefing.corroborate.claims import corroborate, outdated, supported
from briefing.corroborate.differences import differences, suspects

__all__ = ["corroborate", "differences", "outdated", "supported", "suspects"]

"""Comparing: which statement is which, and what is new, changed or withdrawn since the last
edition.

A statement's key is a digest of its content and changes with every word; its id is given here, by
finding the same statement in the last edition, and stays. Pure: nothing is read or written.
"""

from briefing.compare.changes import Causes, compare
from briefing.compare.material import is_material
from briefing.compare.revision import Revision, compare_texts

__all__ = ["Causes", "Revision", "compare", "compare_texts", "is_material"]

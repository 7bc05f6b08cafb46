"""Names in one article: who and what is named, where, in which forms, in which role."""

from briefing.language.names.find import find
from briefing.language.names.pins import Pinned
from briefing.language.names.spelling import bones, key, same_person

__all__ = ["Pinned", "bones", "find", "key", "same_person"]

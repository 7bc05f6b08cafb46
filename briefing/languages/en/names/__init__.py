"""Names in one article: who and what is named, where, in which forms, in which role."""

from briefing.languages.en.names.find import find
from briefing.languages.en.names.pins import Pinned
from briefing.languages.en.names.spelling import bones, key, same_person

__all__ = ["Pinned", "bones", "find", "key", "same_person"]

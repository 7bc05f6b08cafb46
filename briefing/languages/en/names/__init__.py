"""Names in one article: who and what is named, where, in which forms, in which role."""

from briefing.languages.en.names.find import find_names
from briefing.languages.en.names.pins import Pinned
from briefing.languages.en.names.spelling import name_key, same_person, surname_bones

__all__ = ["Pinned", "find_names", "name_key", "same_person", "surname_bones"]

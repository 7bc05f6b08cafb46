"""Names in one article: who and what is named, where, in which forms, in which role."""

from briefing.languages.en.names.find import find_names
from briefing.languages.en.names.pins import Pinned
from briefing.languages.en.names.spelling import (
    are_namesakes,
    generation_of,
    name_key,
    name_parts,
    same_person,
    surname_bones,
)

__all__ = [
    "Pinned",
    "are_namesakes",
    "find_names",
    "generation_of",
    "name_key",
    "name_parts",
    "same_person",
    "surname_bones",
]

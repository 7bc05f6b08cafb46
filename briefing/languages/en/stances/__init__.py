"""How something stands, in words of which only one side can be right."""

from briefing.languages.en.stances.find import (
    KINDS,
    Stance,
    StanceKind,
    find_first_names,
    find_stances,
    name_sentence,
    name_text,
)

__all__ = [
    "KINDS",
    "Stance",
    "StanceKind",
    "find_first_names",
    "find_stances",
    "name_sentence",
    "name_text",
]

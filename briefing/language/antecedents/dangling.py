"""Expressions that would hang in the air if their sentence stood alone."""

import re

from briefing.model import Span

_HANGING = re.compile(
    r"\b(?:he|she|it|they|him|her|them|his|hers|its|their|theirs|himself|herself|itself|themselves|this|these|those|"
    r"such|both|the former|the latter|the same|the two|the move|the source)\b",
    re.IGNORECASE,
)


def pronouns(text: str, sentence: Span) -> tuple[Span, ...]:
    """Give the referring expressions of a sentence whose antecedent does not stand earlier in the sentence."""
    return tuple(
        Span(start=match.start(), end=match.end()) for match in _HANGING.finditer(text, sentence.start, sentence.end)
    )

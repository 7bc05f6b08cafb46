"""Grounded rewriting: what may be changed in a quote so that it stands alone, and nothing more.

`ground` is a pure function of one article: the rewriter calls it to make statements, the prover
calls it again to see that a statement is one that the article licenses. That is why it lives
beneath both.
"""

from briefing.language.draft import Change, Draft, Refused, relative_edits
from briefing.languages.en.grounding.attribute import attribute_sentences
from briefing.languages.en.grounding.pointing import denies_unsaid, points_back
from briefing.languages.en.grounding.rules import (
    ground_sentences,
    licensed_drafts,
    ordered_drafts,
)
from briefing.languages.en.grounding.unnamed import names_nothing, opens_as_known
from briefing.languages.en.grounding.vague import vague_descriptions

__all__ = [
    "Change",
    "Draft",
    "Refused",
    "attribute_sentences",
    "denies_unsaid",
    "ground_sentences",
    "licensed_drafts",
    "names_nothing",
    "opens_as_known",
    "ordered_drafts",
    "points_back",
    "relative_edits",
    "vague_descriptions",
]

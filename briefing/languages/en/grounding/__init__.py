"""Grounded rewriting: what may be changed in a quote so that it stands alone, and nothing more.

`ground` is a pure function of one article: the rewriter calls it to make statements, the prover
calls it again to see that a statement is one that the article licenses. That is why it lives
beneath both.
"""

from briefing.languages.en.grounding.attribute import attribution
from briefing.languages.en.grounding.draft import Change, Draft, Refused, edits
from briefing.languages.en.grounding.rules import ground, groundings
from briefing.languages.en.grounding.vague import vague

__all__ = ["Change", "Draft", "Refused", "attribution", "edits", "ground", "groundings", "vague"]

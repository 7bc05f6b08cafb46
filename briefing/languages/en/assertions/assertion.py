"""The verbs, folded, of assertions of their own kinds."""

from briefing.languages.en.assertions.fold import fold_verb

CAUSE, BLAME = fold_verb("cause"), fold_verb("blame")
"""The verbs of assertions that name a cause."""
BE = "be"
"""The verb of an assertion that only says what something is."""

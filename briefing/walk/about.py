"""Which articles belong to a brief at all: those that hold what its `about` asks for.

The others are counted and listed as such, and cost no more: they are read no further than it takes
to know.
"""

from collections.abc import Mapping, Sequence

from briefing import digest, split, tag
from briefing.ingest import Found, Reader, glance_text
from briefing.model import Document, Quarantined, Reading
from briefing.stages import Tagger
from briefing.tag import Terms
from briefing.walk import withdrawals

UNRELATED = "not about the brief: it does not hold what `about` asks for"
"""What is said of such an article, wherever it is listed."""
LISTED = 500  # articles that are not about a brief and stand in its record; of more, the first
_ROUNDING = 1e-9


def is_elsewhere(about: Terms | None, found: Found, readers: Sequence[Reader]) -> bool:
    """Whether a plain text holds no word that `about` asks for: known before it is read."""
    if about is None:
        return False
    text = glance_text(found, readers)
    return (
        text is not None and not tag.holds_terms(about, text) and not withdrawals.may_withdraw(text)
    )


def belongs(about: Terms | None, document: Document) -> bool:
    """Whether a document holds what `about` asks for: by points over all of its article's text,
    title and headings included. Without one, every document belongs, and so does one that takes an
    article back.
    """
    if about is None or withdrawals.withdraws(document):
        return True
    reading = Reading(document=document, passages=split.split_passages(document))
    return tag.count_points(about, reading) + _ROUNDING >= about.needs


def describe_unrelated(found: Found, revision: str | None) -> Quarantined:
    """An article that is not about the brief, as it is listed. `revision` is the digest of its
    file's bytes, where that is known.
    """
    return Quarantined(
        id=digest.name_source(found.locator),
        locator=found.locator,
        path=found.path,
        size=found.size,
        revision=revision,
        reason=UNRELATED,
    )


def tag_by_words(reading: Reading, taggers: Mapping[str, Tagger]) -> tuple[Reading | None, bool]:
    """An article of which only the passages are known, tagged where its words alone tell its
    tags, else None; and whether they tell that nothing of it can serve: it earns no tag, and takes
    nothing back.
    """
    told = tag.tag_beforehand(reading, taggers)
    serves = told is None or any(one.tags for one in told.passages)
    return told, not serves and not withdrawals.withdraws(reading.document)

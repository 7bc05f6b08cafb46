"""Which documents are one article: versions of one outlet, or one text that several carry."""

from collections.abc import Sequence

from briefing import digest
from briefing.model import Document, Family


def group(documents: Sequence[Document]) -> tuple[Family, ...]:
    """Give the families of `documents`; a document alone is a family of its own."""
    return tuple(
        Family(id=digest.short("f", document.id), documents=(document.id,), relation="single")
        for document in documents
    )

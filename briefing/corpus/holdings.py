"""What the catalogue holds, put together again: documents, families, what was set aside."""

from collections.abc import Sequence

from briefing.corpus import annotation, update_catalogue
from briefing.model import Document, Family, Unrelated
from briefing.state import catalogue
from briefing.state.catalogue import Shelved
from briefing.state.store import Store
from briefing.walk import window
from briefing.walk.about import LISTED
from briefing.walk.library import Holdings


def list_all(opened: Store) -> Holdings:
    """All that was read, documents without their texts."""
    rows = catalogue.shelved_documents(opened, catalogue.all_documents(opened))
    return _put_together(opened, rows, _heads(rows), ())


def look_at(opened: Store, rows: Sequence[Shelved], others: Sequence[Shelved]) -> Holdings:
    """The articles that are looked at, with their texts, and `others` that are listed as
    well.
    """
    return _put_together(
        opened,
        (*rows, *others),
        tuple(update_catalogue.load_documents(opened, rows)),
        _heads(others),
    )


def _put_together(
    opened: Store,
    rows: Sequence[Shelved],
    documents: tuple[Document, ...],
    others: tuple[Document, ...],
) -> Holdings:
    count, newest = catalogue.count_documents(opened)
    return Holdings(
        documents=documents,
        families=_families(rows, (*documents, *others)),
        quarantined=tuple(
            annotation.aside_codec().decode(packed) for packed in catalogue.asides(opened)
        ),
        others=others,
        count=count,
        newest=window.day_of_ordinal(newest),
        unrelated=_count_unrelated(opened),
    )


def _count_unrelated(opened: Store) -> Unrelated | None:
    """What is not about the brief, the first of it by name."""
    count = catalogue.count_unrelated(opened)
    if not count:
        return None
    packed = catalogue.unrelated_articles(opened, LISTED)
    first = (annotation.aside_codec().decode(one).locator for one in packed)
    return Unrelated(count=count, locators=tuple(first))


def _heads(rows: Sequence[Shelved]) -> tuple[Document, ...]:
    return tuple(annotation.head_codec().decode(row.head) for row in rows)


def _families(rows: Sequence[Shelved], documents: Sequence[Document]) -> tuple[Family, ...]:
    """Put families together again, in order of their first documents' locators."""
    by_family: dict[str, list[tuple[int, str]]] = {}
    relation = {row.family: row.relation for row in rows}
    for row, document in sorted(
        zip(rows, documents, strict=True), key=lambda pair: pair[1].locator
    ):
        by_family.setdefault(row.family, []).append((row.place, document.id))
    return tuple(
        Family(
            id=name,
            documents=tuple(one for _, one in sorted(members)),
            relation=relation[name],  # type: ignore[arg-type]
        )
        for name, members in by_family.items()
    )

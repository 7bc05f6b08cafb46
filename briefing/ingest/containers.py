"""Files that hold others, kind by kind: what one lists, and what only the whole of it tells.

Imported when such a file comes: readers of all formats take longer to import than a few plain texts
take to read.
"""

from collections.abc import Callable, Mapping

from briefing.ingest import archive, book, chat, feedfile, mail, records
from briefing.ingest.html import several
from briefing.ingest.item import Item, Unreadable
from briefing.ingest.parts import ContainerPart
from briefing.ingest.sniff import Kind

LISTS: Mapping[Kind, Callable[[Item], list[ContainerPart]]] = {
    "zip": archive.list_parts,
    "mail": mail.list_parts,
    "mbox": mail.mailbox.list_parts,
    "chat": chat.list_parts,
    "msg": mail.outlook.list_parts,
    "tnef": mail.outlook.list_parts,
    "epub": book.list_parts,
    "json": records.list_parts,
    "feed": feedfile.list_parts,
    "html": several.list_parts,
}


def list_parts(item: Item, kind: Kind) -> list[ContainerPart]:
    """What a container of a kind of `LISTS` holds; nothing where it is damaged."""
    try:
        return LISTS[kind](item)
    except archive.DAMAGED:
        return []


def _kind_of_box(item: Item) -> Kind:
    return "mbox" if mail.mailbox.list_parts(item) else "mail"


EXACTLY: Mapping[Kind, Callable[[Item], Kind | Unreadable]] = {
    "zip": lambda item: archive.archive_kind(item.data),
    "ole": lambda item: mail.outlook.kind_of_compound(item.data),
    "mbox": _kind_of_box,
    "chat": lambda item: "chat" if chat.list_parts(item) else "text",
}
"""What only the whole file tells."""

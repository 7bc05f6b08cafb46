"""Makes files in Outlook's own forms: .msg (a compound file) and winmail.dat (TNEF)."""

import struct
from datetime import UTC, datetime

_SECTOR = 512
_FREE, _END, _TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_TEXT, _BYTES, _NUMBER, _MOMENT = 0x001F, 0x0102, 0x0003, 0x0040


def tnef(body=b"", files=(), subject=""):
    """A winmail.dat with a plain body and files by name."""
    out = struct.pack("<IH", 0x223E9F78, 1)
    if subject:
        name = subject.encode("utf-16-le") + b"\0\0"
        held = name + b"\0" * (-len(name) % 4)
        out += _attribute(1, 0x9003, struct.pack("<IHHII", 1, 0x001F, 0x0037, 1, len(name)) + held)
    if body:
        out += _attribute(1, 0x800C, body)
    for name, data in files:
        out += _attribute(2, 0x9002, b"\0" * 14)
        out += _attribute(2, 0x8010, name.encode() + b"\0")
        out += _attribute(2, 0x800F, data)
    return out


def _attribute(level, number, data):
    return (
        struct.pack("<BIi", level, number, len(data)) + data + struct.pack("<H", sum(data) % 65536)
    )


def msg(subject, sender, sent, body, files=()):
    """A .msg file of a letter with a plain body and files by name; `sent` is a naive UTC time.

    Files end in empty lines up to 4,096 bytes, as short streams need a table of their own."""
    since = sent.replace(tzinfo=UTC) - datetime(1601, 1, 1, tzinfo=UTC)
    ticks = int(since.total_seconds()) * 10_000_000
    own = {
        0x0037: (_TEXT, subject),
        0x0C1A: (_TEXT, sender),
        0x1000: (_TEXT, body),
        0x0039: (_MOMENT, ticks),
    }
    counts = struct.pack("<8xIIII8x", 0, len(files), 0, len(files))
    root = {**_properties(own, counts)}
    for number, (name, data) in enumerate(files):
        held = {
            0x3705: (_NUMBER, 1),
            0x3707: (_TEXT, name),
            0x3701: (_BYTES, data.ljust(4096, b"\n")),
        }
        root[f"__attach_version1.0_#{number:08X}"] = _properties(held, b"\0" * 8)
    return compound(root)


def _properties(values, head):
    streams, table = {}, head
    for number, (kind, value) in values.items():
        if kind in {_TEXT, _BYTES}:
            data = value.encode("utf-16-le") if kind == _TEXT else value
            streams[f"__substg1.0_{number:04X}{kind:04X}"] = data
            table += struct.pack("<HHIII", kind, number, 6, len(data), 0)
        else:
            table += struct.pack("<HHIQ", kind, number, 6, value)
    return {**streams, "__properties_version1.0": table}


def compound(root):
    """A compound file of streams (bytes) and storages (mappings); every stream is put into sectors
    of its own."""
    entries, data, table = [], [], []

    def put(content):
        """Put bytes into sectors of their own and give the first one's number."""
        if not content:
            return _END
        start = len(data)
        pieces = [content[at : at + _SECTOR] for at in range(0, len(content), _SECTOR)]
        data.extend(piece.ljust(_SECTOR, b"\0") for piece in pieces)
        table.extend([*range(start + 1, start + len(pieces)), _END])
        return start

    def add(name, kind, content):
        place = len(entries)
        entries.append(None)
        child = _FREE
        if kind == 2:
            start, size = put(content.ljust(4096, b"\0")), max(4096, len(content))
        else:
            start, size = (_END if kind == 5 else 0), 0
            for inner, held in sorted(content.items(), reverse=True):
                child = add_linked(inner, held, child)
        entries[place] = [name, kind, _FREE, child, start, size]
        return place

    def add_linked(name, held, right):
        place = add(name, 1 if isinstance(held, dict) else 2, held)
        entries[place][2] = right
        return place

    add("Root Entry", 5, root)
    packed = b"".join(
        struct.pack(
            "<64sHBBIII16sIQQIQ",
            name.encode("utf-16-le"),
            2 * len(name) + 2,
            kind,
            1,
            _FREE,
            right,
            child,
            b"\0" * 16,
            0,
            0,
            0,
            start & 0xFFFFFFFF,
            size,
        )
        for name, kind, right, child, start, size in entries
    )
    directory = put(packed)
    count = 1
    while (len(table) + count) * 4 > count * _SECTOR:
        count += 1
    fats = list(range(len(data), len(data) + count))
    table.extend([_TABLE] * count)
    fat = b"".join(struct.pack("<I", one) for one in table).ljust(count * _SECTOR, b"\xff")
    head = struct.pack(
        "<8s16sHHHHH6xIIIIIIIII",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        b"\0" * 16,
        0x3E, 3, 0xFFFE, 9, 6,
        0, count, directory, 0, 4096, _END, 0, _END, 0,
    )  # fmt: skip
    head += b"".join(struct.pack("<I", one) for one in fats)
    return head.ljust(_SECTOR, b"\xff") + b"".join(data) + fat

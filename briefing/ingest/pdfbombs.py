"""PDFs whose streams unpack to far more than an article holds, told before a library unpacks them.

Every stream stands in the open in its file, so its size is measured piece by piece and nothing of
it is kept. Pictures are not counted: an empty scan shrinks as well, and nobody unpacks it for text.
"""

import re
import zlib
from collections.abc import Iterator

_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_FILTER = re.compile(rb"/(?:FlateDecode|Fl)\b")
_FURTHER = re.compile(rb"/(?:RunLengthDecode|RL|LZWDecode|LZW)\b")
_IMAGE = re.compile(rb"/Subtype\s*/Image\b")
_LONGEST_HEAD = 2_000  # bytes before a stream in which its dictionary stands
_PIECE = 1 << 20
_MOST = 5_000_000  # bytes that streams may unpack to which shrank to less than a fiftieth
_SHRUNK = 50
_FURTHER_TIMES = 64  # what a run of equal bytes, packed once more, may unpack to


def bomb_reason(data: bytes) -> str | None:
    """Why a PDF is not opened, None where its streams are of an honest size.

    Streams that can't be unpacked here (encrypted, damaged) are not counted.
    """
    whole = 0
    for size, packed in _measure_streams(data):
        whole += size if size > _SHRUNK * packed else 0
        if whole > _MOST:
            return (
                f"a PDF bomb: {len(data):,} bytes whose streams unpack to more than {_MOST:,}, "
                f"over {_SHRUNK} times their size"
            )
    return None


def _measure_streams(data: bytes) -> Iterator[tuple[int, int]]:
    """How much each stream unpacks to, and from how many bytes."""
    for match in _STREAM.finditer(data):
        before = data[max(0, match.start() - _LONGEST_HEAD) : match.start()]
        head = before[before.rfind(b" obj") + 1 :]
        filters = len(_FILTER.findall(head))
        if filters and not _IMAGE.search(head):
            times = _FURTHER_TIMES if _FURTHER.search(head) else 1
            size, packed = _unpacked_size(data, match.end(), filters, _MOST // times)
            yield size * times, packed


def _unpacked_size(data: bytes, start: int, filters: int, most: int) -> tuple[int, int]:
    """To how many bytes a stream unpacks, and from how many; counted up to `most`."""
    engines = [zlib.decompressobj() for _ in range(filters)]
    view, at, size = memoryview(data), start, 0
    while size <= most and at < len(data) and not engines[0].eof:
        given = view[at : at + _PIECE // _SHRUNK]
        at += len(given)
        try:
            size += _feed(engines, bytes(given), most)
        except zlib.error:
            break
    return size, at - start - len(engines[0].unused_data)


def _feed(engines: list["zlib._Decompress"], given: bytes, most: int) -> int:
    """How many bytes come out of the last engine for those given to the first."""
    engine, *further = engines
    size = 0
    while given and not engine.eof and size <= most:
        out = engine.decompress(given, _PIECE)
        given = engine.unconsumed_tail
        size += _feed(further, out, most) if further else len(out)
    return size

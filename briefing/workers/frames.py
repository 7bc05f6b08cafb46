"""Results on their way back from a cluster: plain bytes, framed and sealed.

What comes from another machine is never unpickled here: a pickle may run anything. A result is a
row of byte strings, any of which may be missing; a digest over all of a batch tells what was cut
off or spoilt on the way.
"""

import struct
from collections.abc import Sequence

from briefing import digest

Result = bytes | None | tuple[bytes | None, ...]
"""What a function may give that is worked out on a cluster."""

_SEAL = 64  # characters of a digest
_MISSING = 0xFFFFFFFF
_ALONE = 0xFFFFFFFE  # a row that is no row: one string by itself
_NUMBER = struct.Struct(">I")


class BrokenFrameError(Exception):
    """Bytes that are no sealed batch of results."""


def pack_results(results: Sequence[Result]) -> bytes:
    """Frame and seal a batch of results. Raises TypeError for what can't be framed."""
    body = b"".join(_pack_result(one) for one in results)
    return digest.of_bytes(body).encode() + body


def unpack_results(packed: object, count: int) -> list[Result]:
    """The `count` results that were packed. Raises BrokenFrameError for anything else."""
    if not isinstance(packed, bytes) or len(packed) < _SEAL:
        message = "what came back is no row of bytes"
        raise BrokenFrameError(message)
    seal, body = packed[:_SEAL], packed[_SEAL:]
    if digest.of_bytes(body).encode() != seal:
        message = "what came back is spoilt"
        raise BrokenFrameError(message)
    try:
        return _unpack_body(body, count)
    except struct.error as error:
        message = "what came back is cut short"
        raise BrokenFrameError(message) from error


def _pack_result(one: Result) -> bytes:
    if not isinstance(one, tuple):
        return _NUMBER.pack(_ALONE) + _pack_part(one)
    return _NUMBER.pack(len(one)) + b"".join(map(_pack_part, one))


def _pack_part(part: bytes | None) -> bytes:
    if part is None:
        return _NUMBER.pack(_MISSING)
    if not isinstance(part, bytes):
        message = f"{type(part).__name__} can't be sent back from a cluster"
        raise TypeError(message)
    return _NUMBER.pack(len(part)) + part


def _unpack_body(body: bytes, count: int) -> list[Result]:
    found: list[Result] = []
    at = 0
    for _ in range(count):
        (parts,) = _NUMBER.unpack_from(body, at)
        at += _NUMBER.size
        row: list[bytes | None] = []
        for _ in range(1 if parts == _ALONE else parts):
            (length,) = _NUMBER.unpack_from(body, at)
            at += _NUMBER.size
            held = None if length == _MISSING else body[at : at + length]
            if held is not None and len(held) < length:
                message = "what came back is cut short"
                raise BrokenFrameError(message)
            at += 0 if held is None else length
            row.append(held)
        found.append(row[0] if parts == _ALONE else tuple(row))
    if at != len(body):
        message = "what came back holds more than was asked for"
        raise BrokenFrameError(message)
    return found

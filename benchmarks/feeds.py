"""Many feeds on a server that misbehaves, each under a loopback address of its own.

As a program (`python -m benchmarks.feeds COUNT FOLDER`) it is the thing that is measured: client
and server in one process.
"""

import asyncio
import contextlib
import json
import resource
import sys
import threading
import time
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.measure import python, run
from benchmarks.table import Table, megabytes, seconds

_FEEDS, _QUICK = 2_000, 60
_EACH_NET = 250
_BAD = frozenset({1, 2, 3, 4, 5, 6, 7, 8})
"""Of a hundred feeds those that misbehave: they break, are gone, hang up, send half a feed, lead in
a circle, are busy, answer too late, send rubbish."""
_LATE = 25  # seconds after which a late one answers; nobody waits that long


def tables(share: float = 1.0) -> list[Table]:
    """Give the table of two rounds over many feeds."""
    count = _FEEDS if share >= 1 else _QUICK
    with TemporaryDirectory(prefix="briefing-bench-") as name:
        output = run(python("-m", "benchmarks.feeds", str(count), name)).output
    rounds = [json.loads(line) for line in output.splitlines() if line.startswith("{")]
    rows = [
        (
            what,
            seconds(one["clock"]),
            f"{60 * one['requests'] / one['clock']:,.0f}",
            f"{one['requests']:,}",
            f"{one['unchanged']:,}",
            str(one["twice"]),
            megabytes(one["peak"]),
        )
        for what, one in zip(("first round", "second round"), rounds, strict=True)
    ]
    head = ("feeds", "time", "requests/min", "requests", "unchanged", "asked twice", "peak memory")
    notes = (
        f"{count:,} feeds of two entries, {len(_BAD)} % of which misbehave; one process for both.",
        "`asked twice`: addresses that behave and were asked more than once in a round.",
    )
    return [Table(title="Feeds", head=head, rows=rows, notes=notes)]


class _Server:
    """Answers for all of 127/8; what it was asked is counted by feed and path."""

    def __init__(self) -> None:
        self.asked: Counter[tuple[int, str]] = Counter()
        self.unchanged = 0
        self.port = 0
        self.ready = threading.Event()
        threading.Thread(target=lambda: asyncio.run(self._serve()), daemon=True).start()
        self.ready.wait()

    async def _serve(self) -> None:
        server = await asyncio.start_server(self._answer, "0.0.0.0", 0, backlog=512)  # noqa: S104
        self.port = server.sockets[0].getsockname()[1]
        self.ready.set()
        async with server:
            await server.serve_forever()

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError, asyncio.IncompleteReadError):
            head = (await reader.readuntil(b"\r\n\r\n")).lower()
            address = writer.get_extra_info("sockname")[0]
            third, fourth = map(int, address.split(".")[2:])
            number, path = third * _EACH_NET + fourth, head.split(b" ", 2)[1].decode()
            self.asked[number, path] += 1
            answer = await self._make(number, path, address, known=b"if-none-match" in head)
            writer.write(answer)
            await writer.drain()
        writer.close()

    async def _make(self, number: int, path: str, address: str, *, known: bool) -> bytes:
        """Give an answer, b"" for none."""
        here = f"http://{address}:{self.port}"
        if path == "/robots.txt":
            return _say(404)
        if path.startswith("/page"):
            words = f"<p>The council of town {number} said that the quay stays open all year.</p>"
            return _say(
                200, f"<html><body><article>{words * 8}</article></body></html>", "text/html"
            )
        if number % 100 in _BAD:
            return await _misbehave(number % 100, here)
        if known:
            self.unchanged += 1
            return _say(304)
        items = "".join(f"<item><link>{here}/page{n}</link></item>" for n in range(2))
        feed = f"<rss version='2.0'><channel><title>{number}</title>{items}</channel></rss>"
        return _say(200, feed, "application/rss+xml", 'ETag: "1"')


async def _misbehave(kind: int, here: str) -> bytes:
    if kind == 7:  # noqa: PLR2004 - see _BAD
        await asyncio.sleep(_LATE)
    answers = {
        1: _say(500),
        2: _say(404),
        4: _say(200, "<rss><channel><item>" * 1000, "text/xml"),
        5: _say(301, "", "text/plain", f"Location: {here}/feed"),
        6: _say(429, "", "text/plain", "Retry-After: 1"),
        8: _say(200, "x" * 3_000_000),
    }
    return answers.get(kind, b"")


def _say(code: int, body: str = "", kind: str = "text/plain", *more: str) -> bytes:
    lines = [f"HTTP/1.1 {code} .", f"Content-Type: {kind}", *more, "Connection: close"]
    return "\r\n".join([*lines, f"Content-Length: {len(body)}", "", body]).encode()


def main(count: int, folder: Path) -> None:
    """Ask for all feeds twice and print what it took."""
    from briefing.ingest.feed import Feed, fetch_feeds  # noqa: PLC0415 - as a program alone

    server = _Server()
    hosts = [f"127.0.{n // _EACH_NET}.{n % _EACH_NET}:{server.port}" for n in range(1, count + 1)]
    feeds = [Feed(url=f"http://{host}/feed", allow=tuple(hosts)) for host in hosts]
    for _ in range(2):
        server.asked.clear()
        server.unchanged, began = 0, time.perf_counter()
        fetch_feeds(folder, feeds)
        asked = server.asked.items()
        told = {
            "clock": time.perf_counter() - began,
            "requests": sum(times for _, times in asked),
            "unchanged": server.unchanged,
            "twice": sum(times > 1 and number % 100 not in _BAD for (number, _), times in asked),
            "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
        }
        print(json.dumps(told), flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))

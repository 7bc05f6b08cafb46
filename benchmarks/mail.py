"""What does mailing cost? A thousand readers with ten selections, beside a bare smtplib loop that
sends the same bytes.

As a program (`python -m benchmarks.mail WHAT FOLDER PORT`) it is one of the things measured.
"""

import json
import smtplib
import socketserver
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from email import message_from_bytes
from email.policy import default
from itertools import combinations
from pathlib import Path

from benchmarks.desk import desk
from benchmarks.measure import Program, python, run, work
from benchmarks.table import Table, seconds, times, verdict

READERS, SELECTIONS = 1000, 10
_SECTIONS = ("background", "key_actors", "russian_basing", "israeli_presence", "analyst_views")


class _Sink(socketserver.StreamRequestHandler):
    """A mail server that takes everything as fast as it can and keeps nothing."""

    def handle(self) -> None:
        self.wfile.write(b"220 sink\r\n")
        for line in self.rfile:
            verb = line[:4].upper()
            if verb == b"DATA":
                self.wfile.write(b"354 go ahead\r\n")
                for content in self.rfile:
                    if content == b".\r\n":
                        break
            self.wfile.write(b"221 bye\r\n" if verb == b"QUIT" else b"250 ok\r\n")
            if verb == b"QUIT":
                return


@contextmanager
def _sink() -> Iterator[int]:
    """Serve on a port of loopback."""
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), _Sink) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_address[1]
        server.shutdown()


def tables(rounds: int, readers: int = READERS) -> list[Table]:
    """Give the table of sending to `readers`, a tenth of them with each selection."""
    with desk() as folder, _sink() as port:
        _address(folder, port, readers)
        run(python("-m", "briefing", "build", folder=folder))
        run(python("-m", "briefing", "send", "--dry-run", folder=folder))
        ours = python(
            "-m", "benchmarks.mail", "send", str(folder), str(port), before=lambda: _unsent(folder)
        )
        bare = python("-m", "benchmarks.mail", "bare", str(folder), str(port))
        told = _best({"bare": bare, "briefing": ours}, rounds)
    one, other = told["briefing"], told["bare"]
    ratio, work_ratio = one["sending"] / other["sending"], one["processor"] / other["processor"]
    rows = [
        (
            "smtplib, the same bytes from memory",
            seconds(other["sending"]),
            "",
            seconds(other["processor"]),
            "",
            "",
        ),
        (
            "briefing send, the sending",
            seconds(one["sending"]),
            f"{ratio:.2f} ×",
            seconds(one["processor"]),
            f"{work_ratio:.2f} ×",
            verdict(ratio, most=1.3),
        ),
        (
            f"… and its {one['renditions']:.0f} renditions",
            seconds(one["all"]),
            times(one["all"], other["sending"]),
            "",
            "",
            "",
        ),
    ]
    return [
        Table(
            title=f"Mail to {readers:,} readers with {SELECTIONS} selections",
            head=("program", "clock", "beside", "processor", "beside", "aim of the clock"),
            rows=rows,
            notes=(
                f"The best of {rounds} rounds of each.",
                (
                    f"{other['octets'] / 1e6:,.0f} MB in {other['messages']:.0f} messages, "
                    "each with a PDF of its own."
                ),
                (
                    "The sending includes that the disk knows of each message before its "
                    "end (16 are "
                    "announced at a time)."
                ),
            ),
        )
    ]


def _best(programs: Mapping[str, Program], rounds: int) -> dict[str, dict[str, float]]:
    """Run programs turn about and give the least of each figure: what else the machine does only
    ever adds to it.
    """
    told = [work(programs, 1) for _ in range(rounds)]
    return {
        name: {key: min(one[name][key] for one in told) for key in told[0][name]}
        for name in programs
    }


def _address(folder: Path, port: int, readers: int) -> None:
    """Give the desk its readers: ten selections in turn."""
    chosen = [pair for size in (1, 2) for pair in combinations(_SECTIONS, size)][:SELECTIONS]
    rows = [
        f"r{number}@example.org,{' '.join(chosen[number % SELECTIONS])}"
        for number in range(readers)
    ]
    (folder / "readers.csv").write_text("\n".join(["to,sections", *rows]) + "\n", encoding="utf-8")
    mail = (
        "mail:\n  from: desk@example.org\n  after: build\n  recipients_file: readers.csv\n"
        f"  server: {{host: 127.0.0.1, port: {port}, security: none}}\n"
    )
    config = folder / "config.yaml"
    config.write_text(config.read_text(encoding="utf-8") + "\n" + mail, encoding="utf-8")


def _unsent(folder: Path) -> None:
    """Forget who was sent what."""
    for path in [*folder.glob("config.yaml.db*"), folder / "output" / "editions" / "record.jsonl"]:
        path.unlink(missing_ok=True)


def _send(folder: Path) -> dict[str, float]:
    """Send as the program does, and tell what of it was rendering."""
    from briefing.mailing import send as post  # noqa: PLC0415

    rendering = rendering_work = 0.0
    body = post._make_body  # noqa: SLF001 - to part the making of mails from their sending

    def timed(*arguments: object) -> object:
        nonlocal rendering, rendering_work
        began, work_began = time.perf_counter(), time.process_time()
        try:
            return body(*arguments)  # type: ignore[arg-type]
        finally:
            rendering += time.perf_counter() - began
            rendering_work += time.process_time() - work_began

    post._make_body = timed  # type: ignore[assignment]  # noqa: SLF001
    began, work_began = time.perf_counter(), time.process_time()
    report = post.send_due(folder / "config.yaml", post.SendOptions())
    whole, work_done = time.perf_counter() - began, time.process_time() - work_began
    if report.outcome.exit_code:
        raise SystemExit(report.outcome.message)
    return {
        "all": whole,
        "sending": whole - rendering,
        "processor": work_done - rendering_work,
        "renditions": report.renditions,
    }


def _bare(folder: Path, port: int) -> dict[str, float]:
    """Send what the dry run wrote."""
    files = sorted((folder / "output" / "dry-run" / "0001").glob("*.eml"))
    messages = [path.read_bytes() for path in files]
    to = [
        message_from_bytes(content.partition(b"\r\n\r\n")[0], policy=default)["To"]
        for content in messages
    ]
    began, work_began = time.perf_counter(), time.process_time()
    with smtplib.SMTP("127.0.0.1", port, "example.org") as server:
        for recipient, content in zip(to, messages, strict=True):
            server.sendmail("desk@example.org", [str(recipient)], content)
    spent, work_done = time.perf_counter() - began, time.process_time() - work_began
    return {
        "sending": spent,
        "processor": work_done,
        "messages": len(messages),
        "octets": sum(map(len, messages)),
    }


if __name__ == "__main__":
    place, number = Path(sys.argv[2]), int(sys.argv[3])
    print(json.dumps(_send(place) if sys.argv[1] == "send" else _bare(place, number)))

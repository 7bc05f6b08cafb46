"""The channel to a chat room: one request over HTTP to the address that its service gave.

The services are Slack, Teams and Mattermost, or any other that takes JSON. None of them can be
asked later whether it took a posting, and none knows two of one id as one. So what holds for mail
holds here: JSON without its last byte is no JSON, so that a posting can't have been taken before
that byte is handed to the system, and once it is, only the answer can tell. The address is a
secret: whoever has it may post. It comes from the environment or a file, and is never printed.
"""

import http.client
import os
import re
import ssl
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import ClassVar, Literal
from urllib.parse import SplitResult, urlsplit

from briefing.deliver import chat
from briefing.deliver.channel import Posting, SendWhen, When
from briefing.deliver.courier import Commit, CourierAnswer, Fate, Unreached, one_line_answer
from briefing.deliver.deadline import Cuttable, keep_deadline
from briefing.deliver.plan import DeliveryPolicy

_LONGEST = 4  # times the patience for one answer: so long may the whole request take
_ENOUGH = 2000  # octets of an answer that are read
_PARTS = re.compile("[/&=]")
_SECRET = 12  # characters from which a part of an address may be what nobody is to know
_OTHERS = stat.S_IRWXG | stat.S_IRWXO
_LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})
# Not taken for certain, by what RFC 9110 and 6585 say of them: waited too long for the request, too
# many of them, no service. Any other 5xx may have come after the posting was in the room.
_LATER = frozenset({408, 425, 429, 503})
# What the older connectors of Teams say with a 200 where they posted nothing.
_NOT_DELIVERED = "webhook message delivery failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Webhook:
    """A chat room of Slack, Teams or Mattermost, or a program that takes JSON.

    name: What receipts know it by; it stays the same as long as it is the same room.
    url_env: The environment variable that holds the address which the service gave.
    url_file: A file that holds it and that only you can read (mode 0600).
    form: What the JSON is like.
    link: Where readers find the edition; `{edition}` in it becomes its number, as `0003`.
    language: Language of the posting's own words; the brief's where not given.
    after: Post once an analyst has let the edition go, or at once.
    send_when: What is a reason to post: see `mail: groups`.
    unanswered: What to do where nobody knows whether a posting arrived: see `mail`.
    attempts: How often a posting that is put off is tried in all.
    retry_after: Minutes before that; doubled each time.
    timeout: Seconds to wait for an answer.
    ca_file: Certificates to trust instead of the system's, for a server of your own.
    """

    kind: ClassVar[str] = "webhook"

    name: str = "webhook"
    url_env: str = ""
    url_file: str = ""
    form: Literal["slack", "teams", "mattermost", "json"] = "json"
    link: str = ""
    language: Literal["", "ar", "de", "en", "es", "fr", "ru"] = ""
    after: When = "approval"
    send_when: SendWhen = "news"
    unanswered: Literal["leave", "resend"] = "leave"
    attempts: int = 6
    retry_after: int = 15
    timeout: int = 30
    ca_file: str = ""

    def __post_init__(self) -> None:
        """Raise ValueError for what can't serve: no address or two, a link that is none."""
        if bool(self.url_env) == bool(self.url_file):
            message = "'url_env' or 'url_file' says where the address is: give one of them"
            raise ValueError(message)
        if self.link and not self.link.startswith(("https://", "http://")):
            message = f"{self.link!r} is no address (write https://desk.example/{{edition}}/)"
            raise ValueError(message)
        if min(self.attempts, self.retry_after, self.timeout) < 1:
            message = "'attempts', 'retry_after' and 'timeout' are 1 at least"
            raise ValueError(message)

    @property
    def policy(self) -> DeliveryPolicy:
        """As for mail."""
        pause = timedelta(minutes=self.retry_after)
        return DeliveryPolicy(unanswered=self.unanswered, attempts=self.attempts, retry_after=pause)

    def preview(self, posting: Posting) -> tuple[str, bytes]:
        """The JSON."""
        return f"{self.form}.json", self._write(posting)

    @contextmanager
    def __call__(self, base: Path) -> Iterator["OpenRoom"]:
        """Have everything ready that posting takes. Raises Unreached without a usable address."""
        address = self._read_address(base)
        trusted = None
        if address.scheme == "https":
            try:
                trusted = ssl.create_default_context(
                    cafile=str(base / self.ca_file) if self.ca_file else None
                )
            except OSError as error:
                raise _unreached(self.name, f"{self.ca_file!r} can't be read", error) from error
        yield OpenRoom(
            name=self.name,
            address=address,
            trusted=trusted,
            timeout=float(self.timeout),
            write=self._write,
        )

    def _write(self, posting: Posting) -> bytes:
        link = self.link.replace("{edition}", posting.folder_name)
        return chat.write_json(self.form, posting, link)

    def _read_address(self, base: Path) -> SplitResult:
        """Read the address; no message of ours repeats it."""
        if self.url_env:
            text, place = os.environ.get(self.url_env, ""), f"the environment's {self.url_env}"
        else:
            text, place = _read_secret(base / self.url_file, self.name), repr(self.url_file)
        found = _split_address(text.strip())
        if found is None:
            raise _unreached(self.name, f"{place} holds no address")
        if found.scheme != "https" and not (found.scheme == "http" and found.hostname in _LOCAL):
            raise _unreached(self.name, f"{place} holds an address that is not https")
        return found


def _split_address(text: str) -> SplitResult | None:
    """The parts of an address, None where a text is none."""
    if " " in text or not text.isascii() or not text.isprintable():
        return None
    try:
        found = urlsplit(text)
        fit = bool(found.hostname) and (found.port is None or found.port > 0)
    except ValueError:
        return None
    return found if fit else None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenRoom:
    """The open way to one room; a connection is made for each posting."""

    name: str
    address: SplitResult = field(repr=False)
    trusted: ssl.SSLContext | None
    timeout: float
    write: Callable[[Posting], bytes]

    def post(self, posting: Posting, commit: Commit) -> CourierAnswer:
        """Post one edition: see `Poster`."""
        content = self.write(posting)
        connection = self._connect()
        handed = False
        try:
            line = HeldSocket(sock=connection.sock)
            with keep_deadline(line, self.timeout * _LONGEST, http.client.HTTPException):
                assure = commit()
                self._begin(connection, posting, content)
                if assure is not None:
                    assure()
                handed = True
                connection.send(content[-1:])
                return self._read_answer(connection)
        except (OSError, http.client.HTTPException) as error:
            when = "after" if handed else "before"
            words = f"the connection was lost {when} the whole posting was sent: {_reason(error)}"
            return CourierAnswer(fate="ambiguous" if handed else "deferred", words=words)
        finally:
            connection.close()

    def _connect(self) -> http.client.HTTPConnection:
        """Connect and encrypt. Raises Unreached, and then nothing was sent."""
        host, port = self.address.hostname or "", self.address.port
        connection = (
            http.client.HTTPConnection(host, port, timeout=self.timeout)
            if self.trusted is None
            else http.client.HTTPSConnection(host, port, timeout=self.timeout, context=self.trusted)
        )
        try:
            connection.connect()
        except ssl.SSLCertVerificationError as error:
            connection.close()
            words = f"{host} has a certificate that can't be trusted"
            raise _unreached(self.name, words, error) from None
        except (OSError, UnicodeError, http.client.HTTPException) as error:
            connection.close()
            raise _unreached(self.name, f"{host} can't be reached", error) from None
        return connection

    def _begin(
        self, connection: http.client.HTTPConnection, posting: Posting, content: bytes
    ) -> None:
        """Send the request without its last byte."""
        path = self.address.path or "/"
        connection.putrequest(
            "POST", f"{path}?{self.address.query}" if self.address.query else path
        )
        connection.putheader("Content-Type", "application/json; charset=utf-8")
        connection.putheader("Content-Length", str(len(content)))
        connection.putheader("User-Agent", "briefing")
        connection.putheader("Idempotency-Key", posting.id)
        connection.putheader("Connection", "close")
        connection.endheaders()
        connection.send(content[:-1])

    def _read_answer(self, connection: http.client.HTTPConnection) -> CourierAnswer:
        """Read what the service says of a whole posting. Raises as http.client does."""
        answer = connection.getresponse()
        try:
            said = answer.read(_ENOUGH)
        except (OSError, http.client.HTTPException):
            said = b""  # the status is the answer; the rest is for people
        told = self._hide_address(said.decode("utf-8", "replace"))
        words = one_line_answer(f"{answer.status} {told}")
        return CourierAnswer(fate=_judge_answer(answer.status, said), words=words)

    def _hide_address(self, said: str) -> str:
        """What a service says without what it repeats of the address: all of its path or query, or
        a part as long as secrets are.
        """
        path, query = self.address.path.strip("/"), self.address.query
        parts = {part for part in _PARTS.split(f"{path}/{query}") if len(part) >= _SECRET}
        for secret in sorted({path, query, *parts} - {""}, key=len, reverse=True):
            said = said.replace(secret, "…")
        return said


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldSocket:
    """The socket itself: the connection forgets it as soon as an answer begins."""

    sock: Cuttable | None


def _judge_answer(status: int, said: bytes) -> Fate:
    """What a status says became of a whole posting."""
    if 200 <= status < 300:  # noqa: PLR2004 - the classes of RFC 9110 15
        failed = said.decode("utf-8", "replace").strip().lower().startswith(_NOT_DELIVERED)
        return "deferred" if failed else "sent"
    if status in _LATER:
        return "deferred"
    return "refused" if status < 500 else "ambiguous"  # noqa: PLR2004


def _read_secret(path: Path, name: str) -> str:
    try:
        state = path.stat()
        if hasattr(os, "geteuid") and (
            state.st_mode & _OTHERS or state.st_uid not in {os.geteuid(), 0}
        ):
            raise _unreached(name, f"{path.name!r} can be read by others: chmod 600 it")
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeError) as error:
        raise _unreached(name, f"{path.name!r} can't be read", error) from error


def _unreached(name: str, words: str, error: Exception | None = None) -> Unreached:
    reason = f": {_reason(error)}" if error is not None else ""
    return Unreached(f"{name}: {words}{reason}")


def _reason(error: Exception) -> str:
    if isinstance(error, TimeoutError):
        return "no answer in time"
    if isinstance(error, ssl.SSLCertVerificationError):
        return one_line_answer(error.verify_message)
    if isinstance(error, OSError):
        return one_line_answer(error.strerror or str(error)).lower() or type(error).__name__
    return one_line_answer(str(error)) or "the server hung up"

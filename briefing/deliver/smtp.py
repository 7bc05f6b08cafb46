"""The courier to a mail server: one connection for as many messages as the server takes.

As long as the final dot has not been handed to the system, the server can't have taken the message;
once it has, only the answer can tell. RFC 5321 leaves no way to ask later, so a connection lost in
between is the one case in which nobody knows (4.5.4.2, 6.1). So the intent is written before DATA,
and while the message travels the disk has time to take it: only the dot waits for that.
"""

import smtplib
import ssl
import time
from dataclasses import dataclass, field
from types import TracebackType
from typing import Literal, NoReturn, Self

from briefing.deliver.courier import Assure, Commit, CourierAnswer, Unreached, one_line_answer
from briefing.deliver.deadline import keep_deadline
from briefing.deliver.message import Message

_CLOSING, _TAKEN, _GO_AHEAD, _READY = 421, 250, 354, 220
_TOO_LARGE = 552
_PATIENCE = 3  # connections lost one after the other before the server counts as gone
# IPPROTO_TCP, TCP_NODELAY, on: else the dot waits for a delayed acknowledgement, 40 ms on every
# message.
_NO_DELAY = (6, 1, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerLine:
    """How to reach a server. `timeout` is for each answer, `longest` for all of greeting and login,
    and for each message from its sender's name to the last answer; both in seconds. `per_minute` 0
    means no limit.
    """

    host: str
    port: int
    security: Literal["starttls", "tls", "none"]
    hello: str
    user: str = ""
    password: str = field(default="", repr=False)
    ca_file: str = ""
    timeout: float = 60.0
    longest: float = 600.0
    per_minute: int = 0


@dataclass(slots=True, kw_only=True)
class Smtp:
    """A session with a mail server, connected when the first message goes."""

    line: ServerLine
    name: str = "smtp"
    connection: smtplib.SMTP | None = None
    losses: int = 0
    next_at: float = 0.0

    def __enter__(self) -> Self:
        """Begin; the connection waits for the first message."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Take leave of the server."""
        if self.connection is not None:
            try:
                self.connection.quit()
            except OSError:
                self._hang_up()

    def carry(self, message: Message, commit: Commit) -> CourierAnswer:
        """Send one message: see `Courier`."""
        connection = self.connection or self._connect()
        self._pace()
        refusal = _why_unfit(connection, message)
        if refusal:
            return CourierAnswer(fate="refused", words=refusal)
        try:
            with keep_deadline(connection, self.line.longest):
                answer = self._introduce(connection, message)
                if answer is None:
                    answer = self._hand_over(connection, message, commit())
        except OSError as error:  # all that smtplib raises is of these
            return self._lost("deferred", error)
        self.losses = 0 if self.connection is not None else self.losses
        return answer

    def _introduce(self, connection: smtplib.SMTP, message: Message) -> CourierAnswer | None:
        """Name sender and recipient; None where the server takes both."""
        options = [f"size={message.size}"] if connection.has_extn("size") else []
        if message.international:
            options += ["SMTPUTF8", "BODY=8BITMIME"]
        code, said = connection.mail(message.sender, options)
        if code != _TAKEN:
            permanent = _is_final(code) and code != _TOO_LARGE and not message.international
            if permanent:
                self._give_up(
                    f"does not take mail from {message.sender}: {code} {one_line_answer(said)}"
                )
            return self._declined(connection, code, said)
        code, said = connection.rcpt(message.recipient)
        return None if code in {250, 251} else self._declined(connection, code, said)

    def _hand_over(
        self, connection: smtplib.SMTP, message: Message, assure: Assure | None
    ) -> CourierAnswer:
        """Send the content and hear the answer."""
        code, said = connection.docmd("DATA")
        if code != _GO_AHEAD:
            return self._declined(connection, code, said)
        line = connection.sock
        if line is None:
            raise smtplib.SMTPServerDisconnected
        line.sendall(message.wire)
        try:
            if assure is not None:
                assure()
        except BaseException:
            self._hang_up()  # without its dot the server forgets the message
            raise
        line.sendall(b".\r\n")
        try:
            code, said = connection.getreply()
        except OSError as error:
            return self._lost("ambiguous", error)
        if code == -1:
            return self._lost("ambiguous", smtplib.SMTPServerDisconnected("no answer"))
        if 200 <= code < 300:  # noqa: PLR2004 - the classes of RFC 5321 4.2.1
            return CourierAnswer(fate="sent", words=f"{code} {one_line_answer(said)}")
        return self._declined(connection, code, said)

    def _declined(self, connection: smtplib.SMTP, code: int, said: bytes) -> CourierAnswer:
        """Read the server's word on a message that it doesn't take, or not yet has, and make ready
        for the next.
        """
        spoken = f"{code} {one_line_answer(said)}"
        if code == -1:
            raise smtplib.SMTPServerDisconnected
        if code == _CLOSING:
            return self._lost("deferred", spoken)
        try:
            connection.rset()
        except OSError:
            self._hang_up()
        return CourierAnswer(fate="refused" if _is_final(code) else "deferred", words=spoken)

    def _lost(self, fate: Literal["deferred", "ambiguous"], why: OSError | str) -> CourierAnswer:
        """Note that the connection is gone; the next message tries another one."""
        self._hang_up()
        self.losses += 1
        if isinstance(why, str):
            return CourierAnswer(fate=fate, words=why)
        when = (
            "after the whole message was sent"
            if fate == "ambiguous"
            else "before the whole message was sent"
        )
        return CourierAnswer(
            fate=fate, words=f"the connection was lost {when}: {_error_reason(why)}"
        )

    def _connect(self) -> smtplib.SMTP:
        """Connect, encrypt and log in; raise Unreached that says which of them failed."""
        if self.losses >= _PATIENCE:
            self._give_up(f"broke off {_PATIENCE} times running")
        line = self.line
        try:
            return self._opened(line)
        except ssl.SSLCertVerificationError as error:
            self._give_up(
                f"has a certificate that can't be trusted: {one_line_answer(error.verify_message)}"
            )
        except ssl.SSLError as error:
            self._give_up(f"can't agree on encryption: {one_line_answer(str(error))}")
        except smtplib.SMTPAuthenticationError as error:
            self._give_up(
                f"refuses the login of {line.user}: {error.smtp_code} "
                f"{one_line_answer(error.smtp_error)}"
            )
        except smtplib.SMTPNotSupportedError as error:
            self._give_up(f"can't do what is asked: {one_line_answer(str(error))}")
        except smtplib.SMTPResponseException as error:
            self._give_up(f"turns us away: {error.smtp_code} {one_line_answer(error.smtp_error)}")
        except UnicodeError:
            self._give_up("can't be asked with a login or name beyond ASCII")
        except OSError as error:
            self._give_up(f"can't be reached: {_error_reason(error)}")

    def _opened(self, line: ServerLine) -> smtplib.SMTP:
        trusted = ssl.create_default_context(cafile=line.ca_file or None)
        trusted.minimum_version = ssl.TLSVersion.TLSv1_2
        connection = (
            smtplib.SMTP_SSL(local_hostname=line.hello, timeout=line.timeout, context=trusted)
            if line.security == "tls"
            else smtplib.SMTP(local_hostname=line.hello, timeout=line.timeout)
        )
        # `connect` doesn't keep the name to which a certificate is held; only the constructor
        # does, and that reads the greeting before anybody could cut it short.
        connection._host = line.host  # type: ignore[attr-defined] # noqa: SLF001 - see above
        self.connection = connection
        with keep_deadline(connection, line.longest):
            _greet_server(connection, line, trusted)
        return connection

    def _give_up(self, why: str) -> NoReturn:
        self._hang_up()
        message = f"the mail server {self.line.host}:{self.line.port} {why}"
        raise Unreached(message) from None

    def _hang_up(self) -> None:
        if self.connection is not None:
            self.connection.close()
            self.connection = None

    def _pace(self) -> None:
        """Wait until the rate allows another message."""
        if self.line.per_minute:
            time.sleep(max(0.0, self.next_at - time.monotonic()))
            self.next_at = time.monotonic() + 60.0 / self.line.per_minute


def _is_final(code: int) -> bool:
    """Whether an answer refuses for good: trying again would be answered the same."""
    return code >= 500  # noqa: PLR2004 - the classes of RFC 5321 4.2.1


def _greet_server(connection: smtplib.SMTP, line: ServerLine, trusted: ssl.SSLContext) -> None:
    """Connect, encrypt and log in. Raises as smtplib does."""
    code, said = connection.connect(line.host, line.port)
    if code != _READY:
        connection.close()
        raise smtplib.SMTPConnectError(code, said)
    if connection.sock is not None:
        connection.sock.setsockopt(*_NO_DELAY)
    if line.security == "starttls":
        connection.ehlo_or_helo_if_needed()
        connection.starttls(context=trusted)
    connection.ehlo_or_helo_if_needed()
    if line.user:
        connection.login(line.user, line.password)


def _why_unfit(connection: smtplib.SMTP, message: Message) -> str:
    """Say why this server can never take this message, or ''."""
    largest = connection.esmtp_features.get("size", "")
    if largest.isdecimal() and 0 < int(largest) < message.size:
        return (
            f"the message has {message.size:,} octets, the server takes {int(largest):,}: "
            f"attach fewer formats"
        )
    if message.international and not connection.has_extn("smtputf8"):
        return "the server does not take addresses beyond ASCII (SMTPUTF8)"
    return ""


def _error_reason(error: OSError) -> str:
    if isinstance(error, TimeoutError):
        return "no answer in time"
    return one_line_answer(error.strerror or str(error)).lower() or "the server hung up"

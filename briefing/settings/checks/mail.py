"""Checks of `mail`: addresses, groups, readers in the config and in the CSV file, the way out."""

import re
from collections.abc import Callable, Iterator

from briefing.errors import Problem
from briefing.settings import addresses, readers, typed
from briefing.settings.checks import cadence
from briefing.settings.mail import MailCadence, MailGroup, MailSettings, Recipient, ServerSettings
from briefing.settings.readers import ListedReader
from briefing.settings.settings import Settings
from briefing.settings.tree import Steps

_LAST_PORT = 65535
_MOST_ATTEMPTS = 100
_LOOPBACK = ("localhost", "127.0.0.1", "::1")
_LIST_ID = re.compile(r"[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)+\Z")

# Says a mistake of one entry: the steps below it to the value, what is wrong, what to do.
Say = Callable[[Steps, str, str], Problem]


def check_mail(settings: Settings, mail: MailSettings) -> Iterator[Problem]:
    """The problems of `mail`."""
    yield from _check_ways(settings, mail)
    if mail.server is not None:
        yield from _check_server(settings, mail.server)
    if "json" not in {output.kind for output in settings.outputs}:
        advice = "add {kind: json}: it says what a reader was sent before"
        yield settings.tree.problem(
            ("mail",), "mail needs json among the outputs", advice, key=True
        )
    for name, group in mail.groups.items():
        say = _say_in_config(settings, ("mail", "groups", name))
        yield from _check_wishes(settings, group, say)
    found, malformed = readers.list_readers(settings, mail)
    yield from malformed
    for entry in found:
        yield from _check_reader(settings, mail, entry)
    for entry, earlier in readers.find_twice(found):
        place = (
            f"line {earlier.line} of {mail.recipients_file}"
            if earlier.line
            else f"entry {earlier.number + 1}"
        )
        say = _say_of_reader(settings, mail, entry)
        yield say(("to",), f"{entry.recipient.to!r} is listed twice", f"{place} has it already")


def _check_ways(settings: Settings, mail: MailSettings) -> Iterator[Problem]:
    """Check the sender, the way out and what holds for all readers."""
    yield from _check_addresses(settings, mail)
    yield from _check_couriers(settings, mail)
    tree = settings.tree
    if not 1 <= mail.attempts <= _MOST_ATTEMPTS:
        yield tree.problem(
            ("mail", "attempts"), f"{mail.attempts} is not a number of attempts", "1 to 100"
        )
    if mail.retry_after < 0:
        yield tree.problem(("mail", "retry_after"), f"{mail.retry_after} minutes can't be waited")


def _check_addresses(settings: Settings, mail: MailSettings) -> Iterator[Problem]:
    """Check who it is from, where answers go, and how one leaves."""
    tree = settings.tree
    for key, address in (("from", mail.from_), ("reply_to", mail.reply_to)):
        if (address or key == "from") and not addresses.is_address(address):
            yield tree.problem(("mail", key), f"{address!r} is not a mail address")
    if mail.unsubscribe and not addresses.is_leave_link(mail.unsubscribe):
        message = f"{mail.unsubscribe!r} is no address and no https link"
        advice = "readers must be able to leave, and a link must not be open to others"
        yield tree.problem(("mail", "unsubscribe"), message, advice)
    if mail.list_id and not _LIST_ID.match(mail.list_id):
        message = f"{mail.list_id!r} is not a list's identity"
        yield tree.problem(("mail", "list_id"), message, "write name.example.org")


def _check_couriers(settings: Settings, mail: MailSettings) -> Iterator[Problem]:
    """Check that there is one way out, and that a command is a full path."""
    tree = settings.tree
    if mail.server is not None and mail.sendmail:
        message = "a server and a sendmail command"
        yield tree.problem(("mail", "sendmail"), message, "keep one of them", key=True)
    if mail.courier is not None and (mail.server is not None or mail.sendmail):
        message = "a courier and another way out"
        yield tree.problem(("mail", "courier"), message, "keep one of them", key=True)
    if mail.sendmail and not mail.sendmail.startswith("/"):
        message = f"{mail.sendmail!r} is not a full path"
        yield tree.problem(("mail", "sendmail"), message, "write /usr/sbin/sendmail")


def _check_server(settings: Settings, server: ServerSettings) -> Iterator[Problem]:
    tree, steps = settings.tree, ("mail", "server")
    if not _is_host(server.host):
        yield tree.problem((*steps, "host"), f"{server.host!r} is not the name of a server")
    if not 1 <= server.port <= _LAST_PORT:
        yield tree.problem((*steps, "port"), f"{server.port} is not a port", "1 to 65535")
    if server.timeout < 1:
        yield tree.problem((*steps, "timeout"), f"{server.timeout} seconds is no time to answer in")
    if server.per_minute < 0:
        message = f"{server.per_minute} is not a number of messages"
        yield tree.problem((*steps, "per_minute"), message)
    if server.hello and not (server.hello.isascii() and addresses.is_address(f"a@{server.hello}")):
        yield tree.problem((*steps, "hello"), f"{server.hello!r} is not a host's name")
    yield from _check_login(settings, server)


def _is_host(host: str) -> bool:
    """Whether a host may be one: something, without white space and unseen signs."""
    return bool(host) and host.isprintable() and not any(map(str.isspace, host))


def _check_login(settings: Settings, server: ServerSettings) -> Iterator[Problem]:
    """Check that a login is whole, and that no password goes over an open line."""
    tree, steps = settings.tree, ("mail", "server")
    if server.password_env and server.password_file:
        message = "two places for one password"
        yield tree.problem((*steps, "password_file"), message, "keep one of them", key=True)
    if bool(server.user) != bool(server.password_env or server.password_file):
        missing = "password_env or password_file" if server.user else "user"
        yield tree.problem(steps, f"the login lacks {missing}")
    if server.user and server.security == "none" and server.host not in _LOOPBACK:
        message = "a password would go over an open line"
        yield tree.problem((*steps, "security"), message, "use starttls or tls")


def _say_in_config(settings: Settings, steps: Steps) -> Say:
    """How to say a mistake of an entry in the config."""
    return lambda below, message, advice: settings.tree.problem((*steps, *below), message, advice)


def _say_of_reader(settings: Settings, mail: MailSettings, entry: ListedReader) -> Say:
    """How to say a mistake of a reader: in the config, or at its line of the CSV file."""
    if not entry.line:
        return _say_in_config(settings, ("mail", "recipients", entry.number))
    path, line = mail.recipients_file, entry.line
    return lambda _, message, advice: Problem(
        path=path, line=line, column=1, message=message, advice=advice
    )


def _check_reader(settings: Settings, mail: MailSettings, entry: ListedReader) -> Iterator[Problem]:
    recipient, say = entry.recipient, _say_of_reader(settings, mail, entry)
    if not addresses.is_address(recipient.to):
        yield say(("to",), f"{recipient.to!r} is not a mail address", "")
    if recipient.group and recipient.group not in mail.groups:
        advice = (
            typed.suggest_near(recipient.group, mail.groups) or "groups stand under mail: groups"
        )
        yield say(("group",), f"there is no group {recipient.group!r}", advice)
    yield from _check_wishes(settings, recipient, say)


def _check_wishes(settings: Settings, wishes: Recipient | MailGroup, say: Say) -> Iterator[Problem]:
    """Check what a reader or a group of them asks for."""
    slugs = [section.slug for section in settings.sections]
    formats = [output.kind for output in settings.outputs]
    for at, slug in enumerate(wishes.sections):
        if slug not in slugs:
            advice = typed.suggest_near(slug, slugs) or f"sections are {typed.one_of(slugs)}"
            yield say(("sections", at), f"there is no section {slug!r}", advice)
    for at, form in enumerate(wishes.formats):
        if form not in formats:
            advice = typed.suggest_near(form, formats) or f"outputs are {typed.one_of(formats)}"
            yield say(("formats", at), f"{form!r} is not among the outputs", advice)
    if wishes.cadence is not None:
        yield from _check_cadence(wishes.cadence, say)


def _check_cadence(wanted: MailCadence, say: Say) -> Iterator[Problem]:
    for key, message, advice in cadence.cadence_mistakes(wanted):
        yield say(("cadence", key), message, advice)

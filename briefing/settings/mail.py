"""What a config says about mail, as frozen data. A field is a key; its description its line in the
docs.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from briefing.settings.meaning import describe_field

Language = Literal["ar", "de", "en", "es", "fr", "ru"]
SendWhen = Literal["always", "news", "material"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerSettings:
    """The mail server. Its password comes from the environment or a file, never from the config."""

    host: str = field(metadata=describe_field("Its name."))
    port: int = field(default=587, metadata=describe_field("Its port."))
    security: Literal["starttls", "tls", "none"] = field(
        default="starttls", metadata=describe_field("How the line is kept.")
    )
    user: str = field(default="", metadata=describe_field("Login, where it asks for one."))
    password_env: str = field(
        default="", metadata=describe_field("The environment variable that holds the password.")
    )
    password_file: str = field(
        default="",
        metadata=describe_field("A file that holds it and that only you can read (mode 0600)."),
    )
    ca_file: str = field(
        default="",
        metadata=describe_field(
            "Certificates to trust instead of the system's, for a server of your own."
        ),
    )
    timeout: int = field(default=60, metadata=describe_field("Seconds to wait for an answer."))
    per_minute: int = field(
        default=0, metadata=describe_field("At most so many messages a minute; 0 means no limit.")
    )
    hello: str = field(
        default="",
        metadata=describe_field(
            "The name we greet the server with; the sender's domain where not given."
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class MailCadence:
    """How often a reader wants mail: the newest released edition, once in each period."""

    every: Literal["day", "weekday", "week", "month"] = field(
        default="week", metadata=describe_field("How often.")
    )
    at: str = field(
        default="06:00", metadata=describe_field("Not before this time of day, `HH:MM`.")
    )
    on: str = field(
        default="",
        metadata=describe_field(
            "Day of the week (`monday`) or of the month (`1`), where that applies."
        ),
    )
    zone: str = field(default="UTC", metadata=describe_field("Time zone, as IANA names it."))


@dataclass(frozen=True, slots=True, kw_only=True)
class MailGroup:
    """What several readers have in common; what a reader's own entry says wins."""

    sections: tuple[str, ...] = field(
        default=(), metadata=describe_field("Slugs of the sections wanted; none means all.")
    )
    formats: tuple[str, ...] = field(
        default=(), metadata=describe_field("What to attach; none means the PDF.")
    )
    language: Language | None = field(
        default=None,
        metadata=describe_field("Language of the mail's own words; the brief's where not given."),
    )
    send_when: SendWhen | None = field(
        default=None,
        metadata=describe_field(
            "`always`: every released edition; `news`: if there is anything new, changed or "
            "withdrawn for the reader; "
            "`material`: if anything is new, withdrawn, or changed in number, name, date or "
            "polarity."
        ),
    )
    cadence: MailCadence | None = field(
        default=None, metadata=describe_field("Their own cadence; none means every edition.")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """One reader."""

    to: str = field(metadata=describe_field("The address, or `Name <address>`."))
    name: str = field(default="", metadata=describe_field("The reader's name."))
    group: str = field(
        default="",
        metadata=describe_field("The group whose settings apply where the reader has none."),
    )
    sections: tuple[str, ...] = field(
        default=(), metadata=describe_field("Slugs of the sections wanted; none means all.")
    )
    formats: tuple[str, ...] = field(
        default=(), metadata=describe_field("What to attach; none means the PDF.")
    )
    language: Language | None = field(
        default=None, metadata=describe_field("Language of the mail's own words.")
    )
    send_when: SendWhen | None = field(default=None, metadata=describe_field("As for groups."))
    cadence: MailCadence | None = field(
        default=None, metadata=describe_field("The reader's own cadence.")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class MailSettings:
    """Who gets the brief, and how. SMTP can't promise "exactly once"; `unanswered` says what to err
    on.
    """

    from_: str = field(metadata=describe_field("The sender's address."))
    from_name: str = field(
        default="",
        metadata=describe_field("The sender's name; the brief's title where not given."),
    )
    reply_to: str = field(
        default="", metadata=describe_field("Where answers go, if not to the sender.")
    )
    server: ServerSettings | None = field(
        default=None,
        metadata=describe_field(
            "The mail server; none means an outbox (a Maildir) in the output folder."
        ),
    )
    sendmail: str = field(
        default="",
        metadata=describe_field(
            "The path of a sendmail command to use instead of a server: `/usr/sbin/sendmail`."
        ),
    )
    courier: Mapping[str, Any] | None = field(
        default=None,
        metadata=describe_field(
            "A courier to use instead of a server, with its `kind`; see below."
        ),
    )
    recipients: tuple[Recipient, ...] = field(default=(), metadata=describe_field("The readers."))
    recipients_file: str = field(
        default="",
        metadata=describe_field(
            "A CSV file with more of them: a line of headings (`to` and any of `name`, `group`, "
            "`sections`, `formats`, "
            "`language`, `send_when`, `every`, `at`, `on`, `zone`), then one reader a line; lists "
            "part by spaces."
        ),
    )
    groups: Mapping[str, MailGroup] = field(
        default_factory=dict, metadata=describe_field("What groups of readers share.")
    )
    send_when: SendWhen = field(
        default="news",
        metadata=describe_field("When a reader gets mail, unless they or a group say."),
    )
    after: Literal["approval", "build"] = field(
        default="approval",
        metadata=describe_field("Send once an analyst has let the edition go, or at once."),
    )
    unanswered: Literal["leave", "resend"] = field(
        default="leave",
        metadata=describe_field(
            "A connection lost between the message and the server's answer leaves open whether it "
            "arrived. `leave`: "
            "never send that edition to that reader again; `resend`: risk sending it twice."
        ),
    )
    attempts: int = field(
        default=6,
        metadata=describe_field("How often a message that is put off (4xx) is tried in all."),
    )
    retry_after: int = field(
        default=15,
        metadata=describe_field(
            "Minutes before a message that was put off is tried again; doubled each time."
        ),
    )
    unsubscribe: str = field(
        default="",
        metadata=describe_field(
            "Where readers leave: an address or an https link, in which `{address}` becomes the "
            "reader's; the sender's "
            "address where not given."
        ),
    )
    list_id: str = field(
        default="",
        metadata=describe_field(
            "Identity of the list; the brief's slug and the sender's domain if not given."
        ),
    )

"""How a brief is run, as its config says: when, by which workers and editor, who is told of a
failure, whose key signs it, and where the desk listens.
"""

from dataclasses import dataclass, field
from typing import Literal

from briefing.settings.meaning import describe_field


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduleSettings:
    """When `briefing run` is due."""

    every: Literal["hour", "day", "weekday", "week", "month"] = field(
        default="day", metadata=describe_field("How often.")
    )
    at: str = field(default="06:00", metadata=describe_field("Time of day, `HH:MM`."))
    on: str = field(
        default="",
        metadata=describe_field(
            "Day of the week (`monday`) or of the month (`1`), where that applies."
        ),
    )
    zone: str = field(
        default="UTC", metadata=describe_field("Time zone, as IANA names it: `Europe/London`.")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkerSettings:
    """Who reads articles and works out what they tell; it never shows in a brief."""

    kind: Literal["serial", "processes", "dask"] = field(
        default="processes",
        metadata=describe_field(
            "`serial`: this process alone; `processes` of this machine; `dask`: the workers of a "
            "cluster, by the extra `cluster`."
        ),
    )
    jobs: int = field(
        default=0, metadata=describe_field("Processes here; 0 is one for each processor.")
    )
    scheduler: str = field(
        default="",
        metadata=describe_field("Of a cluster, its scheduler's address: `tcp://host:8786`."),
    )
    patience: int = field(
        default=20,
        metadata=describe_field(
            "Seconds without an answer after which a cluster's worker is not used any more."
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class EditorSettings:
    """A model that chooses which statements are told: what every kind of editor has beside its own
    options. It never writes a word; see docs/editor.md.
    """

    kind: str = field(metadata=describe_field("How it is asked; see below."))
    share: float = field(
        default=0.5,
        metadata=describe_field(
            "The part of a section's room that one source may take by the editor's choice, "
            "above 0 and up to 1."
        ),
    )
    requests: int = field(
        default=40, metadata=describe_field("How many requests one build may send at most.")
    )
    tokens: int = field(
        default=200_000,
        metadata=describe_field(
            "How many tokens one build may use at most, as the server counts them; what is sent "
            "is estimated before."
        ),
    )
    minutes: float = field(
        default=10.0,
        metadata=describe_field("How long one build may wait for the editor in all."),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertSettings:
    """Whom a failing `briefing run` tells: once for each cause, until a run succeeds again.

    Where the config can't be read any more, whoever it named when a run could read it last is told.
    """

    command: tuple[str, ...] = field(
        default=(),
        metadata=describe_field(
            "A program and its arguments, run without a shell; the message is its standard input."
        ),
    )
    mail: str = field(
        default="",
        metadata=describe_field("An address that is written to, by the way that `mail` sets."),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureSettings:
    """By whose key editions are signed, and checked; ssh-keygen's own keys and signatures."""

    public_key: str = field(
        metadata=describe_field(
            "The desk's public key, as it stands in the `.pub` file: `ssh-ed25519 AAAA…`."
        )
    )
    key: str = field(
        default="",
        metadata=describe_field(
            "The file with the private key, where editions are signed here: best outside the "
            "project, and only yours to read. The public key's file where an agent holds the "
            "private one."
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskSettings:
    """Where `briefing serve` listens: on this machine alone, unless an address and a password are
    named.
    """

    address: str = field(
        default="127.0.0.1", metadata=describe_field("The address to listen on, as numbers.")
    )
    port: int = field(default=8765, metadata=describe_field("The port; 0 takes any that is free."))
    hosts: tuple[str, ...] = field(
        default=(),
        metadata=describe_field("Names by which browsers reach it: `desk.example`."),
    )
    password_env: str = field(
        default="", metadata=describe_field("The environment variable that holds the password.")
    )

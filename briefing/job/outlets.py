"""What the desk knows of outlets: by the names they go by, and by the hosts of their pages."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from briefing.language import lookalike


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownOutlet:
    """One outlet: its name as the brief writes it, Admiralty letter, the reason, and its hosts."""

    name: str
    aliases: tuple[str, ...] = ()
    reliability: str | None = None
    note: str = ""
    hosts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlets:
    """All outlets that the config names: by folded name or alias, and by host in lower case."""

    by_name: Mapping[str, KnownOutlet] = field(default_factory=dict)
    by_host: Mapping[str, KnownOutlet] = field(default_factory=dict)

    def named(self, name: str) -> KnownOutlet | None:
        """The outlet that goes by this name, however it is spelt."""
        return self.by_name.get(lookalike.spelling_key(name))

    def at(self, host: str) -> KnownOutlet | None:
        """The outlet whose host this is, or is a part of; `host` is in lower case."""
        steps = host.split(".")
        places = (".".join(steps[at:]) for at in range(len(steps)))
        return next((self.by_host[one] for one in places if one in self.by_host), None)


def gather_outlets(known: tuple[KnownOutlet, ...]) -> Outlets:
    """Outlets by name and host; of two that share one, the first that the config names has it."""
    by_name: dict[str, KnownOutlet] = {}
    by_host: dict[str, KnownOutlet] = {}
    for outlet in known:
        for name in (outlet.name, *outlet.aliases):
            by_name.setdefault(lookalike.spelling_key(name), outlet)
        for host in outlet.hosts:
            by_host.setdefault(host.casefold().removeprefix("www.").strip("."), outlet)
    return Outlets(by_name=by_name, by_host=by_host)

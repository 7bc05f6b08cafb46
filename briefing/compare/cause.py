"""Why a statement went, changed, or stands on other sources than before, in words for its reader."""

from collections.abc import Iterable, Mapping

from briefing.compare.told import Account, Quote, Source, Told


def of_withdrawal(gone: Told, old: Account, new: Account) -> str:
    """Say why a statement of the old edition is not in the new one.

    What the sources show, the gravest first; where they still say it, it was outranked.
    """
    names = tuple(dict.fromkeys(quote.source for quote in gone.basis))
    missing = [_name(name, old.sources) for name in names if name not in new.sources]
    if missing:
        return f"source gone: {_listed(missing)}"
    for name in names:
        source = new.sources[name]
        if source.quarantined is not None:
            return f"source can no longer be read: {source.name} ({source.quarantined})"
    for quote in gone.basis:
        source = new.sources[quote.source]
        if source.text is not None and quote.text not in source.text:
            return f"source revised: {source.name} no longer has these words"
    newer = [other.name for quote in gone.basis for other in _newcomers(quote, old, new)]
    if newer:
        return f"superseded by another version: {_listed(newer)}"
    return "outranked by other statements"


def _newcomers(quote: Quote, old: Account, new: Account) -> list[Source]:
    """Give the versions of a quote's source that the old edition did not have and that lack the quote."""
    source = new.sources[quote.source]
    if not source.versioned:
        return []
    return [
        other
        for name, other in new.sources.items()
        if other.family == source.family
        and name not in old.sources
        and quote.text not in (other.text or "")
    ]


def of_change(now: Told, was: Told, old: Account, new: Account) -> str:
    """Say what caused a new wording: a source that came, went or was revised, or only ourselves."""
    before = {quote.source for quote in was.basis}
    basis = tuple(dict.fromkeys(quote.source for quote in now.basis))
    added = [name for name in basis if name not in before]
    fresh = [_name(name, new.sources) for name in added if name not in old.sources]
    if fresh:
        return f"new source: {_listed(fresh)}"
    missing = [_name(name, old.sources) for name in sorted(before) if name not in new.sources]
    if missing:
        return f"source gone: {_listed(missing)}"
    if added:
        return f"now rests on {_listed(_name(name, new.sources) for name in added)}"
    revised = [
        new.sources[name].name
        for name in basis
        if name in old.sources
        and name in new.sources
        and old.sources[name].revision != new.sources[name].revision
    ]
    return f"source revised: {_listed(revised)}" if revised else "reworded"


def of_support(now: Told, was: Told, old: Account, new: Account) -> tuple[str, str, str] | None:
    """Compare the outlets that stand behind a statement: (was, now, cause), None where they are the same."""
    before, after = _outlets(was, old.sources), _outlets(now, new.sources)
    if sorted(before) == sorted(after):
        return None
    gained = [
        _name(name, new.sources) for name in now.sources if _outlet(name, new.sources) not in before
    ]
    lost = [
        _name(name, old.sources) for name in was.sources if _outlet(name, old.sources) not in after
    ]
    causes = [
        f"{word}: {_listed(names)}" for word, names in (("gained", gained), ("lost", lost)) if names
    ]
    return _counted(before), _counted(after), "; ".join(causes)


def _outlets(told: Told, sources: Mapping[str, Source]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_outlet(name, sources) for name in told.sources))


def _outlet(name: str, sources: Mapping[str, Source]) -> str:
    return sources[name].outlet if name in sources else name


def _name(name: str, sources: Mapping[str, Source]) -> str:
    return sources[name].name if name in sources else name


def _counted(outlets: tuple[str, ...]) -> str:
    return f"{len(outlets)} {'outlet' if len(outlets) == 1 else 'outlets'}: {', '.join(outlets)}"


def _listed(names: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(names))

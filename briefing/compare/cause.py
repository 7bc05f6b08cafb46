"""Why a statement went, changed, or stands on other sources than before, in words for its
reader.
"""

from collections.abc import Iterable, Mapping

from briefing.compare.told import Account, ToldQuote, ToldSource, ToldStatement


def of_withdrawal(gone: ToldStatement, old: Account, new: Account) -> str:
    """Say why a statement of the old edition is not in the new one.

    What the sources show, the gravest first; where they still say it, it was outranked.
    """
    names = tuple(dict.fromkeys(quote.source for quote in gone.basis))
    missing = _absent_names(names, old, new)
    if missing:
        return f"source gone: {_list_names(missing)}"
    for name in names:
        source = new.sources[name]
        if source.quarantined is not None:
            return f"source can no longer be read: {source.name} ({source.quarantined})"
    for quote in gone.basis:
        if _lacks_words(new.sources[quote.source], quote.text):
            return f"source revised: {new.sources[quote.source].name} no longer has these words"
    newer = [other.name for quote in gone.basis for other in _newer_versions(quote, old, new)]
    if newer:
        return f"superseded by another version: {_list_names(newer)}"
    return "outranked by other statements"


def _absent_names(names: Iterable[str], here: Account, there: Account) -> list[str]:
    """What those sources are called `here` that are not `there`."""
    return [_source_name(name, here.sources) for name in names if name not in there.sources]


def _lacks_words(source: ToldSource, words: str) -> bool:
    """Whether a source whose text is at hand does not have these words."""
    return source.text is not None and words not in source.text


def _newer_versions(quote: ToldQuote, old: Account, new: Account) -> list[ToldSource]:
    """The versions of a quote's source that the old edition did not have and that lack the
    quote.
    """
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


def of_change(now: ToldStatement, was: ToldStatement, old: Account, new: Account) -> str:
    """Say what caused a new wording: a source that came, went or was revised, the desk, or only
    ourselves.
    """
    before = sorted({quote.source for quote in was.basis})
    basis = tuple(dict.fromkeys(quote.source for quote in now.basis))
    added = [name for name in basis if name not in before]
    fresh = _absent_names(added, new, old)
    if fresh:
        return f"new source: {_list_names(fresh)}"
    missing = _absent_names(before, old, new)
    if missing:
        return f"source gone: {_list_names(missing)}"
    if added:
        return f"now rests on {_list_names(_source_name(name, new.sources) for name in added)}"
    revised = _revised_names(basis, old, new)
    return f"source revised: {_list_names(revised)}" if revised else _own_doing(now, was, old, new)


def _revised_names(basis: Iterable[str], old: Account, new: Account) -> list[str]:
    """What those sources are called whose bytes changed since the old edition."""
    both = [name for name in basis if name in old.sources and name in new.sources]
    return [
        new.sources[name].name
        for name in both
        if old.sources[name].revision != new.sources[name].revision
    ]


def _own_doing(now: ToldStatement, was: ToldStatement, old: Account, new: Account) -> str:
    """Say what of ours put a statement otherwise whose sources are what they were."""
    if now.basis != was.basis:
        return "another stretch of the same source is told"
    if old.names != new.names:
        return "names written otherwise by the desk"
    return "the source's words are as they were: other brackets or cuts"


def of_support(
    now: ToldStatement, was: ToldStatement, old: Account, new: Account
) -> tuple[str, str, str] | None:
    """Compare the outlets that stand behind a statement: (was, now, cause), None where they are the
    same, be they called otherwise by now.
    """
    then = {**old.sources, **{name: new.sources[name] for name in find_renamed(old, new)}}
    before, after = _named_outlets(was, then), _named_outlets(now, new.sources)
    if sorted(before) == sorted(after):
        return None
    gained = [
        _source_name(name, new.sources)
        for name in now.sources
        if _outlet_name(name, new.sources) not in before
    ]
    lost = [
        _source_name(name, old.sources)
        for name in was.sources
        if _outlet_name(name, then) not in after
    ]
    causes = [
        f"{word}: {_list_names(names)}"
        for word, names in (("gained", gained), ("lost", lost))
        if names
    ]
    return _count_outlets(before), _count_outlets(after), "; ".join(causes)


def find_renamed(old: Account, new: Account) -> tuple[str, ...]:
    """The ids of the sources whose outlet is called otherwise though not a byte of them changed:
    the desk's doing.
    """
    return tuple(
        name
        for name, source in old.sources.items()
        if name in new.sources
        and source.outlet != new.sources[name].outlet
        and source.revision == new.sources[name].revision
    )


def _named_outlets(told: ToldStatement, sources: Mapping[str, ToldSource]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_outlet_name(name, sources) for name in told.sources))


def _outlet_name(name: str, sources: Mapping[str, ToldSource]) -> str:
    return sources[name].outlet if name in sources else name


def _source_name(name: str, sources: Mapping[str, ToldSource]) -> str:
    return sources[name].name if name in sources else name


def _count_outlets(outlets: tuple[str, ...]) -> str:
    return f"{len(outlets)} {'outlet' if len(outlets) == 1 else 'outlets'}: {', '.join(outlets)}"


def _list_names(names: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(names))

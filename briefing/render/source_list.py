"""The source list of a page, what reaches it at second hand, and what could not be read."""

from collections.abc import Mapping, Sequence

from briefing.language.phrases import Phrases
from briefing.model import Attribution, Brief, Document, Known, SourceEntry
from briefing.render import references, wording
from briefing.render.plain import clean_line, safe_web_link
from briefing.render.references import References
from briefing.render.view import Fact, SourceView

DIGEST_DIGITS = 12
_FIELDS = ("outlet", "author", "title", "published", "kind")
_KINSHIP = {
    "version": "version_of",
    "syndicated": "syndicated_with",
    "reworded": "reworded_with",
}  # the phrase for each relation of the sources of one family
_SHOWN = 120  # sources up to which those are listed too that are not cited


def view_sources(brief: Brief, words: Phrases) -> tuple[SourceView, ...]:
    """The source list by number, sources that are never cited last, and of those only so
    many.
    """
    families: dict[str, list[int]] = {}
    for entry, _ in _known_sources(brief):
        if entry.family and entry.number:
            families.setdefault(entry.family, []).append(entry.number)
    return tuple(
        _view_source(words, entry, document, families) for entry, document in _shown_sources(brief)
    )


def more_sources(brief: Brief, words: Phrases) -> str:
    """Say how many sources were read and stand in no list that a reader sees; "" for none."""
    count = brief.unlisted + len(_known_sources(brief)) - len(_shown_sources(brief))
    apart = brief.unrelated.count if brief.unrelated else 0
    told = [
        words.say(key, count=number)
        for key, number in (("more_read", count), ("more_apart", apart))
        if number
    ]
    return words.say("more_listed", told=words.list_apart(told)) if told else ""


def _known_sources(brief: Brief) -> list[tuple[SourceEntry, Document]]:
    known = [(entry, entry.document) for entry in brief.sources if entry.document]
    return sorted(known, key=lambda pair: (pair[0].number == 0, pair[0].number, pair[1].locator))


def _shown_sources(brief: Brief) -> list[tuple[SourceEntry, Document]]:
    return [
        pair for place, pair in enumerate(_known_sources(brief)) if pair[0].number or place < _SHOWN
    ]


def _view_source(
    words: Phrases, entry: SourceEntry, document: Document, families: Mapping[str, Sequence[int]]
) -> SourceView:
    kind = wording.capitalise(wording.say_kind(words, document.kind))
    say = words.say
    return SourceView(
        number=entry.number,
        label=str(entry.number) if entry.number else "–",
        anchor=references.source_anchor(entry.number) if entry.number else "",
        outlet=wording.capitalise(wording.say_fact(words, document.outlet, say("outlet_unstated"))),
        author=wording.say_fact(words, document.author, say("byline_none")),
        title=wording.say_fact(words, document.title, say("untitled")),
        date=_say_appearance(words, document),
        kind=say("kind_translated", kind=kind) if document.translated else kind,
        language=wording.say_language(words, document.language),
        reliability=wording.say_grade(words, document.reliability),
        reason=clean_line(document.note or ""),
        caveats=tuple(words.retell(clean_line(caveat)) for caveat in document.caveats),
        relation=_relation_words(words, entry, families),
        path=_shown_path(document),
        url=clean_line(document.url or ""),
        link=safe_web_link(document.url),
        retrieved=wording.say_date(words, document.retrieved),
        digest=document.revision[:DIGEST_DIGITS],
        inferred=clean_line(words.list_apart(_inferred_facts(words, document))),
        cited=entry.cited,
        evidence=f"evidence-{entry.number}" if entry.number else "",
    )


def _say_appearance(words: Phrases, document: Document) -> str:
    """When a document appeared, else what is known of its last change."""
    published, updated = document.published, document.updated
    if published is not None:
        when = wording.capitalise(wording.say_date(words, published.value))
        return words.say("inferred_mark", value=when) if published.basis == "inferred" else when
    if updated is None:
        return wording.capitalise(words.say("undated"))
    when = wording.say_date(words, updated.value)
    return wording.capitalise(words.say("undated_updated", date=when))


def _inferred_facts(words: Phrases, document: Document) -> list[str]:
    """The facts of a document that are inferred, each with what it is inferred from."""
    facts: list[tuple[str, Known | None]] = [(name, getattr(document, name)) for name in _FIELDS]
    return [
        f"{words.say(f'fact_{name}')} ({words.retell(known.note)})"
        for name, known in facts
        if known and known.note and known.basis == "inferred"
    ]


def _shown_path(document: Document) -> str:
    """Where a document lies. What was fetched lies under a name of ours, which tells a reader
    nothing: "" for that.
    """
    if document.url and document.locator == document.url:
        return ""
    return clean_line(document.path or "")


def _relation_words(
    words: Phrases, entry: SourceEntry, families: Mapping[str, Sequence[int]]
) -> str:
    """Say which other sources a source is a version of, or appeared with; "" for none."""
    others = [number for number in families.get(entry.family or "", ()) if number != entry.number]
    key = _KINSHIP.get(entry.relation or "")
    if not others or key is None:
        return ""
    return words.say(key, sources=words.join([str(number) for number in others]))


def second_hand(brief: Brief, names: References) -> str:
    """Say what reaches the brief at second hand: each origin once, the outlets that pass it on, and
    where; "" for none.

    An origin is a medium, office or agency that is reported to have said it: a person or a claim
    stands for itself.
    """
    words = names.words
    found: dict[str, dict[str, dict[str, None]]] = {}  # by origin and outlet, the statements
    spelt: dict[str, str] = {}  # the first spelling of each origin, by its letters alone
    for statement in brief.statements:
        for c in statement.citations:
            listed = words.say("source_numbered", number=names.source(c.document))
            origin, outlet = _passed_on(c.attribution, listed)
            if origin and origin.casefold() != outlet.casefold():
                name = spelt.setdefault(origin.casefold().replace("’", "'"), origin)
                places = found.setdefault(name, {}).setdefault(outlet, {})
                places[names.links[statement.name].label] = None
    told = [
        words.say(
            "passed_on",
            origin=origin,
            outlets=words.join(
                [
                    words.say("passed_on_at", outlet=outlet, places=words.list_all(list(places)))
                    for outlet, places in through.items()
                ]
            ),
        )
        for origin, through in found.items()
    ]
    return words.say("at_second_hand", told=words.list_apart(told)) if told else ""


def _passed_on(said: Attribution, listed: str) -> tuple[str, str]:
    """Who said it, "" where nobody but the outlet did, and which outlet passes it on: `listed`
    where none is stated. Where an article passes another outlet on, that one is the origin.
    """
    if said.relayed_by:
        return clean_line(said.outlet), clean_line(said.relayed_by)
    origin = said.speaker if said.kind == "reported" else ""
    return clean_line(origin), clean_line(said.outlet or listed)


def quarantined_facts(brief: Brief, words: Phrases) -> tuple[Fact, ...]:
    """The sources that could not be read, with the reason."""
    found = [entry.quarantined for entry in brief.sources if entry.quarantined]
    return tuple(
        Fact(label=clean_line(q.path or q.locator), value=words.retell(clean_line(q.reason)))
        for q in found
    )

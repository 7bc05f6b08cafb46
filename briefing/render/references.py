"""Numbers, labels and anchors: what each thing in the brief is called, and what rests on what.

One `References` is made per page, from the brief alone, so that text, annex and back links agree.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from briefing.events.corrections import Correction, find_corrections, is_corrected
from briefing.language import lines
from briefing.language.phrases import Phrases
from briefing.languages import primary_code
from briefing.model import (
    Attribution,
    Brief,
    Citation,
    Document,
    Evidence,
    Known,
    Span,
    Statement,
)
from briefing.render import wording
from briefing.render.plain import clean_line, link_words, safe_web_link
from briefing.render.view import Link, Ref

_UNFIT = re.compile(r"[^A-Za-z0-9_-]+")
_QUOTED, _BRACKET = re.compile(r"“([^“”]+)”"), re.compile(r"\s*\[[^\[\]]*\]")
Use = tuple[Sequence[Citation], Link]


class _Citing(Protocol):
    """Whatever of a brief rests on citations."""

    @property
    def citations(self) -> tuple[Citation, ...]: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class References:
    """Where everything stands: source numbers by document, links by statement id and by key.

    `superseded` are the documents of which a later version is among the sources, `corrections` what
    the outlets of `documents` set right; `older` says of each document that is no news, in months,
    when it appeared, `days` of news the day; `warned` what a reader must know of each. `addresses`
    are the sources' safe ones on the web, "" for none. `told` are the stretches of a passage
    (document, number) that a statement or a line of the timeline tells, with the link to it.
    `words` are the brief's own in the language of the page, `tongues` the languages of documents
    that are in another than the brief's.
    """

    words: Phrases
    tongues: Mapping[str, str]
    numbers: Mapping[str, int]
    outlets: Mapping[str, str]
    links: Mapping[str, Link]
    statements: Mapping[str, Statement]
    passages: Mapping[str, tuple[Span, ...]]
    superseded: frozenset[str] = frozenset()
    corrections: tuple[Correction, ...] = ()
    documents: Mapping[str, Document] = field(default_factory=dict)
    older: Mapping[str, str] = field(default_factory=dict)
    days: Mapping[str, str] = field(default_factory=dict)
    warned: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    told: Mapping[tuple[str, int], Sequence[tuple[Span, Link]]] = field(default_factory=dict)
    addresses: Mapping[str, str] = field(default_factory=dict)

    def refs(self, citations: Sequence[Citation], told: str = "") -> tuple[Ref, ...]:
        """The printed citations, each passage once, in the order in which they are cited.

        `told` is what they stand behind: where it quotes, what supports it without the quoted words
        is marked.
        """
        quoted = [_comparable_words(words) for words in _QUOTED.findall(told)]
        found: dict[tuple[str, int], Ref] = {}
        quotes: dict[tuple[str, int], dict[str, None]] = {}
        for c in citations:
            other = c.role == "supports" and not all(
                words in _comparable_words(c.quote) for words in quoted
            )
            found.setdefault((c.document, c.passage), replace(self._ref(c), cf=other))
            quotes.setdefault((c.document, c.passage), {})[clean_line(c.quote)] = None
        return tuple(replace(ref, quote=" … ".join(quotes[at])) for at, ref in found.items())

    def corrected(self, citation: Citation) -> bool:
        """Whether the outlet of what is cited has set it right."""
        document = self.documents.get(citation.document)
        return is_corrected(document, citation.quote, self.corrections)

    def retold(self, citations: Sequence[Citation]) -> Link | None:
        """The link to what tells all of the same words already: a statement, or a line of the
        timeline.
        """
        found = [self._told(citation) for citation in citations]
        return (
            next((link for link in found[0] if all(link in more for more in found)), None)
            if found
            else None
        )

    def _told(self, citation: Citation) -> list[Link]:
        return [
            link
            for told, link in self.told.get((citation.document, citation.passage), ())
            if 2 * (min(citation.end, told.end) - max(citation.start, told.start))
            > min(citation.end - citation.start, told.end - told.start)
        ]

    def relied(self, statement: Statement) -> tuple[Citation, ...]:
        """What a statement rests on beside its citations: who says it, what a bracket stands
        for. Who speaks in what another outlet says to the same is of no weight here.

        Each is given as a citation of the passage it stands in. Evidence whose passage is not
        known, or whose source is not in the source list, is left out; brief.json has all of it.
        """
        said = [e for c in statement.bases for e in c.attribution.evidence]
        edited = [e for part in statement.parts for edit in part.edits for e in edit.evidence]
        placed = ((e, self._passage(e)) for e in dict.fromkeys((*said, *edited)))
        return tuple(
            Citation(
                document=e.document,
                passage=number,
                start=e.start,
                end=e.end,
                quote=e.quote,
                role="supports",
                attribution=Attribution(),
            )
            for e, number in placed
            if number and self.source(e.document)
        )

    def _passage(self, found: Evidence) -> int:
        """The number of the passage that holds a piece of evidence, 0 where none does."""
        spans = self.passages.get(found.document, ())
        place = bisect_right(spans, found.start, key=lambda span: span.start)
        return place if place and found.end <= spans[place - 1].end else 0

    def link(self, key: str | None) -> Link | None:
        """The link to a statement by its id or key; None where the page has no such
        statement.
        """
        return self.links.get(key) if key else None

    def tongue(self, cited: Sequence[Citation]) -> str:
        """The language of what is cited first where it isn't the brief's, else ""."""
        return self.tongues.get(cited[0].document, "") if cited else ""

    def source(self, document: str) -> int:
        """The number of a source; 0 where the source list has no such document."""
        return self.numbers.get(document, 0)

    def _ref(self, citation: Citation) -> Ref:
        number = self.source(citation.document)
        return Ref(
            source=number,
            passage=citation.passage,
            label=f"{number} ¶{citation.passage}",
            target=passage_anchor(number, citation.passage),
            hint=self.words.say(
                "paragraph", outlet=self._outlet(citation.document), number=citation.passage
            ),
            link=self.lead_to(citation),
        )

    def _outlet(self, document: str) -> str:
        return self.outlets.get(document) or self.words.say("outlet_unstated")

    def lead_to(self, citation: Citation) -> str:
        """The address of the cited words at their source, "" where it has none."""
        return link_words(self.addresses.get(citation.document, ""), clean_line(citation.quote))


def make_references(brief: Brief, documents: Mapping[str, Document], words: Phrases) -> References:
    """Number and name what the page of `brief` will hold, in `words`."""
    placed = list(_place_statements(brief))
    links = {name: link for name, _, link in placed}
    known = {**brief.documents, **documents}
    unstated = words.say("outlet_unstated")
    return References(
        words=words,
        tongues=_foreign_tongues(brief, known),
        numbers={entry.id: entry.number for entry in brief.sources},
        outlets={name: wording.say_fact(words, d.outlet, unstated) for name, d in known.items()},
        links=links,
        statements={name: statement for name, statement, _ in placed},
        passages=_split_passages(known),
        superseded=frozenset(entry.id for entry in brief.sources if entry.superseded),
        corrections=find_corrections(known.values()),
        documents=known,
        warned={name: wording.say_warnings(words, d) for name, d in known.items()},
        told=_told_by_passage(brief, links, words),
        addresses={name: safe_web_link(d.url) for name, d in known.items()},
        older=_say_when(brief, known, words, wording.say_age),
        days=_say_when(brief, known, words, wording.say_day),
    )


def _split_passages(known: Mapping[str, Document]) -> dict[str, tuple[Span, ...]]:
    """The passages of documents whose texts are at hand."""
    return {name: lines.split_lines(one.text) for name, one in known.items() if one.text}


def _place_statements(brief: Brief) -> Iterator[tuple[str, Statement, Link]]:
    """Each statement that a section tells, under its key and its name, and where the page has
    it.
    """
    for number, section in enumerate(brief.sections, 1):
        for place, statement in enumerate(section.statements, 1):
            link = Link(
                label=f"{number}.{place}",
                target=statement_anchor(statement, link=f"{number}-{place}"),
            )
            for name in filter(None, (statement.key, statement.id)):
                yield name, statement, link


def _say_when(
    brief: Brief,
    known: Mapping[str, Document],
    words: Phrases,
    say: Callable[[Phrases, Known | None, str], str],
) -> dict[str, str]:
    """What `say` says of the day on which each document was published; none where it says ""."""
    said = {name: say(words, one.published, brief.as_of) for name, one in known.items()}
    return {name: when for name, when in said.items() if when}


def _foreign_tongues(brief: Brief, known: Mapping[str, Document]) -> dict[str, str]:
    """The language of each document that is not in the brief's."""
    own = primary_code(brief.frame.language)
    return {
        name: clean_line(one.language)
        for name, one in known.items()
        if one.language and primary_code(one.language) != own
    }


def _told_by_passage(
    brief: Brief, links: Mapping[str, Link], words: Phrases
) -> dict[tuple[str, int], list[tuple[Span, Link]]]:
    """What statements and the timeline tell, by passage, statements first."""
    found = [(c, links[s.name]) for s in brief.statements for c in s.bases]
    found += [
        (c, Link(label=words.say("ref_timeline", number=number), target=f"t{number}"))
        for number, event in enumerate(brief.timeline, 1)
        for c in event.citations
    ]
    told: dict[tuple[str, int], list[tuple[Span, Link]]] = {}
    for c, link in found:
        told.setdefault((c.document, c.passage), []).append((Span(start=c.start, end=c.end), link))
    return told


def _comparable_words(words: str) -> str:
    """Words as they compare: brackets, case and the kind of apostrophe aside, white space
    folded.
    """
    return " ".join(_BRACKET.sub("", words).casefold().replace("’", "'").strip(" .,").split())


def find_uses(brief: Brief, links: Mapping[str, Link], words: Phrases) -> Iterator[Use]:
    """Everything on the page that cites something, in reading order, with the link back to
    it.
    """
    yield from _numbered_uses("judgement", ((one,) for one in brief.judgements), words)
    for number, section in enumerate(brief.sections, 1):
        yield from ((one.citations, links[one.name]) for one in section.statements)
        for place, row in enumerate(section.rows, 1):
            label = words.say("ref_row", section=number, number=place)
            yield _gather_citations(row), Link(label=label, target=f"r{number}-{place}")
    if actors_shown(brief):
        yield from _numbered_uses("actor", (one.roles for one in brief.actors), words)
    yield from _numbered_uses("timeline", ((one,) for one in brief.timeline), words)
    yield from _numbered_uses("difference", (one.positions for one in brief.disagreements), words)
    yield from _numbered_uses("place", ((one,) for one in brief.places), words)


def _numbered_uses(kind: str, things: Iterable[Sequence[_Citing]], words: Phrases) -> Iterator[Use]:
    """What the things of one kind cite, each made of one or several that cite."""
    for number, parts in enumerate(things, 1):
        yield _gather_citations(parts), _back_link(words, kind, number)


def _gather_citations(parts: Iterable[_Citing]) -> tuple[Citation, ...]:
    return tuple(citation for part in parts for citation in part.citations)


def _back_link(words: Phrases, kind: str, number: int) -> Link:
    """The link to a numbered thing of the page, whose anchor begins with its kind's letter."""
    return Link(label=words.say(f"ref_{kind}", number=number), target=f"{kind[0]}{number}")


def actors_shown(brief: Brief) -> bool:
    """True unless the sections' own tables tell of them already."""
    told = {cell.text for section in brief.sections for cell in section.cells}
    return not any(actor.name in told for actor in brief.actors)


def passage_anchor(source: int, passage: int) -> str:
    """Name a passage of the annex."""
    return f"e{source}-{passage}"


def source_anchor(source: int) -> str:
    """Name a line of the source list."""
    return f"source-{source}"


def statement_anchor(statement: Statement, link: str) -> str:
    """Name a statement: by its id, which survives regeneration, else by its place."""
    name = _UNFIT.sub("-", statement.id)
    if not name:
        return f"s{link}"
    return name if name.startswith("s") else f"s-{name}"


def source_heading(words: Phrases, number: int, outlet: str, title: str) -> str:
    """Name a source in the annex: "3 The National, untitled"."""
    key = "heading_titled" if title else "heading"
    slots = {"title": title} if title else {}
    return clean_line(words.say(key, number=number, outlet=outlet, **slots))

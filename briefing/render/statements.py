"""A statement as the page shows it: its text, and in the margin who says it, how, and who else."""

from collections.abc import Iterator, Mapping, Sequence

from briefing.language import lookalike
from briefing.language.phrases import Phrases
from briefing.model import Citation, ClauseSupport, Document, Statement, Translation
from briefing.render import plain, wording
from briefing.render.plain import clean_line
from briefing.render.references import References
from briefing.render.view import Shared, StatementView, TranslationView

_CLAUSE_WORDS = 7  # that the margin shows of a clause; more, and its column outgrows the statement
_CLAUSE_ENDS = 3
_CLAIM = "claim"  # the kind of what somebody says
_ROUNDED = "round-bracket"  # the edit that turns a source's own square brackets round


def view_statement(
    statement: Statement,
    names: References,
    documents: Mapping[str, Document],
    introducing: frozenset[str],
) -> StatementView:
    """A statement with all that its margin says; `introducing` are those that name a speaker for
    the first time.
    """
    link = names.links[statement.name]
    whole = statement.whole
    refs = names.refs(whole, statement.text)
    cited = {ref.target for ref in refs}
    main = statement.bases or whole
    known = statement.name not in introducing
    return StatementView(
        id=statement.name,
        anchor=link.target,
        label=link.label,
        text=clean_line(statement.text),
        direction=plain.text_direction(clean_line(statement.text)),
        refs=refs,
        voice=_voice_words(main, names, known=known),
        relied=tuple(ref for ref in names.refs(names.relied(statement)) if ref.target not in cited),
        saying=_saying_words(names.words, main),
        labels=tuple(_statement_labels(statement, main, names, documents)),
        also=_other_outlets(whole, main),
        support=wording.say_support(names.words, statement),
        shared=tuple(_shared_view(one, statement, names) for one in statement.support),
        sources=tuple(dict.fromkeys(names.source(c.document) for c in statement.citations)),
        change=statement.change,
        date=wording.say_date(names.words, statement.date),
        language=names.tongue(main),
        translations=tuple(_view_translation(one, names) for one in statement.translations),
    )


def _statement_labels(
    statement: Statement,
    main: Sequence[Citation],
    names: References,
    documents: Mapping[str, Document],
) -> Iterator[str]:
    """What the margin says of a statement as a whole; `main` is what it rests on."""
    yield from _warning_labels(main, names, documents)
    if not statement.date:
        yield from _day_labels(main, names)
    if any(edit.rule == _ROUNDED for part in statement.parts for edit in part.edits):
        yield names.words.say("source_brackets")
    if statement.pinned:
        yield names.words.say("pinned")
    tongue = names.tongue(main)
    if tongue:
        yield names.words.say("in_language", language=wording.say_language(names.words, tongue))


def _view_translation(one: Translation, names: References) -> TranslationView:
    """A translation with whose it is: the desk's, never ours."""
    key = "translation_whole" if one.whole else "translation"
    text = clean_line(one.text)
    return TranslationView(
        text=text,
        whose=names.words.say(key, by=clean_line(one.by)),
        direction=plain.text_direction(text),
    )


def _voice_words(main: Sequence[Citation], names: References, *, known: bool) -> str:
    """Whose words a statement rests on, one voice after the other."""
    number = names.source(main[0].document) if main else 0
    words = names.words
    voices = dict.fromkeys(
        wording.say_voice(words, c.attribution, number, known=known) for c in _own_voices(main)
    )
    return _chain_words(words, "then_voice", tuple(voices)) or words.say("outlet_unstated")


def _own_voices(main: Sequence[Citation]) -> Iterator[Citation]:
    """The citations that bring in a voice: what somebody says behind another sentence of its
    article who is only called "he" or "she" there is not the outlet's word.
    """
    heard: set[str] = set()
    for citation in main:
        said = citation.attribution
        if said.speaker or said.kind != _CLAIM or citation.document not in heard:
            yield citation
        heard.add(citation.document)


def _saying_words(words: Phrases, main: Sequence[Citation]) -> str:
    """What kind of saying it is, where it is more than a report."""
    kinds = dict.fromkeys(c.attribution.kind for c in main if c.attribution.kind != "reported")
    return _chain_words(words, "then_saying", [words.say(kind) for kind in kinds])


def _chain_words(words: Phrases, key: str, told: Sequence[str]) -> str:
    """Join what is told one after the other by a phrase with two slots; "" for nothing."""
    chain = told[0] if told else ""
    for one in told[1:]:
        chain = words.say(key, first=chain, next=one)
    return chain


def _warning_labels(
    main: Sequence[Citation], names: References, documents: Mapping[str, Document]
) -> tuple[str, ...]:
    """What a reader must know of the articles that a statement rests on, each once."""
    words = names.words
    warned = dict.fromkeys(
        w for c in main for w in wording.say_warnings(words, documents.get(c.document))
    )
    if any(names.corrected(c) for c in main):
        warned[words.say("corrected")] = None
    if any(c.document in names.superseded for c in main):
        warned[words.say("earlier_version")] = None
    aged = (names.older[c.document] for c in main if c.document in names.older)
    return tuple(dict.fromkeys((*warned, *aged)))


def _day_labels(main: Sequence[Citation], names: References) -> tuple[str, ...]:
    """The days on which the articles appeared that a statement without a date rests on, where the
    brief goes on after them.
    """
    return tuple(dict.fromkeys(names.days[c.document] for c in main if c.document in names.days))


def _other_outlets(whole: Sequence[Citation], main: Sequence[Citation]) -> tuple[str, ...]:
    """The outlets behind a whole statement beside the one that it is told by."""
    first = clean_line(main[0].attribution.outlet) if main else ""
    told: dict[str, str] = {}  # by what spellings of one name share
    for outlet in (clean_line(c.attribution.outlet) for c in whole if c.attribution.outlet):
        told.setdefault(lookalike.spelling_key(outlet), outlet)
    told.pop(lookalike.spelling_key(first), None)
    return tuple(told.values())


def _shared_view(one: ClauseSupport, statement: Statement, names: References) -> Shared:
    """Say who else tells a clause, in whose own words."""
    cited = [statement.citations[number] for number in one.citations]
    return Shared(
        words=_shortened_clause(clean_line(one.clause)),
        count=wording.clause_support(names.words, one, [names.source(c.document) for c in cited]),
        refs=names.refs([c for c in cited if c.role == "supports"]),
    )


def _shortened_clause(words: str) -> str:
    """A clause as the margin names it: of a long one the two ends, for the statement beside it
    has it whole.
    """
    told = words.split(" ")
    if len(told) <= _CLAUSE_WORDS:
        return words
    return " ".join((*told[:_CLAUSE_ENDS], "…", *told[-_CLAUSE_ENDS:]))

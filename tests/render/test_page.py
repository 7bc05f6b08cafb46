"""What a template sees: everything named, linked both ways, and unknown where it is not known."""

from dataclasses import fields, is_dataclass, replace

import pytest

from briefing.language.phrases import read_phrases
from briefing.model import (
    Attribution,
    Cell,
    Changed,
    Changes,
    Disagreement,
    Edit,
    Judgement,
    Known,
    Part,
    Position,
    Section,
    Statement,
)
from briefing.render import wording
from briefing.render.page import shorten_title
from briefing.render.page import view_page as make_page
from briefing.render.view import Link, Rich

ENGLISH = read_phrases("en")


def strings(thing: object):
    """Every string in a page, the two kinds of markup of our own aside."""
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, tuple):
        for item in thing:
            yield from strings(item)
    elif is_dataclass(thing) and not isinstance(thing, Rich):
        for field in fields(thing):
            if field.name != "svg":
                yield from strings(getattr(thing, field.name))


def every(thing: object, kind: type):
    if isinstance(thing, kind):
        yield thing
    if isinstance(thing, tuple):
        for item in thing:
            yield from every(item, kind)
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from every(getattr(thing, field.name), kind)


def anchors(page) -> set[str]:
    found = {item.anchor for section in page.sections for item in section.lines}
    found |= {j.anchor for j in page.judgements} | {d.anchor for d in page.differences}
    tables = [page.actors, page.timeline, page.places, *(s.table for s in page.sections)]
    return found | {row.anchor for table in tables if table for row in table.rows}


def test_no_type_of_the_domain_leaks(page) -> None:
    outside = {type(thing).__module__ for thing in every(page, object)}
    assert outside <= {"briefing.render.view", "builtins"}


def test_every_string_is_one_clean_line(page) -> None:
    for text in strings(page):
        assert "\n" not in text
        assert "\t" not in text


def test_every_citation_leads_to_a_passage_and_every_passage_back(page) -> None:
    passages = {passage.anchor: passage for source in page.evidence for passage in source.passages}
    refs = [ref for section in page.sections for line in section.lines for ref in line.refs]
    assert len(refs) > 30
    assert {ref.target for ref in refs} <= set(passages)
    known = anchors(page)
    for passage in passages.values():
        assert passage.backs
        assert {back.target for back in passage.backs} <= known
    for section in page.sections:
        for line in section.lines:
            for ref in line.refs:
                assert Link(label=line.label, target=line.anchor) in passages[ref.target].backs


def test_a_passage_shows_its_whole_line_with_the_quoted_words_marked(
    page, brief, documents
) -> None:
    citation = brief.sections[2].statements[2].citations[0]
    text = documents[citation.document].text
    number = next(e.number for e in brief.sources if e.id == citation.document)
    passage = next(
        p
        for source in page.evidence
        for p in source.passages
        if p.anchor == f"e{number}-{citation.passage}"
    )
    start = text.rfind("\n", 0, citation.start) + 1
    assert passage.text == text[start : text.find("\n", citation.end)].strip()
    assert citation.quote in [segment.text for segment in passage.segments if segment.quoted]


def test_who_speaks_is_shown_where_the_article_says_so(page, brief) -> None:
    """The statement cites one passage; the speaker's name and role stand in another."""
    lines = {line.label: line for section in page.sections for line in section.lines}
    passages = {passage.anchor: passage for source in page.evidence for passage in source.passages}
    named = [line for line in lines.values() if line.relied]
    assert named
    spoken = {
        e.quote
        for s in brief.sections
        for t in s.statements
        for c in t.citations
        for e in c.attribution.evidence
    }
    for line in named:
        assert not set(line.relied) & set(line.refs)
        for ref in line.relied:
            shown = passages[ref.target]
            assert any(words in shown.text for words in spoken)
            assert Link(label=line.label, target=line.anchor) in shown.backs


def test_quoted_words_win_over_words_relied_on(page) -> None:
    for source in page.evidence:
        for passage in source.passages:
            assert not any(segment.quoted and segment.relied for segment in passage.segments)
            assert "".join(segment.text for segment in passage.segments).strip() == passage.text


def test_without_the_sources_texts_the_quotes_still_stand(brief) -> None:
    empty = {e.id: replace(e.document, text="") for e in brief.sources if e.document}
    page = make_page(brief, empty)
    quoted = [s for source in page.evidence for p in source.passages for s in p.segments]
    assert quoted
    assert all(segment.quoted for segment in quoted)


def test_a_long_passage_is_shown_round_its_quote(brief, documents) -> None:
    statement = brief.sections[0].statements[0]
    citation = statement.citations[0]
    padding = "x" * 5000
    document = documents[citation.document]
    longer = replace(
        document,
        text=document.text[: citation.start]
        + padding
        + citation.quote
        + padding
        + document.text[citation.end :],
    )
    moved = replace(citation, start=citation.start + 5000, end=citation.end + 5000)
    section = replace(brief.sections[0], statements=(replace(statement, citations=(moved,)),))
    alone = replace(
        brief,
        sections=(section,),
        disagreements=(),
        timeline=(),
        places=(),
        judgements=(),
        actors=(),
    )
    page = make_page(alone, {**documents, document.id: longer})
    passage = next(
        p
        for s in page.evidence
        for p in s.passages
        if any(x.quoted and x.text == citation.quote for x in p.segments)
    )
    assert passage.text.startswith("…")
    assert passage.text.endswith("…")
    assert len(passage.text) < 1000


def test_the_source_list_says_what_is_not_known(page) -> None:
    first, second, third, fourth, fifth = page.sources
    assert (first.outlet, first.author, first.title) == (
        "Outlet not stated",
        "no byline",
        "untitled",
    )
    assert first.date.endswith("(inferred)")
    assert first.retrieved == ""  # then nothing is said of it
    assert second.kind.startswith("Opinion")
    assert "cannot be judged" in second.reliability
    assert second.caveats
    assert third.relation == "version of the same article as 4; counts once"
    assert fourth.relation == "version of the same article as 3; counts once"
    assert fourth.date == "18 November 2025"
    assert len(fifth.digest) == 12
    assert [fact.value for fact in page.quarantined] == ["it is not text"]


def test_only_what_the_config_says_stands_under_the_title(brief, documents) -> None:
    nobody = replace(brief.frame, audience="", contact="Desk", next_edition="")
    page = make_page(replace(brief, as_of="", frame=nobody), documents)
    assert [(fact.label, fact.value) for fact in page.facts] == [
        ("Information cut-off", "not stated"),
        ("Contact", "Desk"),
    ]


def test_what_the_brief_rests_on_is_said(page, brief, documents) -> None:
    assert (
        page.basis
        == "5 articles from 3 named outlets and 1 whose outlet is not known; no other source is "
        "used."
    )
    unstated = tuple(
        replace(e, document=replace(e.document, outlet=None)) for e in brief.sources if e.document
    )
    nameless = make_page(replace(brief, sources=unstated), documents)
    assert (
        nameless.basis == "5 articles; of none is the outlet known (not stated, or not recognised)."
    )
    assert make_page(replace(brief, sources=()), documents).basis == "No article is cited."


def test_what_lies_far_apart_in_one_passage_is_shown_by_its_ends(brief, documents) -> None:
    first, second = (s.citations[0] for s in brief.sections[0].statements[:2])
    text = "One." + " filler" * 2000 + " Two."
    document = replace(documents[first.document], text=text)
    near = replace(first, document=document.id, passage=1, start=0, end=4, quote="One.")
    far = replace(
        second, document=document.id, passage=1, start=len(text) - 4, end=len(text), quote="Two."
    )
    told = [
        replace(s, citations=(c,))
        for s, c in zip(brief.sections[0].statements, (near, far), strict=False)
    ]
    section = replace(brief.sections[0], statements=tuple(told))
    alone = replace(
        brief,
        sections=(section,),
        disagreements=(),
        timeline=(),
        places=(),
        judgements=(),
        actors=(),
    )
    ((passage,),) = (
        source.passages for source in make_page(alone, {document.id: document}).evidence
    )
    assert [segment.text for segment in passage.segments if segment.quoted] == ["One.", "Two."]
    assert len(passage.text) < 600
    assert "…" in passage.text


def test_an_unsafe_address_is_no_link(brief, documents) -> None:
    entry = next(e for e in brief.sources if e.document)
    bad = replace(entry, document=replace(entry.document, url="javascript:alert(1)"))
    page = make_page(replace(brief, sources=(bad,)), documents)
    assert page.sources[0].link == ""
    assert page.sources[0].url == "javascript:alert(1)"


def test_outlets_are_counted_not_documents(page) -> None:
    lines = {line.label: line for section in page.sections for line in section.lines}
    assert lines["1.4"].support.words == "single outlet"
    assert len(lines["1.4"].refs) == 2
    shared = [line for line in lines.values() if line.support.outlets == 2]
    assert shared
    assert all(line.support.mark == "●●" and not line.support.single for line in shared)


@pytest.mark.parametrize(
    ("outlets", "origins", "words", "single"),
    [
        ((), (), "single source", True),
        (("A",), ("A",), "single outlet", True),
        (("A", "B"), ("A", "B"), "2 outlets", False),
        (("A", "B"), ("SANA",), "2 outlets, 1 origin", True),
        (("A", "B", "C"), ("A", "SANA"), "3 outlets, 2 origins", False),
    ],
)
def test_support_in_words(outlets, origins, words, single) -> None:
    support = wording.say_support(
        ENGLISH,
        Statement(key="k", text="", parts=(), citations=(), outlets=outlets, origins=origins),
    )
    assert (support.words, support.single) == (words, single)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (Attribution(outlet="O"), "O"),
        (Attribution(speaker="S", role="a role", outlet="O"), "S, a role, in O"),
        (Attribution(speaker="S", role="of B", body="B", outlet="O"), "S, of B, in O"),
        (Attribution(speaker="S", relayed_by="K", outlet="O"), "S, in O, via K"),
        (Attribution(relayed_by="K", outlet="O"), "O, via K"),
        (Attribution(speaker="O", role="a daily", relayed_by="K", outlet="O"), "O, a daily, via K"),
        (Attribution(speaker="Teyn Times", outlet="The Teyn Times"), "Teyn Times"),
        (Attribution(), "source 7, outlet not stated"),
        (Attribution(speaker="S"), "S, in source 7, outlet not stated"),
    ],
)
def test_attribution_in_words(said, words) -> None:
    assert wording.say_voice(ENGLISH, said, 7) == words


def test_likelihood_and_confidence_stand_apart_and_the_scale_is_named(page) -> None:
    assert "ICD 203" in page.scale
    assert "likely 55–80 %" in page.scale
    for judgement in page.judgements:
        assert judgement.confidence not in judgement.text.text
        assert judgement.refs


def test_the_analysts_markdown_is_rendered_and_sanitised(brief, documents) -> None:
    text = (
        "We **judge** [x](javascript:alert(1)) <script>alert(1)</script><img src=x onerror=y> "
        "[y](https://example.org)"
    )
    judged = Judgement(
        text=text, likelihood="likely", confidence="low", reason="", scale="PHIA", citations=()
    )
    rich = make_page(replace(brief, judgements=(judged,)), documents).judgements[0].text
    assert "<strong>judge</strong>" in rich.html
    assert 'href="https://example.org"' in rich.html
    assert not any(bad in rich.html for bad in ("script", "onerror", "<img", "alert(1)</"))
    assert "<" not in rich.text


def test_a_later_edition_says_what_changed(brief, documents) -> None:
    ids = [s.id for section in brief.sections for s in section.statements]
    changes = Changes(
        previous=3,
        new=(ids[0],),
        changed=(Changed(id=ids[1], was="before", now="after", cause="source 2 changed"),),
        withdrawn=(Changed(id="s-gone", was="it was so", now="", cause="source 4 went"),),
    )
    news = make_page(replace(brief, changes=changes), documents).news
    assert news.summary == "Since brief 3: 1 new, 1 changed and 1 withdrawn."
    assert [link.label for link in news.fresh] == ["1.1"]
    assert [change.link is None for change in news.changes] == [False, True]


def test_a_section_tells_of_the_actors_in_its_own_rows(brief, documents) -> None:
    statement = brief.sections[0].statements[0]
    row = (
        Cell(text=brief.actors[0].name, citations=statement.citations),
        Cell(text="", statement=statement.key),
    )
    people = Section(
        slug="people", title="People", kind="actors", columns=("Name", "Said"), rows=(row,)
    )
    told = replace(brief, sections=(brief.sections[0], people), actors=brief.actors[:1])
    page = make_page(told, documents)
    assert page.actors is None
    (shown,) = page.sections[1].table.rows
    assert [cell.text for cell in shown.cells] == [brief.actors[0].name, statement.text]
    assert shown.cells[1].link == Link(label="1.1", target=page.sections[0].lines[0].anchor)
    assert shown.cells[1].refs == shown.cells[0].refs
    assert {back.target for s in page.evidence for p in s.passages for back in p.backs} >= {"r2-1"}


def test_actors_stand_apart_where_no_section_holds_them(brief, documents) -> None:
    page = make_page(replace(brief, sections=brief.sections[:1]), documents)
    assert page.actors is not None
    assert len(page.actors.rows) == len(brief.actors)


def test_an_empty_section_says_so(brief, documents) -> None:
    page = make_page(
        replace(brief, sections=(Section(slug="a", title="A", kind="digest"),), actors=()),
        documents,
    )
    assert page.sections[0].empty
    assert page.sections[0].health == ""


@pytest.mark.parametrize(("number", "name"), [(0, "Trial, not an edition"), (7, "Brief 7")])
def test_a_trial_is_no_edition(brief, documents, number, name) -> None:
    made = replace(brief, edition=replace(brief.edition, number=number))
    assert make_page(made, documents).edition == name


def test_a_bottom_line_names_statements_by_id_or_key(brief, documents) -> None:
    first, second = brief.sections[0].statements[:2]
    page = make_page(replace(brief, bottom_line=(first.id, second.key, "gone")), documents)
    assert [line.text for line in page.bottom_line] == [first.text, second.text]


@pytest.mark.parametrize(
    ("title", "short"),
    [("Short", "Short"), ("word " * 40, "word word"), ("x" * 300, "x" * 60 + "…")],
)
def test_a_long_title_is_shortened_at_a_word(title, short) -> None:
    got = shorten_title(title.strip())
    assert len(got) <= 61
    assert got.startswith(short[:9])
    assert got == title or got.endswith("…")


@pytest.mark.parametrize(
    ("oldest", "newest", "words"),
    [
        ("2025-08", "2025-11-18", "August 2025 – 18 November 2025"),
        ("2025-11-17/2025-11-24", "2025-11-18", "17–18 November 2025"),
        ("2025-11-18", "2025-11-18", "18 November 2025"),
        ("2025-11-17/2025-11-24", "2025-11-17/2025-11-24", "17–24 November 2025"),
        ("../2025", "2025-11", "November 2025"),
    ],
)
def test_a_period_is_said_once(oldest, newest, words) -> None:
    assert wording.say_period(ENGLISH, oldest, newest) == words


def test_support_in_other_words_than_the_quoted_ones_is_marked(brief, documents) -> None:
    section = brief.sections[0]
    quoted = next(s for s in brief.sections[2].statements if len(s.citations) > 1)
    first, second = quoted.citations
    words = first.quote.split()
    told = replace(
        quoted,
        text=f"They said “{' '.join(words[2:6])} [of late]” was so.",
        citations=(first, second),
    )
    same = replace(
        told,
        citations=(
            first,
            replace(second, quote=f"So “{' '.join(words[2:6]).upper()}”, they said."),
        ),
    )
    for statement, other in ((told, True), (same, False)):
        page = make_page(
            replace(brief, sections=(replace(section, statements=(statement,)),)), documents
        )
        assert [ref.cf for ref in page.sections[0].lines[0].refs] == [False, other]


def test_a_side_says_how_old_it_is_what_it_is_and_where_it_is_told_already(
    brief, documents
) -> None:
    told = brief.sections[2].statements[0].citations[0]
    opinion = brief.disagreements[2].positions[1].citations[0]
    sides = tuple(Position(text="T", statement=None, citations=(c,)) for c in (told, opinion))
    page = make_page(
        replace(brief, disagreements=(Disagreement(topic="D", positions=sides),)), documents
    )
    first, second = page.differences[0].sides
    assert first.link == Link(label="3.1", target=page.sections[2].lines[0].anchor)
    assert second.link is None
    assert second.voice.endswith("(opinion piece, translated)")
    old = next(
        s for s in brief.sections[2].statements if s.citations[0].document == "d-003"
    ).citations[0]
    sides = (Position(text="T", statement=None, citations=(old,)),)
    page = make_page(
        replace(brief, disagreements=(Disagreement(topic="D", positions=sides),)), documents
    )
    assert page.differences[0].sides[0].voice.endswith("(August 2025)")


def test_what_comes_at_second_hand_is_one_origin(brief, documents) -> None:
    section = brief.sections[2]
    kept = section.statements[:3]
    names = ("An Agency’s desk", "An agency's desk", "a person")
    kinds = ("reported", "reported", "claim")
    statements = tuple(
        replace(
            one,
            citations=(
                replace(
                    one.citations[0],
                    attribution=Attribution(speaker=name, outlet=outlet, kind=kind),
                ),
            ),
        )
        for one, name, kind, outlet in zip(
            kept, names, kinds, ("First", "Second", "First"), strict=True
        )
    )
    page = make_page(replace(brief, sections=(replace(section, statements=statements),)), documents)
    assert page.second_hand == (
        "At second hand: An Agency’s desk through First (1.1) and Second (1.2). None counts as an "
        "outlet of its own."
    )
    assert make_page(replace(brief, sections=()), documents).second_hand == ""


@pytest.mark.parametrize(("rule", "said"), [("round-bracket", True), ("antecedent", False)])
def test_square_brackets_of_the_source_are_told_from_the_briefs_own(
    brief, documents, rule, said
) -> None:
    section = brief.sections[0]
    one = section.statements[0]
    edits = (Edit(op="mark", start=3, end=3, text="(", rule=rule),)
    turned = replace(one, parts=(Part(citation=0, edits=edits),))
    page = make_page(replace(brief, sections=(replace(section, statements=(turned,)),)), documents)
    labels = page.sections[0].lines[0].labels
    assert ("square brackets of the source shown round" in labels) is said


def test_new_statements_in_a_row_are_named_as_one(brief, documents) -> None:
    ids = tuple(s.id for s in brief.sections[0].statements)
    news = make_page(
        replace(brief, changes=Changes(previous=1, new=(*ids[:4], ids[5]))), documents
    ).news
    assert [link.label for link in news.fresh] == ["1.1–1.4", "1.6"]


@pytest.mark.parametrize(
    ("published", "said"),
    [
        ("2025-11-04", "4 November 2025"),
        ("2025-11-05", ""),  # fresh: the day before the last
        ("2025-11-06", ""),
        ("2025-10-07", "7 October 2025"),
        ("2025-10-06", ""),  # no news any more: told by its month
        ("2025-11", ""),  # no single day
        ("2025-11-02/2025-11-03", ""),
        ("someday", ""),
    ],
)
def test_the_day_of_news_is_said_where_the_brief_goes_on_after_it(published, said):
    known = Known(value=published, basis="stated")
    assert wording.say_day(ENGLISH, known, "2025-11-06") == said


def test_a_statement_with_a_date_needs_no_day_of_its_article(brief, documents):
    later = replace(brief, as_of="2025-11-24")
    told = days_told(later, documents)
    assert told == {"18 November 2025"}
    dated = tuple(
        replace(one, statements=tuple(replace(s, date="2025-11-04") for s in one.statements))
        for one in brief.sections
    )
    assert not told & days_told(replace(later, sections=dated), documents)


def days_told(brief, documents):
    lines = (one for section in make_page(brief, documents).sections for one in section.lines)
    return {label for one in lines for label in one.labels if label.endswith("November 2025")}

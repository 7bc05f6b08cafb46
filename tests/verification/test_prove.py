"""The proof, part by part, on briefs made by hand."""

from dataclasses import replace

import pytest

from briefing import split
from briefing.compose.derive import derive_brief
from briefing.languages.en import reading
from briefing.model import (
    Attribution,
    Brief,
    Cell,
    Changed,
    Edition,
    Event,
    Frame,
    Rendition,
    Section,
    SourceEntry,
)
from briefing.offer.candidates import offer_candidates
from briefing.registry.rules import find_rules
from briefing.verification.proof import find_failures
from briefing.verification.prove import prove_brief
from briefing.verification.quotes import ProofFailure, all_quotes
from briefing.walk.notebook import Notebook
from tests.compose.making import document

TEXT = """\
The chair and the quay

Ines Dorrat, the chair of the river board, opened the lower quay of Vellin at noon. However, she did not thank the crew.

The dredger Marrow left the harbour of Vellin on 3 March 2025 with a crew of fourteen sailors. He was late.
"""
DENIAL = "The crew denied that the chair opened the lower quay of Vellin at noon."
SAID = Attribution(speaker="Ines Dorrat")


@pytest.fixture
def article():
    """An article as read, the last sentence of which can't stand alone."""
    one = document("d1", "Vellin Gazette", text=TEXT)
    return reading.read_language(one, split.split_passages(one), ())


def brief_of(article, *statements, **more):
    """Make a brief that tells statements in one section."""
    entry = SourceEntry(
        id="d1",
        number=1,
        document=article.document,
        quarantined=None,
        family="f1",
        relation=None,
        cited=0,
    )
    section = Section(slug="s", title="S", kind="digest", statements=statements)
    parts = {"bottom_line": (), "sections": (section,), **more}
    return Brief(frame=Frame(title="T", slug="t"), as_of="", window="", sources=(entry,), **parts)


def told(article):
    """Give the article's statements."""
    return [one.statement for one in offer_candidates(article, lambda _passage: ())]


def faults(article, *statements, **more):
    """Give what the proof finds wrong, in words."""
    found = prove_brief(
        brief_of(article, *statements, **more), {"d1": article}, lambda brief: brief
    )
    return [one.what for one in found]


def change(statement, **more):
    """Change the one citation of a statement."""
    return replace(statement, citations=(replace(statement.citations[0], **more),))


def test_every_statement_that_the_article_makes_is_proved(article):
    assert len(told(article)) >= 2
    for statement in told(article):
        assert faults(article, statement) == []


def test_what_is_proved_once_is_asked_again_of_other_words(article):
    one, notebook = told(article)[0], Notebook()

    def ask(statement, known):
        brief = brief_of(known, statement)
        return [f.what for f in prove_brief(brief, {"d1": known}, lambda b: b, notebook)]

    assert ask(one, article) == ask(one, article) == []
    (noted,) = notebook.now
    assert noted[1] == one.key
    forged = replace(one, citations=(replace(one.citations[0], attribution=SAID),))
    assert ask(forged, article) == ["its attribution is not the one that the article gives"]
    behind = replace(article.document, text=f"{TEXT}\n{DENIAL}\n")
    taken_back = reading.read_language(behind, split.split_passages(behind), ())
    assert ask(one, taken_back) == faults(taken_back, one)
    assert ask(one, article) == []


def test_an_item_of_a_list_is_proved_with_what_introduces_it_only(article):
    text = (
        f"{TEXT}\nThe river board pays for two works:\n\n- a new crane;\n- a light at the quay.\n"
    )
    one = replace(article.document, text=text)
    listed = reading.read_language(one, split.split_passages(one), ())
    statement = told(listed)[-1]
    assert statement.text == "The river board pays for two works: a light at the quay."
    assert faults(listed, statement) == []
    alone = [
        replace(statement, text=text, parts=(replace(part, citation=0),), citations=(citation,))
        for text, part, citation in zip(
            ("The river board pays for two works:", "a light at the quay."),
            statement.parts,
            statement.citations,
            strict=True,
        )
    ]
    line, item = (faults(listed, one) for one in alone)
    assert "it can't stand alone" in item
    assert "it leaves out a denial that stands behind it" in line


def test_a_failure_says_where_and_what():
    assert str(ProofFailure(where="works/s-1", what="is untrue")) == "works/s-1: is untrue"


def test_the_form_of_a_statement_is_checked(article):
    one = next(s for s in told(article) if len(s.parts) == 1)
    assert faults(article, replace(one, parts=())) == ["has no basis"]
    assert faults(article, replace(one, citations=())) == ["has no basis"]
    assert faults(article, replace(one, proof="checked")) == [
        "says 'checked', and nothing checked it"
    ]
    assert faults(article, replace(one, parts=one.parts * 2)) == [
        "its parts and its bases are not the same"
    ]
    assert faults(article, change(one, role="supports")) == [
        "its bases are not what its parts are made of"
    ]
    twice = replace(one, citations=(*one.citations, replace(one.citations[0], role="supports")))
    assert faults(article, twice) == ["an article supports it twice"]
    assert faults(article, one, one) == ["is told twice"]


def test_quotes_must_stand_where_they_are_said_to(article):
    one = told(article)[-1]
    start, end = one.citations[0].start + 1, one.citations[0].end + 1
    assert any(
        "does not read" in what for what in faults(article, change(one, start=start, end=end))
    )
    assert any("lies outside the text" in what for what in faults(article, change(one, end=99_999)))
    assert any("does not hold" in what for what in faults(article, change(one, passage=1)))
    assert any(
        "its text is not at hand" in what for what in faults(article, change(one, document="d9"))
    )


def test_what_names_a_statement_names_one_that_is_told(article):
    event = Event(date="soon", text="", statement="s-9", citations=())
    section = Section(slug="s", title="S", kind="table", rows=((Cell(text="", statement="s-9"),),))
    assert faults(article, bottom_line=("s-9",)) == ["s-9 is not told in any section"]
    found = prove_brief(brief_of(article, timeline=(event,)), {"d1": article}, lambda brief: brief)
    assert [str(one) for one in found] == [
        "timeline: s-9 is not told in any section",
        "timeline: 'soon' is no date",
    ]
    assert faults(article, sections=(section,)) == ["a row names s-9, which is not told"]


def test_counts_are_recomputed(article):
    found = prove_brief(
        brief_of(article), {"d1": article}, lambda brief: replace(brief, as_of="2025")
    )
    assert [one.where for one in found] == ["counts"]


def test_every_quote_anywhere_is_found(article):
    one = told(article)[0]
    cell = Cell(text="x", citations=one.citations)
    brief = brief_of(article, sections=(Section(slug="s", title="S", kind="t", rows=((cell,),)),))
    assert one.citations[0] in list(all_quotes(brief))
    assert list(all_quotes(brief_of(article))) == []


def news(article, brief, **changes):
    """What is wrong with what a brief says is new or changed."""
    rules = find_rules(brief, {})
    made = derive_brief(replace(brief, changes=replace(brief.changes, **changes)), rules)
    assert not list(prove_brief(made, {"d1": article}, lambda one: derive_brief(one, rules)))
    return [one.what for one in find_failures(made, (article,), rules) if one.where == "changes"]


SELF, OTHER, NONE = (
    "are not what the statements say of themselves",
    "3 is not the edition before",
    "there is no edition before to differ from",
)


def numbered(article, *changes):
    """A brief of as many statements of one article as there are changes."""
    statements = [
        replace(one, id=f"s-{number}", change=change)
        for number, (one, change) in enumerate(zip(told(article), changes, strict=False), 1)
    ]
    return brief_of(article, *statements)


def test_what_is_new_is_what_the_statements_say(article):
    brief = numbered(article, "new", "new")
    assert news(article, brief, new=("s-1", "s-2")) == []
    assert news(article, brief, new=("s-1",)) == [SELF]
    assert news(article, brief, new=("s-2", "s-1")) == [SELF]
    assert news(article, numbered(article, "new", "kept"), new=("s-1",)) == [NONE]
    gone = (Changed(id="s-1", was="Once.", now="", cause=""),)
    assert news(article, brief, new=("s-1", "s-2"), withdrawn=gone) == [NONE]
    assert news(article, brief, new=("s-1", "s-2"), support=gone) == [NONE]


def test_what_changed_is_what_the_statements_say(article):
    brief = numbered(article, "new", "changed")
    text = brief.sections[0].statements[1].text
    changed = Changed(id="s-2", was="Nothing.", now=text, cause="")
    assert news(article, brief, previous=2, new=("s-1",), changed=(changed,)) == []
    assert news(article, brief, previous=2, new=("s-1",)) == [SELF]
    assert news(
        article, brief, previous=2, new=("s-1",), changed=(replace(changed, now="No."),)
    ) == [SELF]
    assert news(article, brief, new=("s-1",), changed=(changed,)) == [NONE]


def test_changes_count_from_the_edition_before(article):
    brief = numbered(article, "new", "kept")
    edition = Edition(number=4, made_at="2025-03-05T06:00:00Z", fingerprint="f", previous=2)
    made = replace(brief, edition=edition)
    assert news(article, made, previous=2, new=("s-1",)) == []
    assert news(article, made, previous=3, new=("s-1",)) == [OTHER]


def test_a_readers_copy_has_some_of_the_changes(article):
    copy = Rendition(sections=("s",))
    brief = replace(numbered(article, "new", "new"), rendition=copy)
    elsewhere = Changed(id="s-9", was="Once.", now="Now.", cause="")
    assert news(article, brief, new=("s-1", "s-2"), changed=(elsewhere,)) == []


@pytest.mark.parametrize(("number", "right"), [(1, True), (0, True), (2, False)])
def test_a_source_that_the_timeline_alone_cites_has_a_number_or_none_as_it_once_had(
    article, number, right
):
    one = told(article)[0]
    row = Event(date="2025", text=one.text, statement=None, citations=one.citations)
    brief = brief_of(article, timeline=(row,))
    numbered = replace(brief, sources=(replace(brief.sources[0], number=number),))
    rules = find_rules(numbered, {})
    found = find_failures(derive_brief(numbered, rules), (article,), rules)
    assert ("are not numbered by first citation" not in [one.what for one in found]) is right

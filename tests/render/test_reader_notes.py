"""What is the desk's own business doesn't reach readers; the first page has no hole."""

import re
from dataclasses import replace

import pytest
import small_briefs

from briefing.figures import draw_figures
from briefing.model import Evidence
from briefing.render.html import Html
from briefing.render.markdown import Markdown
from briefing.render.page import view_page
from briefing.render.templates import Templates

NOTE = "seeds/x.txt, passage 4 has changed (it says another thing now)"


def written(brief, documents):
    page = view_page(brief, documents, draw_figures(brief, documents))
    templates = Templates()
    made = [writer(page, templates, brief).content.decode() for writer in (Html(), Markdown())]
    return page, made


def test_a_stale_judgement_says_so_and_names_no_file_of_the_desk(brief, documents):
    judgements = tuple(replace(one, stale=NOTE) for one in brief.judgements)
    assert judgements
    _, made = written(replace(brief, judgements=judgements), documents)
    for text in made:
        assert "A source that it rests on has changed since, or was withdrawn." in text
        assert "passage 4 has changed" not in text


def test_what_was_fetched_is_known_by_its_address_alone(brief, documents):
    first = brief.sources[0].document
    url = "https://beacon.example/story"
    moved = replace(first, locator=url, url=url, path="fetched/0a1b2c.html")
    sources = (replace(brief.sources[0], document=moved), *brief.sources[1:])
    page, made = written(replace(brief, sources=sources), {**documents, moved.id: moved})
    assert page.sources[0].path == ""
    for text in made:
        assert "fetched/0a1b2c.html" not in text
        assert "beacon" in text


def test_nobody_is_told_that_a_day_of_fetching_is_not_recorded(brief, documents):
    _, made = written(brief, documents)
    for text in made:
        assert "not recorded" not in text


@pytest.mark.parametrize("count", [0, 1, 2, 5])
def test_figures_stand_where_the_first_page_has_room(brief, documents, count):
    judgements = (brief.judgements * 5)[:count]
    _, (page, _) = written(replace(brief, judgements=judgements), documents)
    opening = page[page.index('id="judgements"') : page.index('class="guide"')]
    beside = opening.index('id="new"')
    places = [found.start() for found in re.finditer("<figure", opening)]
    assert len(places) == 2
    assert all((place < beside) == (count < 2) for place in places)


def test_who_speaks_is_shown_by_the_words_of_the_statements_own_source():
    made, documents = small_briefs.plain()
    statement = made.sections[0].statements[0]
    own, other = (with_speaker(one, documents) for one in statement.citations)
    told = replace(statement, citations=(own, other))
    first = replace(made.sections[0], statements=(told, *made.sections[0].statements[1:]))
    page = view_page(replace(made, sections=(first, *made.sections[1:])), documents)
    [ref] = page.sections[0].lines[0].relied
    assert ref.source == page.sections[0].lines[0].refs[0].source
    assert ref.quote == own.attribution.evidence[0].quote


def with_speaker(citation, documents):
    """The citation with its speaker shown by the first word of its article's second line."""
    text = documents[citation.document].text
    start = text.index("\n") + 1
    word = text[start:].split(" ", 1)[0]
    shown = Evidence(document=citation.document, start=start, end=start + len(word), quote=word)
    said = replace(citation.attribution, evidence=(shown,))
    return replace(citation, attribution=said)

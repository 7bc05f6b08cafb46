"""What stands in the middle of an article belongs to it: captions, headings, sentences, steps,
lists, and the summary over it; what stands in rows of links does not."""

import pytest

from briefing.ingest.html import choice, joining
from briefing.ingest.html.visible import Block
from tests.ingest.test_html import BODY, told

LEAD = "Engineers of the port ask for nine months and get four, while the ferries wait outside."


def page(inside, *, head=""):
    return (
        f"<!doctype html><html lang=en><head>{head}</head><body><h1>Town refuses to pay</h1>"
        f"{inside}</body></html>"
    )


def boxed(lines):
    """Each paragraph in a box of its own, as some editors write them."""
    return [f"<div class=row><p>{line}</p></div>" for line in lines]


def outside(document):
    return " ".join(
        document.text[mark.start : mark.end] for mark in document.marks if mark.kind == "other_page"
    )


@pytest.mark.parametrize("at", [0, 1, len(BODY)])
def test_a_caption_beside_paragraphs_in_boxes_of_their_own_is_the_articles(article, at):
    rows = boxed(BODY)
    rows.insert(at, "<figure><img src=a.jpg><figcaption>Pump three at work.</figcaption></figure>")
    document = article(page(f"<article>{''.join(rows)}</article>"), "a.html")
    assert "Pump three" not in outside(document)


@pytest.mark.parametrize("tag", ["h2", "h3", "h4"])
def test_a_heading_between_two_paragraphs_is_the_articles(article, tag):
    rows = boxed(BODY)
    rows.insert(2, f"<{tag}>What now</{tag}>")
    document = article(page(f"<article>{''.join(rows)}</article>"), "a.html")
    assert "What now" not in outside(document)


def test_a_sentence_alone_in_a_box_between_two_paragraphs_is_told(article):
    rows = boxed(BODY)
    rows.insert(2, "<section><span>Nobody on the quay was hurt that night.</span></section>")
    document = article(page(f"<article>{''.join(rows)}</article>"), "a.html")
    assert "Nobody on the quay was hurt that night." in told(document)


def test_steps_that_count_on_are_not_left_out_of_instructions(article):
    rows = [f"<div>Step {at}</div><p>{line}</p>" for at, line in enumerate(BODY, 1)]
    document = article(page(f"<article>{''.join(rows)}</article>"), "a.html")
    assert "Step 2" not in outside(document)


@pytest.mark.parametrize(
    "head",
    [
        f'<meta property="og:description" content="{LEAD}">',
        f'<meta name="description" content="{LEAD[:70]}…">',
        "",
    ],
)
def test_the_summary_under_the_title_is_told(article, head):
    inside = f"<div class=standfirst>{LEAD}</div><article>{''.join(boxed(BODY))}</article>"
    document = article(page(inside, head=head), "a.html")
    assert told(document)[0] == LEAD


def test_a_menu_between_title_and_article_is_no_summary(article):
    menu = "<div>Home</div><div>Sport</div><div>Sign in to read on any device you like</div>"
    document = article(page(f"{menu}<article>{''.join(boxed(BODY))}</article>"), "a.html")
    assert told(document) == BODY


@pytest.mark.parametrize(
    ("head", "author"),
    [
        ('<meta name="DC.Creator" content="Orla Pell"><meta name="DC.Creator" content="Nils Adair">',
         "Orla Pell; Nils Adair"),
        ('<meta name="author" content="Orla Pell (https://pell.example/)">', "Orla Pell"),
        ('<meta name="author" content="Orla Pell (orla@pell.example)">', "Orla Pell"),
        (('<meta property="dc:creator og:author" content="Orla Pell">'
         '<meta name="author" content="webmaster">'), "Orla Pell"),
    ],
)  # fmt: skip
def test_authors_that_the_head_names_in_several_fields(article, head, author):
    document = article(page(f"<article>{''.join(boxed(BODY))}</article>", head=head), "a.html")
    assert document.author.value == author


@pytest.mark.parametrize("edge", ["aside", "footer"])
def test_an_author_named_at_the_foot_of_the_article_is_its_own(article, edge):
    foot = f"<{edge}><span itemprop=author><span itemprop=name>Orla Pell</span></span></{edge}>"
    document = article(page(f"<article>{''.join(boxed(BODY))}{foot}</article>"), "a.html")
    assert document.author.value == "Orla Pell"


def test_an_author_named_at_the_foot_of_the_page_is_not(article):
    foot = "<footer><span itemprop=author>Orla Pell</span></footer>"
    document = article(page(f"<article>{''.join(boxed(BODY))}</article>{foot}"), "a.html")
    assert document.author is None


def blocks(*told):
    """Lines of a page as (text, kind)."""
    return [Block(text=text, kind=kind) for text, kind in told]


NEWS, HEADING = ("The dam of Pell held.", ""), ("Sign up here", "heading")


@pytest.mark.parametrize(
    ("lines", "own", "kept"),
    [
        ((NEWS, HEADING), "11", "10"),
        ((NEWS, HEADING, ("Your address", "")), "110", "100"),
        ((NEWS, HEADING, ("Most read", ""), HEADING, NEWS), "11011", "10011"),
        ((NEWS, HEADING, HEADING, NEWS), "1111", "1111"),
        ((NEWS, HEADING, ("An advertisement", ""), NEWS), "1101", "1101"),
        ((HEADING, HEADING), "11", "11"),
    ],
)
def test_a_heading_over_nothing_of_the_article_is_left_out(lines, own, kept):
    answer = joining.drop_bare_headings(blocks(*lines), [sign == "1" for sign in own])
    assert "".join("01"[one] for one in answer) == kept


LONG = (
    "The mother of one of the two divers told the court how her son had called her from the quay "
    "that morning, an hour before the boat went down with everybody who was on board of it."
)


@pytest.mark.parametrize(
    ("left_out", "added"),
    [
        ([LONG], True),
        (["Share", "Tweet", LONG, "View this image"], True),
        ([LONG, "Share", LONG.replace("mother", "father")], False),
        ([f"Line {at}" for at in range(12)] + [LONG], False),
        (["Share", "A short sentence of some other page that says nothing of it."], False),
    ],
)
def test_one_long_paragraph_among_few_lines_left_out_is_the_articles(left_out, added):
    lines = blocks(*((line, "") for line in (BODY[0], *left_out, BODY[1])))
    kept = [True, *(False for _ in left_out), True]
    words = [joining.prose_words(one) for one in lines]
    answer = joining.join_lines(lines, words, kept)
    assert [line.text for line, one in zip(lines, answer, strict=True) if one] == (
        [BODY[0], LONG, BODY[1]] if added else [BODY[0], BODY[1]]
    )


def test_of_elements_that_hold_as_much_the_first_on_the_page_is_the_article():
    one, other = (Block(text=BODY[0], home=home) for home in (9_000, 7))
    assert choice.choose_home((one, other), (9, 9)) == [True, False]
    assert choice.choose_home((other, one), (9, 9)) == [True, False]


@pytest.mark.parametrize(
    "cell",
    [
        "<ul><li>Baths closed since Monday<li>Fountains shut off for the spring</ul>",
        "<ol><li>No baths<li>No fountains<li>No car wash</ol>",
        "<p>Baths closed</p><p>Nine wells dry</p>",
    ],
)
def test_lists_and_paragraphs_in_the_cells_of_an_articles_table_are_told(article, cell):
    table = (
        f"<table><tr><th>Village<th>Measures<tr><td>Upper Selle<td>{cell}"
        "<tr><td>Orla<td>Nothing so far</table>"
    )
    rows = [f"<p>{line}</p>" for line in BODY]
    document = article(page(f"<article>{''.join(rows)}{table}</article>"), "a.html")
    assert "Upper Selle" not in outside(document)
    for words in ("Baths closed", "No baths", "Nine wells"):
        assert words not in outside(document)

"""What pages set between an article's paragraphs: slides of a gallery, captions that no figcaption
holds, lines broken by <br>; and the space of Chinese and Japanese, which is shown as it is."""

import pytest

from briefing.ingest.html import galleries
from briefing.ingest.html.visible import Block, parse_page, visible_blocks
from tests.ingest.test_html import BODY, told
from tests.ingest.test_html_joining import outside, page

SLIDES = [
    "Ships were held for nine hours at the lock on Tuesday, and the pilots went home.",
    "A refinery at Brenn let go four hundred men, which its owners called a pause.",
    "The price of salt rose by a third in the spring, the chamber of trade said.",
    "Nobody bid for the old mill, which the town had wanted to sell since winter.",
]


def gallery(counter="{}/{}"):
    return "".join(
        f"<li><h2><span>{counter.format(at, len(SLIDES))}</span> Trade in pictures</h2><p>{one}</p></li>"
        for at, one in enumerate(SLIDES, 1)
    )


def paragraphs(lines):
    return "".join(f"<p>{line}</p>" for line in lines)


@pytest.mark.parametrize("counter", ["{}/{}", "{} / {}", "{} of {}"])
def test_slides_of_a_gallery_in_an_article_are_not_told(article, counter):
    inside = f"<article>{paragraphs(BODY)}<ul>{gallery(counter)}</ul></article>"
    document = article(page(inside), "a.html")
    words = " ".join(told(document))
    assert not any(slide in words for slide in SLIDES)
    assert BODY[-1] in words


def test_the_article_goes_on_behind_a_gallery(article):
    inside = f"{paragraphs(BODY[:3])}<ul>{gallery()}</ul>{paragraphs(BODY[3:])}"
    document = article(page(f"<article>{inside}</article>"), "a.html")
    assert BODY[-1] in told(document)


def slides(*texts):
    blocks = [Block(text=text) for text in texts]
    words = [len(text.split()) if text.endswith(".") else 0 for text in texts]
    own = galleries.drop_gallery(blocks, words, [True] * len(blocks))
    return [text for text, kept in zip(texts, own, strict=True) if kept]


PROSE = "word " * 99 + "end."


@pytest.mark.parametrize(
    "lines",
    [
        ("1/2 of the town", PROSE, "2/2 of it"),  # two are no gallery
        ("1/3 of all", PROSE, "2/5 of some", "3/7 of others"),  # of different wholes
        ("1/3 of all", PROSE, "3/3 of some", "2/3 of others"),  # in no order
        ("2/4 of all", PROSE, "3/4 of some", "4/4 of others"),  # no first
        ("1/3 First", "Few words here.", "2/3 Second", "3/3 Third"),  # nothing but slides
        ("12 March", PROSE, "13 March", "14 March"),
    ],
)
def test_what_only_looks_like_slides_stays(lines):
    assert slides(*lines) == [*lines]


def test_a_slide_ends_where_the_longest_before_it_does():
    lines = (PROSE, "1/3 A", "one.", "2/3 B", "two.", "3/3 C", "three.", "The article goes on.")
    assert slides(*lines) == [PROSE, "The article goes on."]


def kinds(markup):
    return {one.text: one.kind for one in visible_blocks(parse_page(markup))}


@pytest.mark.parametrize(
    "inside",
    [
        '<div class="wp-caption"><img src=a.jpg><p class="wp-caption-text">Pump three.</p></div>',
        '<div><img src=a.jpg><div class="image-caption"><span>Pump three.</span></div></div>',
        "<div><a href=b><img src=a.jpg></a><p class=Caption>Pump three.</p></div>",
    ],
)
def test_a_caption_is_known_by_its_class_beside_a_picture(inside):
    assert kinds(f"<p>Before it.</p>{inside}<p>Behind it.</p>") == {
        "Before it.": "",
        "Pump three.": "caption",
        "Behind it.": "",
    }


@pytest.mark.parametrize(
    "inside",
    [
        '<p class="captions">Pump three.</p>',  # no picture beside it
        f'<div><img src=a.jpg><div class="caption">{"Pump three. " * 60}</div></div>',  # an article
        '<div><img src=a.jpg><div class="caption"><h3>Pump three.</h3></div></div>',
        '<div><img src=a.jpg><span class="caption">Pump three.</span></div>',  # no block
    ],
)
def test_what_a_class_calls_a_caption_and_is_none(inside):
    assert "caption" not in kinds(inside).values()


def test_a_caption_in_a_caption_is_one():
    inside = (
        '<div><img src=a.jpg><div class="caption-box"><p class="caption">Pump three.</p>'
        "<p>Photo: J. Holm</p></div></div>"
    )
    assert list(kinds(inside).values()) == ["caption", "caption"]


def test_a_short_line_of_a_paragraph_broken_by_br_is_its_own(article):
    lines = "<br>".join(["Vellin.", *BODY[:3]])
    document = article(
        page(f"<article><div>{lines}</div>{paragraphs(BODY[3:])}</article>"), "a.htm"
    )
    assert told(document)[0] == "Vellin."


def test_only_a_br_says_that_a_line_is_broken():
    blocks = visible_blocks(parse_page("<div>One<br>two<br> <br>three</div><p>four</p>five"))
    assert [(one.text, one.broken) for one in blocks] == [
        ("One", False),
        ("two", True),
        ("three", True),
        ("four", False),
        ("five", False),
    ]


@pytest.mark.parametrize("tag", ["h1", "h2", "h4"])
def test_a_heading_over_a_paragraph_of_the_article_is_its_own(article, tag):
    rows = [*BODY[:3], *BODY[3:]]
    links = "".join(f'<li><a href="/{at}">Nine {at}</a></li>' for at in "abc")
    inside = f"{paragraphs(rows[:3])}<ul>{links}</ul><{tag}>What now</{tag}>{paragraphs(rows[3:])}"
    document = article(page(f"<article>{inside}</article>"), "a.html")
    assert "What now" not in outside(document)


def test_the_space_of_japanese_stays_as_it_is_shown():
    blocks = visible_blocks(
        parse_page("<p>\u3000やった！\u3000そこで　\n 川の中</p><p>a\u3000 b</p>")
    )
    assert [one.text for one in blocks] == ["やった！\u3000そこで\u3000 川の中", "a\u3000 b"]

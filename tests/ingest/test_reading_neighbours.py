"""Forms that pages and texts have beside the common ones: posts in plain boxes, bylines of names
alone, walls behind an article's beginning, raised signs by class."""

import pytest

from tests.ingest.test_html import BODY, told

TWO = BODY[:2]


def page(inside, *, head=""):
    return (
        f"<!doctype html><html lang=en><head>{head}</head><body><h1>Town refuses to pay</h1>"
        f"{inside}</body></html>"
    )


def paragraphs(lines):
    return "".join(f"<p>{line}</p>" for line in lines)


@pytest.mark.parametrize("name", ["sup", "noteref", "fnref", "endnote-ref"])
def test_a_number_raised_by_its_class_is_no_part_of_the_one_before(article, name):
    inside = f"<p>The mill rose by 5<span class={name}>6</span> per cent, its owner said.</p>"
    document = article(page(inside + paragraphs(BODY)), "a.html")
    assert "The mill rose by 5" in document.text
    assert "56" not in document.text


@pytest.mark.parametrize(
    ("over", "who"),
    [
        ("<p>ANNA HOLM AND PETER PELL</p><p>March 4, 2025, 6:00 a.m. ET</p>",
         "ANNA HOLM AND PETER PELL"),
        ("<div>4 March 2025</div><div>Anna Holm</div>", "Anna Holm"),
        ("<p>by Anna Holm · Mar. 4, 2025 · 5 min read</p>", "Anna Holm"),
    ],
)  # fmt: skip
def test_names_alone_beside_a_date_are_a_byline(article, over, who):
    document = article(page(over + paragraphs(BODY)), "a.html")
    assert document.author.value == who
    assert document.published.value == "2025-03-04"


@pytest.mark.parametrize("over", ["<p>Storm Floods Ostra</p>", "<p>Lake District News</p>"])
def test_other_words_in_capitals_beside_a_date_are_nobody(article, over):
    document = article(page(f"{over}<p>4 March 2025</p>{paragraphs(BODY)}"), "a.html")
    assert document.author is None


def test_the_only_time_of_a_page_dates_it(article):
    over = "<address>The desk</address><time datetime=2025-03-04>Tuesday</time>"
    document = article(page(over + paragraphs(BODY)), "a.html")
    assert document.published.value == "2025-03-04"


@pytest.mark.parametrize(
    "inside",
    [
        (
            "<p>It will be heard by the judge of the valley at the court of Orla once more on "
            "<time datetime=2025-09-04>a day in autumn</time>.</p>"
        ),
        "<time datetime=2025-03-04>a</time><time datetime=2025-05-04>b</time>",
    ],
)
def test_a_time_in_a_sentence_or_one_of_several_dates_nothing(article, inside):
    assert article(page(inside + paragraphs(BODY)), "a.html").published is None


@pytest.mark.parametrize(
    "wall",
    [
        "<p>This article is for subscribers. Already a subscriber? Log in.</p>",
        "<div>Subscribe to continue reading</div>",
        "<p>You have reached your limit of free articles.</p>",
    ],
)
def test_the_beginning_before_a_wall_is_read_and_said_to_be_cut(article, wall):
    document = article(page(f"<article>{paragraphs(TWO)}{wall}</article>"), "a.html")
    assert told(document) == TWO
    assert any("paywall" in one for one in document.caveats)


@pytest.mark.parametrize(
    "line",
    [
        "You have reached your limit of free articles. Subscribe to keep reading.",
        "Log in to continue reading.",
        "The rest of this article is for subscribers.",
    ],
)
def test_a_text_that_ends_at_a_wall_is_said_to_be_cut(article, line):
    document = article("Town refuses to pay\n\n" + "\n\n".join([*TWO, line]), "a.txt")
    at = document.text.index(line)
    assert ("appeal", at) in {(mark.kind, mark.start) for mark in document.marks}
    assert document.caveats == ("It is cut off by a paywall.",)


def test_a_text_that_speaks_of_subscribers_is_not_cut(article):
    line = (
        "The paper said on Friday that the articles were for subscribers only in two towns of the "
        "valley, and that everybody else could read them at the town hall in the week after they "
        "came out."
    )
    assert article("\n\n".join([line, *BODY]), "a.txt").caveats == ()

"""Cleaning marks what is not the article, says why, and leaves the article alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.ingest.clean import page
from briefing.ingest.clean.marking import mark_lines

PARAGRAPHS = [
    "The council of the town said on Friday that it would not pay the bill for the water.",
    "Its members had met for three hours before the vote, and nobody spoke against it in the end.",
    "“We have paid for pipes that leak since the war,” the mayor said after the meeting had closed.",
    "The company answered that its pipes were sound and that the town owed it nine years of dues.",
    "A court will hear both of them in the autumn, when the judge is back from the mountains.",
    "Until then the water will run as it always has, through the old pipes and into the cellars.",
]


def marked(*lines: str, language: str | None = "en") -> dict[str, str]:
    """Give kind by line for the lines that get a mark."""
    text = "\n".join(lines)
    found = mark_lines(page.read_lines(text), (), language)
    return {text[mark.start : mark.end]: mark.kind for mark in found}


def test_an_article_of_paragraphs_gets_no_mark():
    assert marked(*PARAGRAPHS) == {}


def test_titles_and_headings_are_told_apart():
    found = marked(
        "A quarrel",
        "Town refuses to pay for its own water",
        *PARAGRAPHS[:3],
        "The answer",
        *PARAGRAPHS[3:],
    )
    assert found == {
        "A quarrel": "kicker",
        "Town refuses to pay for its own water": "title",
        "The answer": "heading",
    }


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("A A A", "widget"),
        ("Share on Facebook Tweet Email", "widget"),
        ("Advertisement", "widget"),
        ("1 of 6", "widget"),
        ("https://example.org/a/b", "widget"),
        ("Image: Jane Doe.", "widget"),
        ("Getty Images", "widget"),
        ("3 min read", "metadata"),
        ("Tags: water, town", "metadata"),
        ("Subscribe to our newsletter for more stories", "appeal"),
        ("Support independent journalism", "appeal"),
        ("$1 a month makes a difference..", "appeal"),
        ("Click here to support", "appeal"),
        ("You have 2 free articles left this month. Subscribe for €1.", "appeal"),
        ("We use cookies to make this site work.", "appeal"),
        ("Related: Ten towns that never paid for anything", "related"),
        ("© 2024 The Beacon. All rights reserved.", "disclaimer"),
        ("Correction: an earlier version of this article named another town.", "disclaimer"),
        ("• This article was amended on 5 May 2024. The town is Orst.", "disclaimer"),
        ("The views expressed in this article are those of its author.", "disclaimer"),
        ("The mayor (left) leaves the town hall after the vote", "caption"),
        ("The town hall on the day of the vote – May 3, 2024 (TOWN)", "caption"),
        ("The old pipes under the square. Credit: Jane Doe", "caption"),
        ("“The pipes are sound.” – Jane Doe", "caption"),
        (
            "Photograph: Residents walk past the pipes that were laid in the square on Tuesday morning.",
            "caption",
        ),
        (
            "File photo: The mayor of the town at the opening of the old hall, which has two doors.",
            "caption",
        ),
        ("قصة المدينة والماء كاملة", "foreign"),
        (
            "La ville a dit que les membres du conseil ne sont pas dans la salle pour le vote.",
            "foreign",
        ),
    ],
)
def test_a_line_that_is_no_article_is_marked_between_paragraphs(line, kind):
    assert marked(*PARAGRAPHS[:3], line, *PARAGRAPHS[3:]) == {line: kind}


@pytest.mark.parametrize(
    "line",
    [
        (
            "Reuters has not verified the content of the letter, in which the company asks "
            "for nine "
            "years of dues."
        ),
        (
            "The report was edited by the ministry before the council could read it, the "
            "mayor said on "
            "Friday."
        ),
        "The report published on Tuesday said that forty houses had no water at all.",
        "Responsibility for the leak lies with the company, the mayor said on Friday.",
        "The village can be reached by road only when the river is low, the mayor said.",
        "“We need your support,” the mayor told the crowd in front of the town hall on Friday.",
        "Posted on Tuesday, the film shows 3 men who open the main valve at night.",
        "Like other companies, Facebook said it had not been asked about the water.",
        "A photo posted on Twitter shows the mayor with a glass of water in her hand.",
        "The mayor added that the dues were claimed by the Water Authority (WA).",
        "Reporting by the town's own engineers found eleven leaks under the square.",
        "Officials may receive a share of the profits, according to the contract.",
    ],
)
def test_news_that_sounds_like_furniture_stays(line):
    assert marked(*PARAGRAPHS[:3], line, *PARAGRAPHS[3:]) == {}


def test_of_two_copies_the_first_stays():
    caption = "The mayor of the town leaves the hall after the vote – May 3, 2024 (TOWN)"
    text = "\n".join([*PARAGRAPHS[:2], caption, caption, *PARAGRAPHS[2:]])
    found = mark_lines(page.read_lines(text), (), "en")
    assert [mark.kind for mark in found] == ["caption", "repeat"]


def test_a_plan_that_repeats_itself_on_purpose_stays():
    day = [
        (
            "Meet at the gate of the town at nine o'clock and bring a cup, a towel, a hat and some "
            "bread."
        ),
        "Walk home.",
    ]
    assert not {"repeat"} & set(
        marked(
            *PARAGRAPHS, *day, "Monday", "x", *day, "y", "z", *day, "w", "v", *day, "u", "t", *day
        ).values()
    )


def test_a_related_list_ends_where_the_article_goes_on():
    found = marked(
        *PARAGRAPHS[:3],
        "Related articles:",
        "Ten towns without water",
        "A mayor resigns",
        *PARAGRAPHS[3:],
    )
    assert found == {
        "Related articles:": "related",
        "Ten towns without water": "related",
        "A mayor resigns": "related",
    }


def test_a_box_of_another_page_at_the_end_is_marked():
    tail = [
        "RESULTS",
        "Rovers 4 (Smith 23, Jones 45)",
        "Wanderers 1 (Brown 42)",
        "Engine 6.9-litre turbo",
        "Price 1,470",
    ]
    assert set(marked(*PARAGRAPHS, *tail).values()) == {"other_page"}


def test_an_articles_own_closing_table_stays():
    tail = ["Town bill 470", "Company dues 1,470", "Pipes and water 300", "Court 25"]
    assert not {"other_page", "related"} & set(marked(*PARAGRAPHS, *tail).values())


def test_dates_of_a_tour_at_the_end_stay():
    tail = [f"June {day} – Springfield Town Hall Arena" for day in range(9, 15)]
    assert marked(*PARAGRAPHS, "The mayor will speak here:", *tail).keys() <= {
        "The mayor will speak here:"
    }


def test_titles_of_other_articles_at_the_end_are_marked():
    tail = ["Ten Towns That Never Paid", "Mayor Resigns After Water Scandal"]
    assert marked(*PARAGRAPHS, *tail) == dict.fromkeys(tail, "related")


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Jane Doe is a writer who covers the town. Follow her on Twitter @janedoe.", "byline"),
        ("Jane Doe is a freelance journalist based in the capital.", "byline"),
        (
            "Pipes Ltd is a leading global provider of pipes and of all that goes through them.",
            "disclaimer",
        ),
    ],
)
def test_closing_lines_about_the_author_or_the_company_are_marked(line, kind):
    assert marked(*PARAGRAPHS, line) == {line: kind}


def test_the_line_after_a_caption_label_and_before_a_credit_is_a_caption():
    caption = "The mayor before the vote"
    assert marked(*PARAGRAPHS[:3], "Image caption", caption, *PARAGRAPHS[3:])[caption] == "caption"
    assert (
        marked(*PARAGRAPHS[:3], caption, "Photo: Jane Doe", *PARAGRAPHS[3:])[caption] == "caption"
    )


def test_short_lines_inside_a_box_of_appeals_go_with_it():
    box = ["Support independent journalism", "The town needs the truth", "Click here to support"]
    assert marked(*PARAGRAPHS, *box) == dict.fromkeys(box, "appeal")


def test_a_line_in_capitals_between_paragraphs_is_a_link_and_a_short_one_a_heading():
    link, heading = "TOWN THAT NEVER PAID FOR WATER WINS AGAIN", "THE ANSWER"
    assert marked(*PARAGRAPHS[:2], link, *PARAGRAPHS[2:4], heading, *PARAGRAPHS[4:]) == {
        link: "related",
        heading: "heading",
    }


@pytest.mark.parametrize(
    "line",
    [
        "1985年，美国联邦航空管理局（UFAA）开展了一项研究，以验证人在不同的海拔高度饮酒。",
        "この計画は（JAXA）が発表したもので、費用は四十億円になるという。",
        "وقالت الهيئة (NASA) إن الرحلة تأجلت إلى يوم الجمعة بسبب سوء الأحوال.",
    ],
)
def test_letters_without_capitals_are_not_in_capitals_for_an_acronym(line):
    assert marked(*PARAGRAPHS[:3], line, *PARAGRAPHS[3:], language=None).get(line) is None


@pytest.mark.parametrize(("opening", "closing"), [("„", "“"), ("»", "«"), ("‚", "‘"), ("「", "」")])
def test_quotations_that_end_in_other_languages_marks_are_sentences_and_no_titles(opening, closing):
    said = [
        f"{opening}{line}{closing}"
        for line in ("Das Wachstum folgt aus der Ersparnis.", "Der Damm von Pell hielt bis Montag.")
    ]
    assert not set(said) & set(marked(*PARAGRAPHS, *said, language=None))


def test_a_markdown_title_is_the_title_however_short():
    assert marked(
        "# Water", "## The quarrel", *PARAGRAPHS[:3], "## The answer", *PARAGRAPHS[3:]
    ) == {
        "# Water": "title",
        "## The quarrel": "kicker",
        "## The answer": "heading",
    }


def test_a_menu_before_the_article_is_marked():
    menu = ["News", "Sports", "Business", "Town Life", "Jobs", "Cars"]
    assert marked(*menu, *PARAGRAPHS) == dict.fromkeys(menu, "widget")


def test_nothing_is_foreign_to_an_article_of_unknown_language():
    assert "foreign" not in marked(*PARAGRAPHS, "قصة المدينة والماء كاملة", language=None).values()


@given(
    st.lists(
        st.sampled_from(
            [*PARAGRAPHS, "Related:", "A A A", "By", "x", "Photo: Jane", "قصة المدينة", "# Title"]
        )
    )
)
def test_marks_lie_on_whole_lines_once_and_say_why(lines):
    text = "\n".join(lines)
    found = mark_lines(page.read_lines(text), (), "en")
    assert len({(mark.start, mark.end) for mark in found}) == len(found)
    for mark in found:
        assert text[mark.start : mark.end] in lines
        assert mark.kind
        assert mark.reason


LINES = [
    f"The council of the town said in week {n} that it would not pay the bill for the water, {name}."
    for n, name in enumerate(["as before", "again", "once more", "its clerk wrote", "of course"], 2)
]


def repeated(document):
    return [
        document.text[mark.start : mark.end] for mark in document.marks if mark.kind == "repeat"
    ]


@pytest.mark.parametrize("times", [2, 3, 4])
def test_a_whole_text_that_stands_there_again_is_marked_however_often(article, times):
    document = article("\n\n".join(["Some few words first.", *LINES] * times))
    assert [line for line in repeated(document) if line in LINES] == LINES * (times - 1)


def test_short_lines_of_a_copy_are_copies_and_what_stands_between_copies_is_not(article):
    text = ["All is well here.", *LINES[:2], "Not so today.", *LINES[2:]]
    document = article("\n\n".join([*text, "Water Desk", *text, "Water Office", *text]))
    assert repeated(document) == text * 2


OPENINGS = [
    f"An opening of the plan that stands there but once, number {n}, and is long." for n in (1, 2)
]
BETWEEN = ["One day is over.", "Another day begins.", "And so it goes."]


@pytest.mark.parametrize(
    "text",
    [
        [*LINES, *BETWEEN, *LINES[:2], *BETWEEN, *LINES[:2]],
        [*OPENINGS, *LINES, *BETWEEN, *LINES, *BETWEEN, *LINES],
        [*OPENINGS, *LINES, *BETWEEN, *OPENINGS, *BETWEEN, *OPENINGS],
    ],
)
def test_a_plan_that_repeats_parts_of_itself_keeps_them(article, text):
    assert not set(LINES + OPENINGS) & set(repeated(article("\n\n".join(text))))


LONG = (
    "Still, how far the prices may rise is open, and whether each of the rises was right would have "
    "to be asked of a court (section 315). Before they go there, those who pay should ask the office "
    "in the town hall. The offices that watch over the trade take letters, too: those of the towns "
    "are watched by the state."
)


@pytest.mark.parametrize("credit", [" Photo: holm.example", "Photo: J. Holm", " Image by J. Holm"])
def test_a_paragraph_of_several_sentences_at_which_a_credit_stuck_stays(credit):
    assert LONG + credit not in marked(PARAGRAPHS[0], LONG + credit, *PARAGRAPHS[1:])


@pytest.mark.parametrize(
    "line", ["Last day: 3 November 2019 (postmark)", "Ends 2019 (noon)", "Opened 1951 (twice)"]
)
def test_a_few_words_with_a_year_and_a_bracket_are_no_caption(line):
    assert marked(*PARAGRAPHS[:3], line, *PARAGRAPHS[3:]).get(line) != "caption"

"""Pages that hold several articles, and those that only look so."""

import json

import pytest

from briefing.ingest import Folder, read_article

BODY = [
    "The council of the town said on Friday that it would not pay the bill for the water.",
    "Its members had met for three hours before the vote, and nobody spoke against it in the end.",
    "The company answered that its pipes were sound and that the town owed it nine years of dues.",
]
OTHER = [
    "The clinic of Teyn was opened on Saturday for nine thousand patients of the whole valley.",
    "Its doctors had waited two years for the roof, which a builder from Halden put on at last.",
    "The board paid half of the costs and the state the other half, according to its own report.",
]


def written(tmp_path, inside, head=""):
    folder = tmp_path / "sources"
    folder.mkdir()
    page = (
        "<!doctype html><html lang=en><head><title>Olm</title>"
        f'<meta property="og:site_name" content="Olm '
        f'Post">{head}</head><body>{inside}</body></html>'
    )
    (folder / "a.html").write_text(page, encoding="utf-8")
    return [read_article(found, None) for found in Folder(path="sources")(tmp_path)]


def paragraphs(lines):
    return "".join(f"<p>{line}</p>" for line in lines)


def whole(title, author, day, lines, name=""):
    return (
        f'<article class="{name}"><h2>{title}</h2><p>By '
        f"{author}</p><p>{day}</p>{paragraphs(lines)}</article>"
    )


def test_each_whole_article_of_a_page_is_a_document_with_its_byline_and_day(tmp_path):
    made = written(
        tmp_path,
        f"<main>{whole('Water', 'Jana Holm', '4 March 2025', BODY)}"
        f"{whole('Clinic', 'Piet Vos', '1 March 2025', OTHER)}</main>",
    )
    told = [
        (one.title.value, one.author.value, one.published.value, one.outlet.value) for one in made
    ]
    assert told == [
        ("Water", "Jana Holm", "2025-03-04", "Olm Post"),
        ("Clinic", "Piet Vos", "2025-03-01", "Olm Post"),
    ]
    assert [one.locator for one in made] == ["sources/a.html/1", "sources/a.html/2"]
    assert BODY[0] in made[0].text
    assert OTHER[0] not in made[0].text


def test_an_article_inside_what_is_called_its_post_is_one_article(tmp_path):
    inside = whole("Water", "Jana Holm", "4 March 2025", BODY)
    post = f'<div itemprop="blogPost"><div itemprop="blogPost">{inside}</div></div>'
    (made,) = written(tmp_path, f"<main>{post}<time datetime=2025-03-04>4 March</time></main>")
    assert made.locator == "sources/a.html"
    assert BODY[0] in made.text


@pytest.mark.parametrize("name", ["blogPost", "liveBlogUpdate", "blogPost liveBlogUpdate"])
def test_an_article_that_is_called_one_twice_is_read_once(tmp_path, name):
    inside = whole("Water", "Jana Holm", "4 March 2025", BODY)
    called = inside.replace("<article", f'<article itemprop="{name}"')
    (made,) = written(tmp_path, f"<main>{called}</main>")
    assert made.locator == "sources/a.html"


@pytest.mark.parametrize("frame", ["div itemprop=blogPost", "section itemprop=liveBlogUpdate"])
def test_a_frame_round_several_articles_is_none_and_parts_are_not_cut_again(tmp_path, frame):
    water = whole("Water", "Jana Holm", "4 March 2025", BODY)
    clinic = f"<div itemprop=blogPost>{whole('Clinic', 'Piet Vos', '1 March 2025', OTHER)}</div>"
    inside = f"<{frame}><{frame}>{water}{clinic}</{frame.split()[0]}></{frame.split()[0]}>"
    made = written(tmp_path, f"<main>{inside}</main>")
    assert [one.locator for one in made] == ["sources/a.html/1", "sources/a.html/2"]
    assert [one.title.value for one in made] == ["Water", "Clinic"]


@pytest.mark.parametrize("name", ["comment-body", "related-story", "teaser", "c-card"])
def test_comments_and_teasers_are_no_articles(tmp_path, name):
    inside = whole("Water", "Jana Holm", "4 March 2025", BODY) + whole(
        "Clinic", "Piet Vos", "1 March 2025", OTHER, name
    )
    assert [one.locator for one in written(tmp_path, inside)] == ["sources/a.html"]


def test_articles_inside_an_article_are_its_own(tmp_path):
    inner = whole("Clinic", "Piet Vos", "1 March 2025", OTHER)
    inside = f"<article><h1>Water</h1>{paragraphs(BODY)}{inner}</article>"
    assert len(written(tmp_path, inside)) == 1


def post(stamp, line, heading="Harbour"):
    return (
        f"<article><time "
        f'datetime="{stamp}">{stamp[:10]}</time><h2>{heading}</h2><p>{line}</p></article>'
    )


LIVE = (
    '<script type="application/ld+json">{"@type": "LiveBlogPosting", "headline": "Live"}</script>'
)
POSTS = [
    ("2025-03-04T09:40:00Z", BODY[0]),
    ("2025-03-03T18:30:00Z", BODY[1]),
    ("2025-03-02T10:00:00+01:00", BODY[2]),
]


@pytest.mark.parametrize("head", [LIVE, ""])
def test_each_post_of_a_live_page_has_its_own_day(tmp_path, head):
    made = written(tmp_path, "<h1>Live</h1>" + "".join(post(*one) for one in POSTS), head)
    assert [one.published.value for one in made] == ["2025-03-04", "2025-03-03", "2025-03-02"]


def test_what_a_page_hides_stays_hidden_in_its_articles(tmp_path):
    head = "<style>main .gone { display: none } .out { text-decoration: line-through }</style>"
    secret = (
        "<p class=gone>The mayor fled the town at night.</p><p>It was <i class=out>12</i> 14 "
        "o'clock.</p>"
    )
    inside = (
        f"<main>{whole('Water', 'Jana Holm', '4 March 2025', BODY).replace('</article>', secret + '</article>')}"
        f"{whole('Clinic', 'Piet Vos', '1 March 2025', OTHER)}</main>"
    )
    first = written(tmp_path, inside, head)[0]
    assert "mayor fled" not in first.text
    assert "It was 14 o'clock." in first.text


BOXES = [
    ("2025-03-04", "4 March 2025, 08:10", BODY[0]),
    ("2025-03-03", "3 March 2025, 20:10", OTHER[0]),
    ("2025-03-02", "2 March 2025, 20:10", OTHER[1]),
]


@pytest.mark.parametrize(
    "post",
    [
        "<div class=post><time datetime={day}>{shown}</time><h2>Post</h2><p>{words}</p></div>",
        (
            "<section><h3>Post <time "
            "datetime={day}T10:00:00+01:00>{shown}</time></h3><p>{words}</p>"
            "</section>"
        ),
        (
            "<article><header><h3>Post</h3><span class=time>{shown}</span></header><p>{words}</p>"
            "</article>"
        ),
        "<li class=entry><time datetime={day}>{shown}</time><div><p>{words}</p></div></li>",
    ],
)
def test_posts_in_plain_boxes_are_documents_with_their_own_day(tmp_path, post):
    inside = "".join(post.format(day=day, shown=shown, words=words) for day, shown, words in BOXES)
    made = written(tmp_path, f"<h1>Live from Olm</h1><div>{inside}</div>")
    assert [one.published.value for one in made] == [day for day, _, _ in BOXES]
    assert all(words in one.text for one, (_, _, words) in zip(made, BOXES, strict=True))


@pytest.mark.parametrize(
    "post",
    [
        "<div class=block><time datetime={day}T08:10:00Z>x</time><h2>Post</h2><p>{words}</p></div>",
        "<section><h3>Post</h3><p>{words}</p><p><time datetime='{day} 08:10'>x</time></p></section>",
        "<li><b><time datetime={day}T20:10+01:00>x</time></b><div><p>{words}</p></div></li>",
    ],
)
def test_posts_inside_the_only_article_of_a_page_have_their_own_day(tmp_path, post):
    inside = "".join(post.format(day=day, words=words) for day, _, words in BOXES)
    made = written(tmp_path, f"<article><h1>Live from Olm</h1><div>{inside}</div></article>")
    assert [one.published.value for one in made] == [day for day, _, _ in BOXES]


def test_a_history_inside_an_article_stays_one(tmp_path):
    inside = "".join(
        f"<div class=year><time datetime={day}>{day}</time><p>{words}</p></div>"
        for day, _, words in BOXES
    )
    made = written(tmp_path, f"<article><h1>Olm then and now</h1>{inside}</article>")
    assert [one.locator for one in made] == ["sources/a.html"]


def updates(*posts):
    told = [
        {
            "@type": "BlogPosting",
            "headline": f"Post {at}",
            "datePublished": day,
            "articleBody": body,
        }
        for at, (day, body) in enumerate(posts, start=1)
    ]
    data = {"@type": "LiveBlogPosting", "headline": "Live", "liveBlogUpdate": told}
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


TOLD = [(f"{day}T10:00:00+01:00", words) for day, _, words in BOXES]


@pytest.mark.parametrize(
    "shown", ["<h3>Post</h3><p>{0}</p>", "<p>{0}</p>", "<div><p>{0}</p></div>"]
)
def test_posts_that_the_data_alone_part_have_their_own_day(tmp_path, shown):
    inside = "".join(shown.format(words) for _, words in TOLD)
    made = written(tmp_path, f"<article><h1>Live</h1>{inside}</article>", updates(*TOLD))
    told = [(one.title.value, one.published.value) for one in made]
    assert told == [("Post 1", "2025-03-04"), ("Post 2", "2025-03-03"), ("Post 3", "2025-03-02")]
    assert all(words in one.text for one, (_, words) in zip(made, TOLD, strict=True))


@pytest.mark.parametrize(
    "told", [[(day, OTHER[0]) for day, _ in TOLD], [("2025-03-04", one) for one in BODY], []]
)
def test_data_that_the_page_does_not_bear_out_part_nothing(tmp_path, told):
    inside = paragraphs(BODY)
    made = written(tmp_path, f"<article><h1>Live</h1>{inside}</article>", updates(*told))
    assert [one.locator for one in made] == ["sources/a.html"]


def test_two_dated_articles_of_two_paragraphs_are_two(tmp_path):
    inside = "".join(
        f"<article><h2>{title}</h2><time datetime={day}>{day}</time>{paragraphs(lines)} </article>"
        for title, day, lines in [
            ("Water", "2025-03-04", [" ".join(BODY[:2]), BODY[2]]),
            ("Clinic", "2025-03-01", OTHER),
        ]
    )
    made = written(tmp_path, f"<main>{inside}</main>")
    assert [one.published.value for one in made] == ["2025-03-04", "2025-03-01"]


def test_an_article_with_dated_teasers_below_stays_one(tmp_path):
    teasers = "".join(
        f"<div class=row><time datetime={day}>{day}</time><p>{words}</p></div>"
        for day, _, words in BOXES
    )
    made = written(tmp_path, f"<h1>Water</h1>{paragraphs([*BODY, *OTHER])}<div>{teasers}</div>")
    assert [one.locator for one in made] == ["sources/a.html"]

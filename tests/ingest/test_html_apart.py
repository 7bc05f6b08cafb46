"""What stands on a page beside its article and is told by structure alone: what readers wrote,
boxes to sign up, lines that lead elsewhere, rows of teasers, offers behind a wall of payment."""

import pytest

from briefing.ingest.html import apart, listing, visible
from briefing.model import Quarantined
from tests.ingest.test_html import BODY, told

SAID = (
    "I have lived beside that pump for thirty years and nobody asked me.",
    "The mayor lied about it and everybody in the town knows.",
    "My cousin works there and says that nine of them are broken.",
)
TEASERS = (
    ("Ferries stay in port", "The ferries of Pell stay in port until Friday, their owner said."),
    ("Bridge closed", "The bridge at Tolmen is closed to lorries after cracks were found."),
    ("Rovers win", "Rovers beat Wanderers 3-1 in extra time and go top of the league."),
    ("Market to move", "The market moves to the station for six months from October."),
    ("Tunnel flooded", "Engineers stopped digging at Sund after water was found in the tunnel."),
    ("Lake unsafe", "Swimming in the lake is banned for two weeks after several dogs died."),
)


def page(inside, language="en"):
    return (
        f"<!doctype html><html lang={language}><body><div><h1>Town refuses to pay</h1>"
        f"{inside}</div></body></html>"
    )


def paragraphs(lines):
    return "".join(f"<p>{line}</p>" for line in lines)


@pytest.mark.parametrize("answer", ["Reply", "Antworten", "Répondre", "返信"])
@pytest.mark.parametrize(
    "box",
    [
        "<li><div>Heinz W. <time datetime=2025-06-05>5.6.</time></div><p>{}</p><a>{}</a></li>",
        "<div class=x><b>Heinz</b> <i>3 h</i><p>{}</p><button>{}</button></div>",
        "<section><span>Heinz, 5.6.2025</span><p>{}</p><div><a>{}</a> <a>12</a></div></section>",
    ],
)
def test_what_readers_wrote_under_an_article_is_not_told(article, box, answer):
    under = "".join(box.format(one, answer) for one in SAID)
    document = article(page(f"{paragraphs(BODY)}<div>{under}</div>"), "a.html")
    assert told(document) == BODY


@pytest.mark.parametrize("tag", ["p", "li", "td", "div"])
def test_a_link_of_the_same_words_in_an_articles_own_lines_takes_nothing_away(tag):
    lines = paragraphs(BODY)
    lines += "".join(f"<{tag}>{line} <a>1</a> See <a>Pell</a> on it all.</{tag}>" for line in BODY)
    tree = visible.parse_page(page(lines))
    apart.set_apart(tree)
    assert not tree.css(f"[{apart.SIGN}]")


@pytest.mark.parametrize(
    ("language", "words", "button"),
    [
        ("de", "Jeden Tag um 6 Uhr die wichtigsten Nachrichten in Ihr Postfach.", "Anmelden"),
        ("fr", "Chaque matin, l’essentiel de l’actualité dans votre boîte mail.", "Je m’inscris"),
        ("es", "Recibe cada mañana en tu correo las noticias de la región.", "Apúntate"),
    ],
)
@pytest.mark.parametrize("field", ["type=email", 'type=text name="user_mail"'])
def test_a_box_to_sign_up_is_not_told(article, language, words, button, field):
    box = (
        f"<div><h3>Pell am Morgen</h3><p>{words}</p><div><input {field}><button>{button}</button>"
        "</div></div>"
    )
    lines = [f"<p>{line}</p>" for line in BODY]
    document = article(page("".join((*lines[:3], box, *lines[3:])), language), "a.html")
    assert told(document) == BODY
    assert words in document.text


def test_an_article_round_a_field_for_an_address_is_kept(article):
    inside = f"<article>{paragraphs(BODY)}<input type=email></article>"
    assert told(article(page(inside), "a.html")) == BODY


@pytest.mark.parametrize(
    "line",
    [
        "<a href=/x>Lesen Sie auch: Warum so viele Brücken im Land marode sind</a>",
        "<b>Lee también:</b> <a href=/x>El alcalde promete más aparcamientos en el centro</a>",
        "À lire aussi : <a href=/x>Le camping du lac change-t-il de propriétaire ?</a>",
        "<a href=/x>Il sindaco inaugura la nuova scuola elementare</a>",
    ],
)
def test_a_line_that_leads_to_another_article_is_not_the_articles(article, line):
    lines = [f"<p>{one}</p>" for one in BODY]
    document = article(page("".join((*lines[:3], f"<p>{line}</p>", *lines[3:]))), "a.html")
    assert told(document) == BODY
    outside = [document.text[one.start : one.end] for one in document.marks
               if one.kind == "other_page"]  # fmt: skip
    assert any(words[-20:-6] in one for one in outside for words in [line])


@pytest.mark.parametrize(
    "line",
    [
        "<a href=/x>The council said on Monday that it would not pay for the pumps.</a>",
        "<a href=/x>“We will not pay,” said the mayor, “whatever they say in Pell”</a>",
    ],
)
def test_a_sentence_that_is_a_link_stays_the_articles(article, line):
    lines = [f"<p>{one}</p>" for one in BODY]
    document = article(page("".join((*lines[:3], f"<p>{line}</p>", *lines[3:]))), "a.html")
    assert len(told(document)) == len(BODY) + 1


@pytest.mark.parametrize(
    "row",
    [
        "<div class=card><a href=/x><img src=x><h2>{}</h2></a><p>{}</p><i>2 hours ago</i></div>",
        "<li><h3><a href=/x>{}</a></h3><p>{} <a href=/x>Read more</a></p></li>",
        "<article><h2><a href=/x>{}</a></h2><div>{}</div></article>",
    ],
)
def test_a_page_of_teasers_is_no_article(article, row):
    rows = "".join(row.format(*one) for one in TEASERS)
    found = article(f"<!doctype html><html lang=en><body><main>{rows}</main></body>", "a.html")
    assert isinstance(found, Quarantined)
    assert found.reason == listing.REASON


@pytest.mark.parametrize("head", ["<h2>{}</h2>", "<h3 id=a>{}</h3>"])
def test_an_article_of_many_short_parts_is_read(article, head):
    rows = "".join(f"{head.format(name)}<p>{line}</p>" for name, line in TEASERS)
    assert told(article(page(f"<article>{rows}</article>"), "a.html"))


OFFERS = [
    ("de", "Weiterlesen mit WB+", "Monatlich kündbar"),
    ("fr", "Cet article est réservé aux abonnés", "Sans engagement"),
    ("es", "Suscríbete para seguir leyendo", "Sin permanencia"),
    ("it", "Abbonati per continuare a leggere", "Disdici quando vuoi"),
    ("nl", "Dit artikel is alleen voor abonnees", "Maandelijks opzegbaar"),
    ("en", "Subscribe to read the full story", "Cancel anytime"),
]


@pytest.mark.parametrize(("language", "wall", "offer"), OFFERS)
def test_what_is_offered_behind_a_wall_is_no_part_of_the_article(article, language, wall, offer):
    box = f"<h2>{wall}</h2><ul><li>{offer}</li><li>{offer} 1 €</li></ul>"
    found = article(page(f"<main>{paragraphs(BODY)}{box}</main>", language), "a.html")
    assert told(found) == BODY
    assert "It is cut off by a paywall." in found.caveats


@pytest.mark.parametrize(("language", "wall"), [(one[0], one[1]) for one in OFFERS])
def test_an_article_goes_on_behind_a_line_that_speaks_of_paying(article, language, wall):
    lines = [*BODY[:2], wall, *BODY[2:]]
    found = article(page(f"<main>{paragraphs(lines)}</main>", language), "a.html")
    assert told(found) == BODY


POLLS = [
    (
        "<div class=x><h3>Should the quay be closed?</h3><ul><li><label><input type=radio> Yes</label>"
        " <b>62%</b></li><li><label><input type=radio> No</label> <b>38%</b></li></ul>"
        "<p>Some 1,204 readers have answered so far this week, and you may too.</p></div>"
    ),
    (
        "<div class=x><h3>Should the quay be closed?</h3><p>Yes 62 %</p><p>No 38 %</p>"
        "<p>Some 1,204 readers have answered so far this week, and you may too.</p>"
        "<button>Vote</button></div>"
    ),
    (
        "<form><p>Some 1,204 readers have answered so far this week, and you may too.</p>"
        "<input type=radio> I too <input type=RADIO> I never <input type=submit></form>"
    ),
    (
        "<amp-ad type=z><div>Some 1,204 readers buy their salt at the pier, and you may too.</div>"
        "</amp-ad>"
    ),
    (
        "<amp-list src=a><div placeholder>Some 1,204 readers like what comes here, and so may you."
        "</div></amp-list>"
    ),
]


@pytest.mark.parametrize("box", POLLS)
@pytest.mark.parametrize("at", [2, 4])
def test_a_poll_or_an_advert_between_paragraphs_is_not_told(article, box, at):
    rows = [f"<p>{line}</p>" for line in BODY]
    rows.insert(at, box)
    document = article(f"<html lang=en><body><article>{''.join(rows)}</article>", "a.html")
    words = told(document)
    assert not any("1,204" in line or "quay be closed" in line for line in words)
    assert words == BODY


@pytest.mark.parametrize(
    "box",
    [
        "<p>Of those asked, 62% were for it and 38% against, the town said on Friday.</p>",
        "<div><p>Of those asked, 62% were for it and 38% against, the town said.</p></div>",
    ],
)
def test_shares_without_a_button_are_told(article, box):
    rows = [f"<p>{line}</p>" for line in BODY]
    rows.insert(2, box)
    document = article(f"<html lang=en><body><article>{''.join(rows)}</article>", "a.html")
    assert any("62%" in line for line in told(document))


def test_a_checkbox_in_a_form_round_the_whole_page_sets_nothing_apart(article):
    rows = "".join(f"<p>{line}</p>" for line in BODY)
    page = f"<body><form><input type=checkbox name=a><article>{rows}</article></form>"
    assert told(article(page, "a.html")) == BODY


@pytest.mark.parametrize("field", ["<input type=checkbox>", "<input type=radio>"])
def test_a_box_that_opens_on_a_tick_is_the_articles(article, field):
    rows = [f"<p>{line}</p>" for line in BODY]
    rows.insert(2, f"<div>{field}<p>Nobody on the quay was hurt that night.</p></div>")
    document = article(f"<html lang=en><body><article>{''.join(rows)}</article>", "a.html")
    assert "Nobody on the quay was hurt that night." in told(document)

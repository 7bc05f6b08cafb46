"""Made-up news as web pages, with what stands around an article on a page of a news site.

Counts are those of the middle one of some ninety saved pages of as many news sites: 1,200 tags, 400
of them with classes, 160 links, most of them in menus and lists of other articles, 34 scripts of
30,000 characters, a style sheet.
"""

import json
import random
from collections.abc import Sequence
from html import escape
from pathlib import Path

from benchmarks.articles import article

_TOPICS = (
    "World Politics Business Opinion Sport Culture Travel Science Health Technology Weather "
    "Video".split()
)
_NETWORKS = ("facebook", "twitter", "whatsapp", "linkedin", "email")
_RULES = (
    ".{name}{{display:flex;margin:0 {size}px 1.{size}em;padding:{size}px}}",
    ".{name}__title{{font:700 1.{size}rem/1.3 Georgia,serif;color:#1{size}2{size}3{size}}}",
    ".{name}__media img{{max-width:100%;height:auto;object-fit:cover}}",
    ".{name}--hidden{{display:none}}",
    (
        "@media (max-width:{size}00px){{"
        ".{name}{{flex-direction:column}}.{name}__media{{display:none}}}}"
    ),
    ".{name}:hover .{name}__link{{text-decoration:underline;opacity:.{size}}}",
)
_NAMES = (
    "site-header nav-menu teaser byline share-bar story-body newsletter-box site-footer promo-card "
    "ad-slot gallery"
    " breadcrumb comments video-player live-ticker"
).split()
_SCRIPTS, _SCRIPT = 34, 7  # how many, and calls in each
_METAS = 24
_MOST_READ, _RELATED, _FOOTER = 24, 12, 40


def write(folder: Path, numbers: Sequence[int], seed: str = "news") -> None:
    """Write articles into `folder` as web pages, a thousand to a subfolder."""
    for number in numbers:
        path = (folder / article(number, seed).name).with_suffix(".html")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page(number, seed), encoding="utf-8")


def page(number: int, seed: str = "news") -> str:
    """Give article `number` as a page."""
    chance = random.Random(f"{seed} page {number}")  # noqa: S311 - made-up news keeps no secret
    title, *paragraphs = article(number, seed).text.rstrip("\n").split("\n\n")
    others = [article(number + step, seed).text.split("\n", 1)[0] for step in range(1, 40)]
    return "\n".join(
        [
            f'<!DOCTYPE html>\n<html lang="en" class="no-js"><head>{_head(title, chance)}</head>',
            f'<body class="page page--article" data-page-id="{number}">{_code(chance, 6)}',
            _header(),
            '<main id="main" class="layout layout--two"><div class="layout__main">',
            _story(title, paragraphs, others, chance),
            _list("Related stories", others[:_RELATED], "related", chance),
            (
                f'</div><div class="layout__side">{_code(chance, 8)}<div class="ad-slot" '
                f'data-slot="{_token(chance)}">'
            ),
            "</div>",
            _list("Most read", others[:_MOST_READ], "most-read", chance),
            "</div></main>",
            _footer(chance),
            f"{_code(chance, _SCRIPTS - 20)}</body></html>",
        ]
    )


def _head(title: str, chance: random.Random) -> str:
    linked = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": title,
        "datePublished": "2025-11-17T08:00:00Z",
        "image": [f"https://cdn.news.example/{_token(chance)}.jpg" for _ in range(3)],
        "publisher": {
            "@type": "Organization",
            "name": "News",
            "logo": f"https://cdn.news.example/{_token(chance)}.png",
        },
    }
    metas = "".join(
        f'<meta name="{_token(chance)}" content="{_token(chance)} {_token(chance)}">'
        for _ in range(_METAS)
    )
    rules = "".join(
        rule.format(name=name, size=chance.randint(2, 9)) for name in _NAMES for rule in _RULES
    )
    return (
        f'<meta charset="utf-8"><title>{escape(title)} | News</title>{metas}'
        f'<meta property="og:title" content="{escape(title)}"><meta property="og:site_name" '
        f'content="News">'
        '<meta property="article:published_time" content="2025-11-17T08:00:00Z">'
        + "".join(
            f'<link rel="preload" as="script" href="https://cdn.news.example/{_token(chance)}.js">'
            for _ in range(18)
        )
        + '<link rel="stylesheet" href="https://cdn.news.example/site.css">'
        + f"<style>{rules}</style><script "
        f'type="application/ld+json">{json.dumps(linked)}</script>{_code(chance, 6)}'
    )


def _header() -> str:
    menus = "".join(
        f'<li class="nav-menu__item"><a class="nav-menu__link" href="/{topic.lower()}" '
        f'data-track="{_told("menu", 0)}">'
        f'{topic}</a><div class="nav-menu__panel"><ul class="nav-menu__sub">'
        + "".join(
            f'<li class="nav-menu__leaf"><a href="/{topic.lower()}/{n}" '
            f'data-track="{_told(topic, n)}">'
            f"{topic} {n}</a></li>"
            for n in range(3)
        )
        + "</ul></div></li>"
        for topic in _TOPICS
    )
    return (
        '<header class="site-header"><div class="site-header__inner"><a class="site-header__logo" '
        'href="/"><span>News'
        f'</span></a><nav class="nav-menu" aria-label="Main"><ul>{menus}</ul></nav>'
        '<form class="search" action="/search"><label for="q">Search</label><input id="q" '
        'name="q"><button>Go</button>'
        "</form></div></header>"
    )


def _story(
    title: str, paragraphs: Sequence[str], others: Sequence[str], chance: random.Random
) -> str:
    share = "".join(
        f'<li class="share-bar__item"><a class="share-bar__link share-bar__link--{name}" '
        f'href="https://{name}.example/s?u='
        f'{_token(chance)}"><span class="visually-hidden">Share on {name}</span></a></li>'
        for name in _NETWORKS
    )
    pieces: list[str] = []
    for at, paragraph in enumerate(paragraphs):
        words = escape(paragraph).split(" ")
        if len(words) > 12:  # noqa: PLR2004 - in a longer paragraph a name is a link
            words[8] = (
                f'<a href="/topic/{_token(chance)}" data-link="{_token(chance)}">{words[8]}</a>'
            )
        pieces.append(f'<p class="story-body__text">{" ".join(words)}</p>')
        if at % 4 == 2:  # noqa: PLR2004 - an advertisement or a picture now and then
            pieces.append(
                f'<div class="ad-slot ad-slot--inline" id="ad-{at}" '
                f'data-slot="{_token(chance)}"></div>'
            )
        if at == 1:
            pieces.append(
                f"<figure>{_image(chance)}<figcaption>{escape(others[-1])}. Photo: "
                f"News</figcaption></figure>"
            )
    return (
        f'<article class="story" data-id="{_token(chance)}"><div class="story__head"><h1 '
        f'class="story__title">'
        f'{escape(title)}</h1><ul class="share-bar">{share}</ul></div><div '
        f'class="story-body">{"".join(pieces)}</div>'
        f'<div class="newsletter-box"><p>Sign up to our '
        f"newsletter</p>{_code(chance, 0)}</div></article>"
    )


def _list(name: str, titles: Sequence[str], kind: str, chance: random.Random) -> str:
    cards = "".join(
        f'<li class="{kind}__item"><div class="teaser teaser--{kind}" data-id="{_token(chance)}">'
        f'<div class="teaser__media"><a href="{_address(title, chance)}" tabindex="-1">'
        f"{_image(chance) if at % 3 == 0 else ''}</a></div>"
        f'<div class="teaser__text"><a class="teaser__link" href="{_address(title, chance)}" '
        f'data-track="{_told(kind, at)}">'
        f'<span class="teaser__title">{escape(title)}</span></a></div></div></li>'
        for at, title in enumerate(titles)
    )
    return (
        f'<section class="{kind}"><h2 class="{kind}__title">{name}</h2><ul '
        f'class="{kind}__list">{cards}</ul></section>'
    )


def _footer(chance: random.Random) -> str:
    links = "".join(
        f'<li class="site-footer__item"><a '
        f'href="/about/{_token(chance)}">{_TOPICS[at % len(_TOPICS)]} {at}</a></li>'
        for at in range(_FOOTER)
    )
    return f'<footer class="site-footer"><ul>{links}</ul><p>All rights reserved.</p></footer>'


def _image(chance: random.Random) -> str:
    name = _token(chance)
    sizes = ", ".join(
        f"https://cdn.news.example/{name}/{width}.jpg {width}w" for width in (240, 480, 768, 1024)
    )
    return (
        f'<img src="https://cdn.news.example/{name}/480.jpg" srcset="{sizes}" '
        f'sizes="(min-width: 60em) 30vw" alt="">'
    )


def _code(chance: random.Random, count: int) -> str:
    """Give scripts as a page has them: set-up of advertisements, counters and players."""
    call = (
        "window.{0}=window.{0}||[];function "
        "f{1}(a){{if(a>{2}&&a){{window.{0}.push('\\u003ci>'+a);}}return a}}"
    )
    codes = (
        "".join(call.format(_token(chance), chance.randint(1, 99), at) for at in range(_SCRIPT))
        for _ in range(count)
    )
    return "".join(f"<script>{code}</script>" for code in codes)


def _address(title: str, chance: random.Random) -> str:
    words = "-".join(title.lower().replace(":", "").split())
    return f"https://www.news.example/2025/11/17/{words}-{_token(chance)}"


def _told(where: str, at: int) -> str:
    """Give what a link tells the counters of a page."""
    return escape(
        json.dumps(
            {
                "event": "click",
                "area": where,
                "position": at,
                "component": "teaser",
                "version": "4.2",
            }
        )
    )


def _token(chance: random.Random) -> str:
    return f"{chance.getrandbits(64):016x}"

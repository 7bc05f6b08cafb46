"""The extraction library is asked for its first step alone where that settles the matter: its answer
is the one that it gives when it is asked for all."""

import pytest

from briefing.ingest.html import asking
from tests.ingest.test_html import BODY

MENU = "".join(f"<li><a href=/{at}>Section of the paper {at}</a></li>" for at in range(40))
REMARK = "<p>Somebody who reads this paper thinks otherwise, and says so at some length, again.</p>"
PARAGRAPHS = "".join(f"<p>{line}</p>" for line in BODY)
ROWS = "".join(f"<tr><td>Pump {at}</td><td>{at}00 litres</td></tr>" for at in range(9))
TABLES = f"<table>{ROWS}</table>" * 12
PAGES = {
    "an article alone": f"<article>{PARAGRAPHS}</article>",
    "paragraphs of the page itself": PARAGRAPHS,
    "a menu beside it": f"<ul class=menu>{MENU}</ul><article>{PARAGRAPHS}</article>",
    "most of the page elsewhere": f"<div class=story>{PARAGRAPHS}</div><div>{REMARK * 60}</div>",
    "lines broken by br": f"<div class=story>{'<br>'.join(BODY)}</div>",
    "no paragraphs": f"<div><div>{'</div><div>'.join(BODY)}</div></div>",
    "little in the article": f"<article><p>{BODY[0]}</p></article><div>{'<br>'.join(BODY)}</div>",
    "more tables than paragraphs": f"<article><p>{BODY[0]}</p>{TABLES}</article>",
    "teasers hold it": f'<div class="teaser">{PARAGRAPHS}</div>',
    "teasers beside a few words": f'<p>{BODY[0]}</p><div class="teaser">{REMARK * 9}</div>',
    "comments under it": f'<article>{PARAGRAPHS}</article><div class="comment-list">{REMARK}</div>',
    "a list in a quotation": f"<article>{PARAGRAPHS}<blockquote><ul>{MENU}</ul></blockquote></article>",
    "time and details": f"<article><time>Monday</time>{PARAGRAPHS}<details>{REMARK}</details></article>",
    "nothing": "",
    "one word": "<p>Gone</p>",
}


@pytest.mark.parametrize("name", PAGES)
def test_the_first_step_is_the_answer_where_it_is_taken(name):
    page = f"<html><body>{PAGES[name]}</body></html>".encode()
    assert asking.extract_article(page, prose=1_000_000) == asking.extract_article(page)

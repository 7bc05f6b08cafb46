"""Asking the extraction library for the article of a page, no longer than its answer can change.

The library compares what its first step finds with what another library would find, which takes a
third of its time. On most pages the first step finds so much of the page that the comparison can't
end otherwise.
"""

import logging
from collections import Counter
from contextlib import suppress
from copy import copy
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from trafilatura.settings import Extractor

# Elements that the library throws away before it looks for an article; without them it reads a
# third of the page.
NO_ARTICLE = (
    "nav,footer,aside,menu,button,dialog,fieldset,label,legend,link,meta,img,picture,source,"
    "input,hr"
)

# By these the library decides nothing where neither links, pictures nor letters are asked for: on
# 559 pages its answer is the same without them. Without empty boxes it keeps a line more on four
# pages of 121, and as much of the articles of 221. What is left is copied and looked through
# quicker.
_ADDRESSES = ("href", "src", "target", "title")
_BOXES = ("span", "div")
_EMPHASES = ("b", "em", "font", "i", "small", "strong", "u")

_ANSWERED = frozenset("body p head list item quote code table row cell lb ref del".split())
_MUCH_PROSE = 0.4  # share of a page's letters in prose; of 175 such pages of 194, 159 were settled

logging.getLogger("trafilatura").propagate = False  # what it finds wrong with a page is no news


def extract_article(page: bytes, *, widely: bool = False, prose: int = 0) -> str:
    """The article's text without white space as the library sees it; empty where it sees none.

    `page` is HTML as `visible.body_markup` gives it; `widely` asks for all that may be the
    article's instead of what surely is. `prose`, the letters of its prose, only tells whether the
    library's first step is tried alone before. The library opens nothing, and since it is given
    only what a reader sees, nothing hidden sways it.
    """
    from trafilatura import bare_extraction  # noqa: PLC0415 - slow, and not every source is a page

    body = _settled_body(page, prose) if prose and not widely else None
    if body is not None:
        return _tight_text(body)
    tree = _parse_page(page)
    if tree is None:
        return ""
    found = bare_extraction(tree, options=copy(_extraction_options(widely=widely)))
    if found is None or isinstance(found, dict) or found.body is None:
        return ""
    return _tight_text(found.body)


def _tight_text(body: Any) -> str:  # noqa: ANN401 - the library's types are imported late
    from lxml import etree  # noqa: PLC0415 - as above

    text = etree.tostring(body, method="text", encoding="unicode", with_tail=False)
    return "".join(text.split())


def _parse_page(page: bytes) -> Any:  # noqa: ANN401 - the library's types are imported late
    """The page as a tree without what the library decides nothing by; None for an empty one."""
    from lxml import etree, html  # noqa: PLC0415 - slow to import

    parser = html.HTMLParser(
        collect_ids=False, remove_comments=True, remove_pis=True, encoding="utf-8"
    )
    parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=html.HtmlElement))
    tree = etree.fromstring(page, parser=parser)
    if tree is None:
        return None
    etree.strip_attributes(tree, *_ADDRESSES)
    etree.strip_tags(tree, *_EMPHASES)
    for node in reversed(list(tree.iter(*_BOXES))):
        if not len(node) and not node.text:
            node.drop_tree()
    return tree


def _settled_body(page: bytes, prose: int) -> Any:  # noqa: ANN401 - as above
    """What the library's own first step finds, None where the steps behind it could change that.

    The other library's words count only where they are more than twice as many, which those of no
    part of a page can be that holds half of it; and where the first step finds little, no words in
    paragraphs, fewer paragraphs than tables, or elements that it should have thrown away. A page
    with too little `prose` is not tried. The tree is used up: copying it took longer than parsing
    again the few that are not settled.
    """
    tree = _parse_page(page)
    shown = 0 if tree is None else len(" ".join(tree.text_content().split()))
    if not shown or prose < _MUCH_PROSE * shown:
        return None
    options = copy(_extraction_options())
    with suppress(TypeError, ValueError):  # at which the library gives up
        body, text = _first_step(tree, options)
        enough = len(text) >= options.min_extracted_size and 2 * len(text) >= shown
        return body if enough and _is_plain(body) else None
    return None


def _first_step(tree: Any, options: "Extractor") -> tuple[Any, str]:  # noqa: ANN401 - as above
    """What the library finds in a page before it looks for more, as it goes about it itself."""
    from trafilatura import htmlprocessing, main_extractor, xpaths  # noqa: PLC0415 - as above

    for unwanted in (xpaths.RAW_TREE_PRUNE_XPATH, xpaths.REMOVE_COMMENTS_AND_LISTS_XPATH):
        tree = htmlprocessing.prune_unwanted_nodes(tree, unwanted)
    cleaned = htmlprocessing.tree_cleaning(tree, options)
    return main_extractor.extract_content(htmlprocessing.convert_tags(cleaned, options), options)


def _is_plain(body: Any) -> bool:  # noqa: ANN401 - as above
    """Whether what was found has words in paragraphs, no fewer of these than tables, and nothing
    else than an article has.
    """
    tags = Counter(node.tag for node in body.iter())
    worded = any(node.text for node in body.iter("p"))
    return worded and tags["table"] <= tags["p"] and _ANSWERED.issuperset(tags)


@cache
def _extraction_options(*, widely: bool = False) -> "Extractor":
    """What is asked of the library; reading its settings anew for each page takes longer than a
    copy.
    """
    from trafilatura.settings import Extractor  # noqa: PLC0415 - slow to import

    return Extractor(recall=widely, comments=False, output_format="txt")

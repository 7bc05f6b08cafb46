"""The text of an article that a page carries in its data (`articleBody`) and does not show, or not
all of it.
"""

from collections.abc import Sequence

from briefing.ingest.clean.page import count_words
from briefing.ingest.html import hiding, styled, visible
from briefing.ingest.html.linked import Thing

_MOST = 300_000  # characters of one articleBody
_FEWEST_WORDS = 25  # that make an articleBody a text and no teaser
_FEWEST_LEFT = 5  # words of a paragraph that are worth adding
_LONG = 20  # letters of a line shown from which it is looked for in the data


def data_paragraphs(about: Sequence[Thing]) -> tuple[str, ...]:
    """The paragraphs of the first article in a page's linked data that carries its text; else
    none.
    """
    for thing in about:
        body = thing.get("articleBody")
        if isinstance(body, str) and len(body) <= _MOST and count_words(body) >= _FEWEST_WORDS:
            return body_lines(body)
    return ()


def is_free(about: Sequence[Thing]) -> bool:
    """Whether no article of the page's linked data is said to be for those who pay."""
    return not any(str(one.get("isAccessibleForFree")).casefold() == "false" for one in about)


def untold_rest(told: Sequence[str], shown: Sequence[str]) -> tuple[str, ...]:
    """What `told`, the paragraphs in the data, hold beyond the lines that the page shows."""
    found = []
    lines = [line for line in shown if len(line) >= _LONG]
    for paragraph in told:
        left = paragraph
        for line in lines:
            left = left.replace(line, " ")
        left = " ".join(left.split())
        if count_words(left) >= _FEWEST_LEFT:
            found.append(left)
    return tuple(found)


def body_lines(body: str) -> tuple[str, ...]:
    """The lines of a text that may be markup, as a reader would see them."""
    if "<" in body or "&" in body:
        tree = visible.parse_page(body.replace("\n", "<br>") if "<p" not in body.lower() else body)
        hiding.remove_hidden(tree, styled.read_style(tree))
        return tuple(block.text for block in visible.visible_blocks(tree))
    return tuple(line for one in body.split("\n") if (line := " ".join(one.split())))

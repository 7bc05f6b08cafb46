"""The seals of passages: whether what an entry of the analyst's file was decided on still stands in
its source, and where.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from rapidfuzz import fuzz

from briefing import digest
from briefing.errors import Problem
from briefing.settings import typed
from briefing.settings.analyst import AnalystRead, Cite, Correct, Entry, list_entries
from briefing.settings.reviewed import Rendered

_SEAL_DIGITS = 12
_NEAR = 85  # of 100: paths of one folder begin alike and end alike; words with a letter wrong
_FIGURE = re.compile(r"\d(?:(?:\\?[.,])?\d)*")  # as re.escape leaves it
_ANY_FIGURE = r"\\d(?:[.,]?\\d)*"
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")

Texts: TypeAlias = Mapping[str, Mapping[int, str]]
"""The passages of every source: path of the source -> number of the passage -> its text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """Where an entry's words stand now: the passage's number, or None and why the entry is
    stale.
    """

    passage: int | None
    stale: str = ""


def passage_seal(text: str) -> str:
    """The seal of a passage: 12 hexadecimal digits that change with any word of it.

    White space counts as one space, so that a file saved with other line ends stays sealed.
    """
    return digest.short_digest("", " ".join(text.split()), digits=_SEAL_DIGITS)


def find_anchor(entry: Entry, texts: Texts) -> Anchor:
    """Find the passage that `entry` means among `texts`, by number and seal, or by its quote.

    Never guesses: a broken seal makes the entry stale even where the passage may just have moved,
    but `stale` then says where the sealed words stand now.
    """
    passages = texts.get(entry.path)
    if passages is None:
        near = typed.suggest_near(entry.path, texts, _NEAR)
        meant = f"; {near}" if near else ""
        return Anchor(passage=None, stale=f"there is no source {entry.path!r}{meant}")
    if entry.passage is None:
        return _find_quote(entry.path, passages, _quote_of(entry))
    stale = _why_stale(entry, passages)
    return Anchor(passage=None if stale else entry.passage, stale=stale)


def _why_stale(entry: Entry, passages: Mapping[int, str]) -> str:
    """Why an entry's passage no longer is what it was decided on; empty where it is."""
    text = passages.get(entry.passage or 0)
    if text is None:
        return f"{entry.path} has no passage {entry.passage}"
    place = f"passage {entry.passage} of {entry.path}"
    if entry.hash and passage_seal(text) != entry.hash:
        moved = [number for number, other in passages.items() if passage_seal(other) == entry.hash]
        now = f"; these words are passage {moved[0]} now" if moved else ""
        return f"{place} has changed{now}"
    quote = _quote_of(entry)
    return "" if quote in text else f"{place} does not say {quote!r}"


def _quote_of(entry: Entry) -> str:
    """The words that an entry says its passage has, "" where it names none."""
    if isinstance(entry, Cite | Rendered):
        return entry.quote
    return entry.was if isinstance(entry, Correct) else ""


def _find_quote(path: str, passages: Mapping[int, str], quote: str) -> Anchor:
    """The first passage that says a quote; none, and nothing stale, for no quote."""
    if not quote:
        return Anchor(passage=None)
    found = [number for number, text in passages.items() if quote in text]
    if not found:
        return Anchor(passage=None, stale=f"{path} does not say {quote!r}")
    return Anchor(passage=found[0])


def find_near(entry: Entry, texts: Texts) -> str:
    """Words of an entry's passage, or of its source, that are nearly those which it quotes: with
    other figures, or with few other letters; "" where it says them, or nothing is near.
    """
    quote, wanted = _quote_of(entry), _meant_passages(entry, texts)
    if not quote.strip() or any(quote in text for text in wanted):
        return ""
    shape = re.compile(rf"(?<!\w){_FIGURE.sub(_ANY_FIGURE, re.escape(quote))}(?!\w)")
    alike = [found for text in wanted for found in shape.findall(text)]
    alike = alike or [_near_words(quote, text) for text in wanted]
    return max(alike, key=lambda one: fuzz.ratio(quote, one), default="")


def _meant_passages(entry: Entry, texts: Texts) -> list[str]:
    """The text of an entry's passage, or those of its whole source where it names none."""
    passages = texts.get(entry.path, {})
    if entry.passage is None:
        return list(passages.values())
    return [passages[entry.passage]] if entry.passage in passages else []


def _near_words(quote: str, text: str) -> str:
    """The whole words of a text that are nearly a quote."""
    at = fuzz.partial_ratio_alignment(quote, text, score_cutoff=_NEAR)
    if at is None or len(text) < len(quote):
        return ""
    words = [m for m in _WORD.finditer(text) if m.start() < at.dest_end and m.end() > at.dest_start]
    found = text[words[0].start() : words[-1].end()] if words else ""
    return found if fuzz.ratio(quote, found) >= _NEAR else ""


def stale_warnings(
    found: AnalystRead, texts: Texts, withdrawn: Mapping[str, str] | None = None
) -> Iterator[Problem]:
    """A warning for each entry that no longer fits the sources, or has no seal. `withdrawn` says by
    whom a source was withdrawn, by its path.
    """
    if found.tree is None:
        return
    yield from found.tree.doubts
    for steps, entry in list_entries(found.file):
        gone = (withdrawn or {}).get(entry.path)
        stale = gone or find_anchor(entry, texts).stale
        if stale:
            near = "" if gone else find_near(entry, texts)
            advice = f"did you mean {near!r}?" if near else "look at it again"
            yield found.tree.problem(steps, f"stale: {stale}", advice, severity="warning")
        elif entry.passage is not None and not entry.hash:
            wanted = passage_seal(texts[entry.path][entry.passage])
            message = "no hash: a change of the source would go unnoticed"
            yield found.tree.problem(steps, message, f"add hash: {wanted}", severity="warning")

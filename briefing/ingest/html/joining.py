"""What an extraction library left out of an article's middle and is put back: by where it stands.

Paragraphs in the very element that holds those it kept, lists behind a line of the article,
captions and headings beside its lines.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from briefing.ingest.clean.page import count_words
from briefing.ingest.html.visible import Block

MOST_LINKED = 0.5  # share of a line's letters in links, from which it leads elsewhere
_MOST_IN_LIST = 0.7  # the same of an item whose neighbours in the list are the article's
_PROSE_WORDS = 10
_ENDS = (".", "!", "?", "”", '"', "’", "»", "“", "«", "。", "！", "？", "」", "؟", "…")
_TOLD = (".", "”", '"', "’", "»", "。")  # how a sentence ends that is no title
_FEWEST_KIN = 2  # kept paragraphs of one element that make it the article's own
_SENTENCE = 6  # words of one that stands alone between paragraphs
_FEWEST_STEPS, _SHORT = 3, 20  # short lines alike but for a number; letters of one
_NUMBER = re.compile(r"\d+")
_FACT_WORDS = 5  # of an item that tells something by itself
_FEW_WORDS = 3  # of one with a number in it
_LONGEST = 2_000
_LONE_PROSE, _MOST_BETWEEN = 25, 12  # words of a paragraph left out, and lines left out with it
_FEWEST_LEAD, _LEAD = (
    40,
    60,
)  # letters of a summary that must stand in a line, and that are asked for
_MOST_OVER = 20  # lines over the article that are looked at for its summary
_NEAR = 4  # lines under the title among which its first prose is a summary
_SET_APART = frozenset({"title", "caption"})
_HEADINGS = frozenset({"title", "heading"})
_FEWEST_IN_POINTER, _MOST_IN_POINTER = 4, 30  # words of a line that leads to another article
_MOST_CAPTIONS = 3  # in a row: more are a gallery or teasers


def prose_words(block: Block) -> int:
    """Count the words of a line that is a sentence of some length and no link; else give 0."""
    if block.linked > MOST_LINKED or not block.text.rstrip().endswith(_ENDS):
        return 0
    words = count_words(block.text[:_LONGEST])
    return words if words >= _PROSE_WORDS else 0


def join_lines(blocks: Sequence[Block], words: Sequence[int], kept: list[bool]) -> list[bool]:
    """The lines kept, and those left out that by their place belong to them.

    `words` are those of each block's prose. Nothing before the first kept line is added but its
    captions, nothing behind the last but one paragraph and its lists.
    """
    places = [index for index, own in enumerate(kept) if own]
    if not places:
        return kept
    joined = list(kept)
    inside = _find_homes(blocks, words, kept)
    near = range(places[0], min(places[-1] + 2, len(blocks)))
    for index in filter(words.__getitem__, near) if inside else ():
        joined[index] = joined[index] or _is_kin(blocks[index], inside)
    _join_captions(blocks, joined)
    _join_enclosed(blocks, joined)
    _join_prose(blocks, words, joined)
    _join_broken(blocks, joined)
    joined = _join_headings(blocks, _join_lists(blocks, joined, inside), inside)
    return [own and not block.apart for own, block in zip(joined, blocks, strict=True)]


def join_lead(blocks: Sequence[Block], own: Sequence[bool], lead: str) -> list[bool]:
    """The lines kept, and the summary that stands over them.

    Pages often set the first sentences of an article apart from it. They are known by the words
    that the page declares as its description (`lead`, which may be cut off), and as the first prose
    under the title.
    """
    joined = list(own)
    first = joined.index(True) if True in joined else 0
    over = range(max(0, first - _MOST_OVER), first)
    under = _lines_under_title(blocks, over)
    wanted = _tight(lead)[:_LEAD]
    for index in over:
        block = blocks[index]
        declared = len(wanted) >= _FEWEST_LEAD and _tight(block.text).startswith(wanted)
        if block.kind not in _SET_APART and (declared or (index in under and prose_words(block))):
            joined[index] = block.linked <= MOST_LINKED
    return joined


def _lines_under_title(blocks: Sequence[Block], over: range) -> range:
    """The first lines below the last title over the article; none where no title is there."""
    titled = next((at for at in reversed(over) if blocks[at].kind == "title"), None)
    return over[:0] if titled is None else range(titled + 1, over.stop)[:_NEAR]


def drop_bare_headings(blocks: Sequence[Block], own: Sequence[bool]) -> list[bool]:
    """The lines kept without the headings under which nothing is kept.

    They announce what the page shows beside the article: a list of others, a form. A heading right
    over another one, with nothing left out between them, stays if that one does.
    """
    kept = list(own)
    if not any(one and not block.kind for one, block in zip(own, blocks, strict=True)):
        return kept
    bare = True
    for index in range(len(blocks) - 1, -1, -1):
        if not kept[index]:
            bare = True
        elif blocks[index].kind == "heading":
            kept[index] = not (bare and _is_bare(blocks, own, index))
            bare = not kept[index]
        else:
            bare = False
    return kept


def drop_pointers(blocks: Sequence[Block], own: Sequence[bool]) -> list[bool]:
    """The lines kept without those that only lead elsewhere: "Lesen Sie auch: …", whole in a link
    or with a few words before it, set as a paragraph of its own and no sentence.
    """
    return [one and not _is_pointer(block) for one, block in zip(own, blocks, strict=True)]


def _is_pointer(block: Block) -> bool:
    """Whether a line is a link to another article, or announces and gives one."""
    if block.linked <= MOST_LINKED or block.item or block.kind or block.text.endswith(_TOLD):
        return False
    words = count_words(block.text)
    return _FEWEST_IN_POINTER <= words <= _MOST_IN_POINTER


def _is_bare(blocks: Sequence[Block], own: Sequence[bool], index: int) -> bool:
    """Whether no text of the article comes before its next heading, or its end."""
    after = next((at for at in range(index + 1, len(blocks)) if own[at]), None)
    return after is None or blocks[after].kind == "heading"


def _tight(text: str) -> str:
    """The letters and digits of a text, folded."""
    return "".join(sign for sign in text[:_LONGEST].casefold() if sign.isalnum())


def _find_homes(
    blocks: Sequence[Block], words: Sequence[int], kept: Sequence[bool]
) -> frozenset[int]:
    """The elements that hold several paragraphs kept."""
    kin = Counter(
        block.home for block, own, count in zip(blocks, kept, words, strict=True) if own and count
    )
    return frozenset(home for home, count in kin.items() if home and count >= _FEWEST_KIN)


def _is_kin(block: Block, inside: Collection[int]) -> bool:
    """Whether a line stands in an element of the article's as its paragraphs do."""
    return block.home in inside and block.linked <= MOST_LINKED and not block.kind


def _join_captions(blocks: Sequence[Block], joined: list[bool]) -> None:
    """Add the captions that stand right before or behind a line of the article."""
    left = [block.kind == "caption" and not own for block, own in zip(blocks, joined, strict=True)]
    for run in _runs(left):
        beside = joined[run.start - 1 : run.start] + joined[run.stop : run.stop + 1]
        if len(run) <= _MOST_CAPTIONS and any(beside):
            for index in run:
                joined[index] = blocks[index].linked <= MOST_LINKED


def _join_enclosed(blocks: Sequence[Block], joined: list[bool]) -> None:
    """Add the headings and single sentences that stand right between two lines of the article."""
    steps: Counter[str] | None = None
    for index in range(1, len(blocks) - 1):
        block = blocks[index]
        enclosed = joined[index - 1] and joined[index + 1] and not joined[index]
        if not enclosed or block.linked > MOST_LINKED:
            continue
        joined[index] = block.kind == "heading" or _is_sentence(block.text)
        if not joined[index]:
            steps = steps or _count_steps(blocks)
            joined[index] = steps[_step(block.text)] >= _FEWEST_STEPS


def _join_broken(blocks: Sequence[Block], joined: list[bool]) -> None:
    """Add the lines of an element whose other lines, broken by <br> alone, are the article's for
    the most part.
    """
    starts = [at for at, block in enumerate(blocks) if not block.broken]
    for start, end in pairwise([*starts, len(blocks)]):
        mine = sum(joined[start:end])
        if 2 * mine > end - start > mine:
            for index in range(start, end):
                joined[index] = joined[index] or blocks[index].linked <= MOST_LINKED


def _join_headings(
    blocks: Sequence[Block], joined: list[bool], inside: Collection[int]
) -> list[bool]:
    """Add the headings right over a line of the article that stands in an element of it."""
    for index, (block, under) in enumerate(pairwise(blocks)):
        over = joined[index + 1] and not under.kind and under.home in inside
        if over and block.kind in _HEADINGS and block.linked <= MOST_LINKED:
            joined[index] = True
    return joined


def _count_steps(blocks: Sequence[Block]) -> Counter[str]:
    """How many short lines are alike but for a number; those without one are no steps."""
    steps = Counter(_step(one.text) for one in blocks if len(one.text) <= _SHORT)
    steps[""] = 0
    return steps


def _join_prose(blocks: Sequence[Block], words: Sequence[int], joined: list[bool]) -> None:
    """Add a long paragraph that stands alone between lines of the article, a few lines away."""
    for run in _runs([not own for own in joined]):
        long = [at for at in run if words[at] >= _LONE_PROSE and not blocks[at].item]
        inside = run.start > 0 and run.stop < len(blocks)
        if inside and len(run) <= _MOST_BETWEEN and len(long) == 1:
            joined[long[0]] = True


def _step(line: str) -> str:
    """A short line with a number in it without the number, as steps of instructions have it."""
    return _NUMBER.sub("#", line) if len(line) <= _SHORT and _has_number(line) else ""


def _is_sentence(line: str) -> bool:
    return line.endswith(_ENDS) and count_words(line) >= _SENTENCE


def _join_lists(blocks: Sequence[Block], joined: list[bool], inside: Collection[int]) -> list[bool]:
    """Add runs of items or rows that stand in an element of the article's right behind a line of
    it, or are the article's for the most part already.

    They carry facts where some have a number or are of several words; share bars have neither.
    Where the first and the last are the article's, those between them are, whatever they say.
    """
    for run in _runs([block.item and block.home in inside for block in blocks]):
        enclosed = joined[run.start] and joined[run.stop - 1]
        for index in run if enclosed or _tells_facts(blocks, joined, run) else ():
            joined[index] = joined[index] or blocks[index].linked <= _MOST_IN_LIST
    return joined


def _tells_facts(blocks: Sequence[Block], joined: Sequence[bool], run: range) -> bool:
    """Whether a run of items belongs to the article and carries facts."""
    return _belongs(blocks, joined, run) and _carry_facts([blocks[index] for index in run])


def _belongs(blocks: Sequence[Block], joined: Sequence[bool], run: range) -> bool:
    """Whether a list is the article's: its first item or most of it are already, or it stands
    behind a line of it and has few links.
    """
    if joined[run.start] or sum(joined[index] for index in run) * 2 > len(run):
        return True
    return (
        run.start > 0
        and joined[run.start - 1]
        and _leads_list(blocks[run.start - 1].text)
        and all(blocks[index].linked <= MOST_LINKED for index in run)
    )


def _carry_facts(run: Sequence[Block]) -> bool:
    """Whether items or rows carry facts: numbers or several words in most."""
    told = [
        count_words(block.text) >= (_FEW_WORDS if _has_number(block.text) else _FACT_WORDS)
        for block in run
    ]
    return sum(told) * 2 > len(told)


def _leads_list(line: str) -> bool:
    """Whether a list may belong to the line before it: that is prose, or announces it."""
    return line.endswith(":") or (line.endswith(_ENDS) and count_words(line) >= _PROSE_WORDS)


def _has_number(text: str) -> bool:
    return any(map(str.isdigit, text))


def _runs(answers: Iterable[bool]) -> Iterator[range]:
    """The longest runs of places at which the answer is yes."""
    start = 0
    for answer, run in groupby(answers):
        end = start + len(list(run))
        if answer:
            yield range(start, end)
        start = end

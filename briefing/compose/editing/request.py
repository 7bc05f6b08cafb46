"""What an editor is asked: statements with numbers, and a form for the answer that holds no text.

A request about a section follows from that section's candidates alone, in reading order, so that an
article that changes asks anew only about the sections that it serves. Article text is a value in
JSON, and every value of the answer is one of an enumeration.
"""

import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefing import digest
from briefing.compose.choice import holds_all, share_sentence
from briefing.languages.en.asked import answers_terms
from briefing.model import (
    OPENING,
    Candidate,
    Document,
    EditorRequest,
    Question,
    Ranked,
    Shortlist,
    Statement,
    Wanted,
)
from briefing.offer.concepts import find_concepts

MOST_OPENING = 5  # statements that open a brief
_MOST_SHOWN = 60  # statements of one section: some 2,000 words, which small models still read
_FEWEST = 12  # that an answer may name however little room there is
_BY_LENGTH = 0.45  # how much length counts against a statement, as where the program chooses
_FOLDER = Path(__file__).parent
_ABC = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def digest_request(request: EditorRequest) -> str:
    """The digest of all that would be sent, but for the name of the model."""
    return digest.of_fields((request.instructions, request.content, request.schema))


def list_offered(request: EditorRequest) -> frozenset[str]:
    """The keys of all statements that an answer to a request can choose."""
    shorter = (short for _, short in request.drops.values())
    joined = (key for _, key in request.joins.values())
    return frozenset((*request.numbers.values(), *shorter, *joined))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Item:
    """A thing to choose: a candidate, and the same without the clause that it can spare."""

    number: str
    candidate: Candidate
    shorter: Candidate | None

    @property
    def text(self) -> str:
        return self.candidate.statement.text


def ask_about_section(
    shortlist: Shortlist, documents: Mapping[str, Document], fixed: Collection[str]
) -> EditorRequest | None:
    """The request about a section, None where there is nothing to choose.

    `documents` are those of which the editor may see something; `fixed` are the keys of what the
    analyst pins, which is told whatever the answer.
    """
    pinned, free = _part_pinned(shortlist.ranked, documents, fixed)
    singles, pairs = _part_pairs(_shown_rows(free, documents))
    if len(singles) <= 1:
        return None
    items = tuple(_number_items(singles))
    joins = dict(_join_items(items, pairs))
    asked = {f"q{number}": one for number, one in enumerate(shortlist.wanted.questions, 1)}
    answers = _list_answers(items, asked)
    labels = _label_sources([*(item.candidate for item in items), *pinned])
    content = {
        **_describe_wanted(shortlist.wanted),
        "questions": [{"number": name, "text": one.text} for name, one in asked.items()],
        "sources": _describe_sources(labels, documents),
        "told_already": [one.statement.text for one in pinned],
        "statements": [_describe_item(item, labels) for item in items],
    }
    numbers = {item.number: item.candidate.statement.key for item in items}
    drops = {clause: keys for item in items for clause, keys, _ in _clauses_of(item)}
    enumerated = {
        "tell": list(numbers),
        "drop": list(drops),
        "joins": list(joins),
        "answers": list(answers),
    }
    return EditorRequest(
        subject=shortlist.wanted.slug,
        instructions=_read_instructions("section.txt"),
        content=_write_json(content),
        schema=_write_schema(enumerated, most=_most_told(shortlist)),
        numbers=numbers,
        drops=drops,
        joins=joins,
        answers=answers,
    )


def ask_about_opening(
    able: Sequence[Statement], told: Mapping[str, Candidate], documents: Mapping[str, Document]
) -> EditorRequest | None:
    """The request about the opening, of statements that are `able` to open a brief; None where
    there is nothing to choose.
    """
    if len(able) <= 1:
        return None
    rows = {str(number): one for number, one in enumerate(able, 1)}
    labels = _label_sources([told[one.key] for one in able])
    content = {
        "part": "the opening of the brief",
        "most": {"statements": MOST_OPENING},
        "sources": _describe_sources(labels, documents),
        "statements": [
            {"number": name, "source": labels[told[one.key].document], "text": one.text}
            for name, one in rows.items()
        ],
    }
    return EditorRequest(
        subject=OPENING,
        instructions=_read_instructions("opening.txt"),
        content=_write_json(content),
        schema=_write_schema({"tell": list(rows)}, most=MOST_OPENING),
        numbers={name: one.key for name, one in rows.items()},
    )


def _most_told(shortlist: Shortlist) -> int:
    """How many statements an answer may name: some more than there is room for."""
    wanted = shortlist.wanted
    return _MOST_SHOWN if wanted.words is not None else max(_FEWEST, 2 * wanted.statements)


def _part_pinned(
    ranked: Iterable[Ranked], documents: Mapping[str, Document], fixed: Collection[str]
) -> tuple[list[Candidate], list[Ranked]]:
    """Part what the editor may see into what is told whatever he answers and what is his choice."""
    seen = [one for one in ranked if one.candidate.document in documents]
    pinned = [one.candidate for one in seen if one.candidate.statement.key in fixed]
    return pinned, [one for one in seen if not _is_told_by(one.candidate, pinned)]


def _list_answers(items: Sequence[_Item], asked: Mapping[str, Question]) -> dict[str, str]:
    """Which statement may answer which question: both numbers, and the statement's."""
    return {
        f"{name}={item.number}": item.number
        for name, question in asked.items()
        for item in items
        if answers_terms(item.text, question.terms)
    }


def _describe_wanted(wanted: Wanted) -> dict[str, Any]:
    most = {"words": wanted.words}
    if wanted.words is None:
        most = {"statements": wanted.statements}
    return {
        "section": wanted.title,
        "wanted": "views" if wanted.views else "facts",
        "most": most,
    }


def _is_told_by(candidate: Candidate, pinned: Iterable[Candidate]) -> bool:
    return any(share_sentence(candidate, one) for one in pinned)


def _shown_rows(
    free: Sequence[Ranked], documents: Mapping[str, Document]
) -> list[tuple[Candidate, ...]]:
    """What is shown of a section, in reading order: for each stretch of an article the statement,
    and the same with less.

    Of very many those are that say most of what the section's other articles say too.
    """
    rows: dict[tuple[str, ...], list[Candidate]] = {}
    for one in free:
        rows.setdefault(_stretch_of(one.candidate), []).append(one.candidate)
    tellers = Counter(
        concept
        for _, concept in {
            (one.candidate.document, concept) for one in free for concept in one.concepts
        }
    )
    grouped = [tuple(sorted(row, key=_by_length)) for row in rows.values()]
    best = sorted(
        grouped, key=lambda row: (-_rate_locally(row[0], tellers), _place_of(row[0], documents))
    )
    return sorted(best[:_MOST_SHOWN], key=lambda row: _place_of(row[0], documents))


def _stretch_of(candidate: Candidate) -> tuple[str, ...]:
    cited = candidate.statement.citations
    return (candidate.document, *(f"{one.start}-{one.end}" for one in cited))


def _by_length(candidate: Candidate) -> tuple[int, str]:
    """The longest first."""
    return -len(candidate.statement.text), candidate.statement.key


def _place_of(candidate: Candidate, documents: Mapping[str, Document]) -> tuple[str, int, int, str]:
    cited = candidate.statement.citations
    first = min(one.start for one in cited)
    return documents[candidate.document].locator, first, len(cited), candidate.statement.key


def _rate_locally(candidate: Candidate, tellers: Mapping[str, int]) -> float:
    """What a candidate says of what several articles of its section say, for its length."""
    text = candidate.statement.text
    told = sum(tellers[one] - 1 for one in find_concepts(text) if one in tellers)
    return round(float(told / max(len(text.split()), 1) ** _BY_LENGTH), 9)


def _part_pairs(
    rows: Sequence[tuple[Candidate, ...]],
) -> tuple[list[tuple[Candidate, ...]], list[Candidate]]:
    """Part statements from those that tell two others of their article in one."""
    pairs = [
        row[0]
        for row in rows
        if sum(holds_all(row[0], other[0]) for other in rows if _same(row, other)) > 1
    ]
    keys = {one.statement.key for one in pairs}
    return [row for row in rows if row[0].statement.key not in keys], pairs


def _same(row: tuple[Candidate, ...], other: tuple[Candidate, ...]) -> bool:
    return row[0].document == other[0].document


def _number_items(rows: Sequence[tuple[Candidate, ...]]) -> Iterator[_Item]:
    for number, row in enumerate(rows, 1):
        shorter = row[1] if len(row) > 1 else None
        yield _Item(number=str(number), candidate=row[0], shorter=shorter)


def _join_items(
    items: Sequence[_Item], pairs: Sequence[Candidate]
) -> Iterator[tuple[str, tuple[tuple[str, ...], str]]]:
    """The numbers of statements that can be told as one, joined with a plus, and that one."""
    for pair in pairs:
        held = tuple(
            item.number
            for item in items
            if item.candidate.document == pair.document and holds_all(pair, item.candidate)
        )
        if len(held) > 1:
            yield "+".join(held), (held, pair.statement.key)


def _clauses_of(item: _Item) -> Iterator[tuple[str, tuple[str, str], str]]:
    """The clause that a statement can spare: its number, the keys with and without, its words."""
    if item.shorter is None:
        return
    whole, shorter = item.candidate.statement, item.shorter.statement
    kept = {edit for part in whole.parts for edit in part.edits}
    words = [
        whole.citations[part.citation].quote[edit.start : edit.end]
        for part in shorter.parts
        for edit in part.edits
        if edit not in kept and edit.op == "drop"
    ]
    yield f"{item.number}a", (whole.key, shorter.key), " … ".join(words)


def _label_sources(candidates: Sequence[Candidate]) -> dict[str, str]:
    """A letter for each document, in the order in which they come."""
    names = dict.fromkeys(one.document for one in candidates)
    return {name: _letters(number) for number, name in enumerate(names)}


def _letters(number: int) -> str:
    """A, B and so on up to Z, then AA."""
    more, place = divmod(number, len(_ABC))
    return (_letters(more - 1) if more else "") + _ABC[place]


def _describe_sources(
    labels: Mapping[str, str], documents: Mapping[str, Document]
) -> list[dict[str, str]]:
    found = []
    for name, label in labels.items():
        document = documents[name]
        known = {"outlet": document.outlet, "published": document.published}
        said = {word: fact.value for word, fact in known.items() if fact is not None}
        found.append({"source": label, **said})
    return found


def _describe_item(item: _Item, labels: Mapping[str, str]) -> dict[str, Any]:
    clauses = [{"number": number, "text": words} for number, _, words in _clauses_of(item)]
    return {
        "number": item.number,
        "source": labels[item.candidate.document],
        "text": item.text,
        **({"can_drop": clauses} if clauses else {}),
    }


def _write_schema(enumerated: Mapping[str, Sequence[str]], *, most: int) -> str:
    """The form of an answer: lists of what is enumerated, and nothing else."""
    given = {name: values for name, values in enumerated.items() if values}
    properties = {
        name: {
            "type": "array",
            "items": {"type": "string", "enum": list(values)},
            "maxItems": min(most, len(values)),
        }
        for name, values in given.items()
    }
    return _write_json(
        {
            "type": "object",
            "properties": properties,
            "required": list(properties),
            "additionalProperties": False,
        }
    )


def _write_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)


def _read_instructions(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")

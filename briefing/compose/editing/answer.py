"""An editor's answer, read: which of the numbers that it was given it names. Nothing else of it is
kept.
"""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from briefing.model import EditorRequest

_LONGEST = 200_000  # characters of an answer; an honest one has some hundred
_MOST = 1_000  # numbers in one list
_FIELDS = ("tell", "drop", "joins", "answers")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadAnswer:
    """What an answer chooses: keys of statements in its order, those given as answers, how much of
    it stands for nothing; `fault` says why nothing of it can be used.
    """

    chosen: tuple[str, ...] = ()
    answering: tuple[str, ...] = ()
    misread: int = 0
    fault: str = ""


def read_answer(request: EditorRequest, text: str) -> ReadAnswer:
    """Read the answer to a request, whatever it is; raises nothing."""
    if len(text) > _LONGEST:
        return ReadAnswer(fault="the answer is far too long")
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return ReadAnswer(fault="the answer is no JSON")
    if not isinstance(found, dict) or not isinstance(found.get("tell"), list):
        return ReadAnswer(fault="the answer is not of the form that was asked for")
    named = {name: _list_words(found.get(name)) for name in _FIELDS}
    told = _resolve_numbers(request, named)
    misread = _count_misread(request, found)
    if not told:
        return ReadAnswer(misread=misread, fault="the answer names no statement that it was given")
    answers = _resolve_answers(request, named["answers"])
    return ReadAnswer(
        chosen=tuple(dict.fromkeys(told.values())),
        answering=tuple(dict.fromkeys(told[one] for one in answers)),
        misread=misread,
    )


def _list_words(value: object) -> tuple[str, ...]:
    """The texts of a list, each once, numbers as texts."""
    listed = value[:_MOST] if isinstance(value, list) else []
    return tuple(dict.fromkeys(str(one) for one in listed if _is_name(one)))


def _is_name(value: object) -> bool:
    return isinstance(value, str | int) and not isinstance(value, bool)


def _resolve_numbers(request: EditorRequest, named: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """The keys behind the numbers to tell, in order, shortened and joined as asked; what is given
    as an answer and not told stands last.
    """
    asked = dict.fromkeys((*named["tell"], *_resolve_answers(request, named["answers"])))
    whole = {one: request.numbers[one] for one in asked if one in request.numbers}
    shorter = dict(request.drops[one] for one in named["drop"] if one in request.drops)
    joined = _resolve_joins(request, named["joins"], whole)
    return {one: joined.get(one) or shorter.get(key, key) for one, key in whole.items()}


def _resolve_answers(request: EditorRequest, named: Sequence[str]) -> list[str]:
    """The numbers of the statements that are given as answers."""
    return [request.answers[one] for one in named if one in request.answers]


def _resolve_joins(
    request: EditorRequest, named: Sequence[str], told: Collection[str]
) -> dict[str, str]:
    """The key of the joined statement for each number that is part of one: the first join of all
    those named whose parts are all told.
    """
    found: dict[str, str] = {}
    for name in named:
        members, key = request.joins.get(name, ((), ""))
        if members and all(one in told and one not in found for one in members):
            found.update(dict.fromkeys(members, key))
    return found


def _count_misread(request: EditorRequest, found: Mapping[str, object]) -> int:
    """Count what an answer names and nobody asked about, and what repeats."""
    known: Mapping[str, Mapping[str, object]] = {
        "tell": request.numbers,
        "drop": request.drops,
        "joins": request.joins,
        "answers": request.answers,
    }
    count = sum(name not in known for name in found)
    for name, allowed in known.items():
        value = found.get(name, [])
        listed = value[:_MOST] if isinstance(value, list) else [None]
        right = {str(one) for one in listed if _is_name(one) and str(one) in allowed}
        count += len(listed) - len(right)
    return count

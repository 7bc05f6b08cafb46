"""From a form that was sent to an act on the analyst's file."""

import re
from collections.abc import Callable, Mapping
from typing import TypeAlias, cast, get_args

from briefing.decisions import Act, Release, Untranslate
from briefing.desk.items import SealedPassage
from briefing.errors import Problem, UserError
from briefing.settings.analyst import Cite, Correct, Exclude, JudgementEntry, Pin
from briefing.settings.reviewed import Keep, Move, OutletMark, PersonMark, Rendered
from briefing.settings.scales import Confidence
from briefing.settings.settings import Reliability

Form: TypeAlias = Mapping[str, str]
"""Field by field what was sent; each once."""


def read_act(form: Form, place: SealedPassage) -> Act:
    """The act that a form on the passage at `place` orders.

    Raises UserError where a field lacks, or says what it can't say.
    """
    make = _ACTS.get(form.get("act", ""))
    if make is None:
        raise mistake(field="act", message="there is no such act")
    return make(form, place)


def mistake(field: str, message: str) -> UserError:
    """What is wrong with one field of a form."""
    return UserError(Problem(path=field, line=0, column=0, message=message))


def _keep(_form: Form, place: SealedPassage) -> Act:
    return Keep(path=place.path, passage=place.passage, hash=place.seal)


def _pin(form: Form, place: SealedPassage) -> Act:
    return Pin(
        path=place.path,
        passage=place.passage,
        hash=place.seal,
        section=_text(form, "section"),
    )


def _exclude(form: Form, place: SealedPassage) -> Act:
    return Exclude(
        path=place.path,
        passage=place.passage,
        hash=place.seal,
        reason=_needed(form, "reason"),
    )


def _move(form: Form, place: SealedPassage) -> Act:
    return Move(
        path=place.path,
        passage=place.passage,
        hash=place.seal,
        section=_needed(form, "section"),
    )


def _correct(form: Form, place: SealedPassage) -> Act:
    return Correct(
        path=place.path,
        passage=place.passage,
        hash=place.seal,
        was=_quoted(form, "was", place),
        now=_needed(form, "now"),
        reason=_needed(form, "reason"),
    )


def _translate(form: Form, place: SealedPassage) -> Act:
    return Rendered(
        path=place.path,
        passage=place.passage,
        hash=place.seal,
        quote=_quoted(form, "quote", place) if _text(form, "quote") else "",
        text=_needed(form, "text"),
        by=_needed(form, "by"),
    )


def _untranslate(form: Form, place: SealedPassage) -> Act:
    """A translation goes by where it was entered, which need not be where its words stand now."""
    number = _needed(form, "entered")
    if not number.isdecimal():
        raise mistake(field="entered", message=f"{number!r} is no passage")
    return Untranslate(path=place.path, passage=int(number), quote=_plain(form, "quote"))


def _judge(form: Form, place: SealedPassage) -> Act:
    return JudgementEntry(
        text=_needed(form, "text"),
        likelihood=_needed(form, "likelihood"),
        confidence=cast("Confidence", _one_of(form, "confidence", get_args(Confidence))),
        reason=_text(form, "reason"),
        cites=(Cite(path=place.path, passage=place.passage, hash=place.seal),),
    )


def _person(form: Form, _place: SealedPassage) -> Act:
    return PersonMark(
        name=_needed(form, "name"), role=_text(form, "role"), country=_text(form, "country")
    )


def _outlet(form: Form, _place: SealedPassage) -> Act:
    letter = _text(form, "reliability")
    if letter:
        _one_of(form, "reliability", get_args(Reliability))
    return OutletMark(
        name=_needed(form, "name"),
        reliability=cast("Reliability", letter) if letter else None,
        note=_text(form, "note"),
    )


def _take_back(_form: Form, place: SealedPassage) -> Act:
    return Release(path=place.path, passage=place.passage)


_ACTS: Mapping[str, Callable[[Form, SealedPassage], Act]] = {
    "keep": _keep,
    "pin": _pin,
    "exclude": _exclude,
    "move": _move,
    "correct": _correct,
    "translate": _translate,
    "untranslate": _untranslate,
    "judge": _judge,
    "person": _person,
    "outlet": _outlet,
    "release": _take_back,
}


def _text(form: Form, field: str) -> str:
    """What a field says; line ends as files have them, none at the ends."""
    return _plain(form, field).strip()


def _plain(form: Form, field: str) -> str:
    """What a field says, line ends as files have them."""
    return re.sub(r"\r\n?", "\n", form.get(field, ""))


def _needed(form: Form, field: str) -> str:
    found = _text(form, field)
    if not found:
        raise mistake(field, "nothing stands here; it is needed")
    return found


def _quoted(form: Form, field: str, place: SealedPassage) -> str:
    """Words of the passage, as it has them; a field of a form can't hold its line ends."""
    found = _needed(form, field)
    said = re.search(r"\s+".join(map(re.escape, found.split())), place.words)
    if said is None:
        where = f"passage {place.passage} of {place.path}"
        raise mistake(field, f"{where} does not say {found!r}")
    return said.group()


def _one_of(form: Form, field: str, choices: tuple[str, ...]) -> str:
    found = _needed(form, field)
    if found not in choices:
        raise mistake(field, f"{found!r} is not one of {', '.join(choices)}")
    return found

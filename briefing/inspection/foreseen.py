"""What a pin would make the brief tell, asked before it is written: one that can't be told is
refused, and the file stays as it is.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from briefing.decisions import foresee_act
from briefing.edition.make import prove
from briefing.errors import Problem, UserError, WorkError
from briefing.events.corrections import find_correction, find_corrections
from briefing.job.load import Job
from briefing.model import Brief, Citation, Passage, Reading, Statement
from briefing.settings.analyst import NAME, AnalystRead, Exclude, Pin
from briefing.walk import assemble, pins, withdrawals
from briefing.walk.decisions import Decided, RefusedPin
from briefing.walk.library import Considered
from briefing.walk.notebook import Notebook

_ADDRESS = re.compile(r"[^\s@]@[\w-]+\.\w")


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeseenPin:
    """What a pin would tell: its section, its statements, what the passage is taken for ("" for
    text of the article), and in a line each what is told along and why. `brief` is the one that
    tells it, and `corrected` says where its outlet has set right what is pinned, "" for nowhere.
    """

    section: str = ""
    told: tuple[Statement, ...] = ()
    taken_for: str = ""
    along: tuple[str, ...] = ()
    brief: Brief | None = None
    corrected: str = ""


def name_statement(job: Job, considered: Considered, act: Pin, key: str) -> Pin:
    """A pin of a passage as one of the statement `key`, which is of that passage, where the passage
    alone would be told otherwise; raises UserError where it can't be written.
    """
    if not key:
        return act
    read = foresee_act(job.base, act, tuple(job.sections))
    considered = withdrawals.take_out(replace(considered, notebook=Notebook()))
    alone = AnalystRead(file=replace(read.file, pin=(act,)))
    told = assemble.decide(replace(job, analyst=alone), considered).orders.keys()
    return act if told == {key} else replace(act, statement=key)


def foresee_pin(job: Job, considered: Considered, act: Pin) -> ForeseenPin:
    """Foresee what a pin would tell; nothing where its article is not in view, as one of very many.

    The brief is made and proved as if the pin stood in the file. Raises UserError where it could
    not be obeyed, or where it can't be written.
    """
    read = foresee_act(job.base, act, tuple(job.sections))
    considered = withdrawals.take_out(
        replace(considered, notebook=Notebook(before=considered.notebook.before))
    )
    _refuse_withdrawn(considered, act)
    reading = _find_reading(considered, act)
    passage = _find_passage(reading, act) if reading is not None else None
    if reading is None or passage is None:
        return ForeseenPin()
    decided, brief = _compose(replace(job, analyst=read), considered, act, read)
    section, told = _find_told(decided, brief, read.file.pin.index(act), act)
    return ForeseenPin(
        section=section,
        told=told,
        taken_for=pins.say_kind(passage) or _say_contact(reading, passage),
        brief=brief,
        corrected=_find_correction(considered, told),
        along=()
        if act.statement
        else tuple(dict.fromkeys(line for one in told for line in _say_along(one, act))),
    )


def refuse_needed(job: Job, considered: Considered, act: Exclude) -> None:
    """Raise UserError where an exclusion would keep a pin that holds so far from being obeyed."""
    read = foresee_act(job.base, act, tuple(job.sections))
    considered = withdrawals.take_out(replace(considered, notebook=Notebook()))
    before = {job.analyst.file.pin[one.number] for one in _decide(job, considered)}
    for one in _decide(replace(job, analyst=read), considered):
        pin = read.file.pin[one.number]
        if pin not in before:
            line = read.tree.problem(("pin", one.number), "").line if read.tree else 0
            what = f"passage {pin.passage} of {pin.path} is pinned in line {line} of {NAME}"
            why = "and can't be told without it" if act.passage else "and is part of it"
            raise _refusal(act, f"it can't be excluded: {what}, {why}", "take that pin out first")


def _decide(job: Job, considered: Considered) -> tuple[RefusedPin, ...]:
    return assemble.decide(job, considered).refused if job.analyst.file.pin else ()


def say_told(foreseen: ForeseenPin) -> Iterator[str]:
    """What a pin would tell, a line for each statement, and what is told along."""
    for one in foreseen.told:
        yield f"told in {foreseen.section}: {one.text}"
    yield from foreseen.along


def say_displaced(before: Brief, foreseen: ForeseenPin) -> Iterator[str]:
    """Which statements of the brief before a pin takes the place of, in a line; none where nothing
    goes: what other statements tell the same words of does not.
    """
    after = foreseen.brief
    if after is None:
        return
    told = [cited for one in after.statements for cited in one.bases]
    gone = [
        one.number
        for one in before.statements
        if not all(any(_shares_words(cited, other) for other in told) for cited in one.bases)
    ]
    if gone:
        yield f"instead of {' and '.join(filter(None, [', '.join(gone[:-1]), gone[-1]]))}"


def _shares_words(cited: Citation, other: Citation) -> bool:
    same = cited.document == other.document
    return same and cited.start < other.end and other.start < cited.end


def list_warnings(act: Pin, foreseen: ForeseenPin) -> Iterator[Problem]:
    """What an analyst should know of the passage that a pin orders to be told."""
    if foreseen.taken_for:
        yield _warn_of_kind(act, foreseen)
    if foreseen.corrected:
        yield _warn_of_correction(act, foreseen)


def _warn_of_correction(act: Pin, foreseen: ForeseenPin) -> Problem:
    """A warning that the outlet of what is pinned has set it right."""
    return Problem(
        path=f"{act.path}:{act.passage}",
        line=0,
        column=0,
        message=f"its outlet has corrected what it says: {foreseen.corrected}; it is told all the "
        "same, and marked",
        advice="pin what is right instead",
        severity="warning",
    )


def _find_correction(considered: Considered, told: Sequence[Statement]) -> str:
    """Where its outlet corrected what statements tell, and in which words; "" for nowhere."""
    documents = {one.document.id: one.document for one in considered.readings}
    notes = find_corrections(documents.values())
    for cited in (cited for one in told for cited in one.bases):
        found = find_correction(documents.get(cited.document), cited.quote, notes)
        if found is not None:
            where = documents[found.document]
            return f"{where.path or where.locator}, “{' '.join(found.text.split())}”"
    return ""


def _warn_of_kind(act: Pin, foreseen: ForeseenPin) -> Problem:
    """A warning that a passage is taken for no text of its article."""
    return Problem(
        path=f"{act.path}:{act.passage}",
        line=0,
        column=0,
        message=f"taken for {foreseen.taken_for}, not for text of the article; it is told all "
        "the same",
        advice="pin a passage of the body, if that says it too",
        severity="warning",
    )


def _refuse_withdrawn(considered: Considered, act: Pin) -> None:
    """Raise UserError where the article is withdrawn: nothing of it is told."""
    for one in considered.holdings.documents:
        withdrawn = withdrawals.say_withdrawn(one)
        if withdrawn and (one.path or one.locator) == act.path:
            raise _refusal(act, withdrawn.rstrip("."), "pin a passage of another article")


def _find_reading(considered: Considered, act: Pin) -> Reading | None:
    """The article that a pin means; None where it is not in view."""
    for reading in considered.readings:
        if (reading.document.path or reading.document.locator) == act.path:
            return reading
    return None


def _find_passage(reading: Reading, act: Pin) -> Passage | None:
    """The passage of its article that a pin means."""
    return next((one for one in reading.passages if one.number == act.passage), None)


def _say_contact(reading: Reading, passage: Passage) -> str:
    """What a line with an address of mail is taken for, "" for another."""
    words = reading.document.text[passage.start : passage.end]
    return "a line of whom to write to" if _ADDRESS.search(words) else ""


def _compose(
    job: Job, considered: Considered, act: Pin, read: AnalystRead
) -> tuple[Decided, Brief]:
    """Compose and prove the brief with the pin in it."""
    decided = assemble.decide(job, considered)
    ranking = assemble.rank(job, considered, decided)
    brief = assemble.compose_brief(job, considered, decided, ranking)
    number = read.file.pin.index(act)
    for one in pins.find_untold(decided, brief):
        if one.number == number:
            raise _refusal(act, f"it can't be told: {one.why}", one.advice)
    try:
        prove(job, brief, considered)
    except WorkError as error:
        raise _refusal(act, str(error).replace("\n", ""), "pin another passage") from error
    return decided, brief


def _find_told(
    decided: Decided, brief: Brief, number: int, act: Pin
) -> tuple[str, tuple[Statement, ...]]:
    """The section and the statements of it that a pin orders, or that another pin of the passage
    orders already.
    """
    pinned = list(_pinned_statements(brief))
    own = [(slug, one) for slug, one in pinned if decided.orders.get(one.key) == number]
    found = own or [(slug, one) for slug, one in pinned if _rests_on(one, act)]
    return (found[0][0] if found else ""), tuple(one for _, one in found)


def _pinned_statements(brief: Brief) -> Iterator[tuple[str, Statement]]:
    """The statements that a brief tells because of a pin, each with its section's slug."""
    for section in brief.sections:
        for one in section.statements:
            if one.pinned:
                yield section.slug, one


def _rests_on(statement: Statement, act: Pin) -> bool:
    """Whether a statement tells words of the passage that a pin means."""
    return any(cited.passage == act.passage for cited in statement.bases)


def _say_along(statement: Statement, act: Pin) -> Iterator[str]:
    """What a statement tells of other passages than the pinned one, and why."""
    for one in statement.bases:
        if one.passage < act.passage:
            yield f"with passage {one.passage} before it, which says what its first words point to"
        elif one.passage > act.passage:
            yield f"with passage {one.passage} behind it, which may take back what it says"


def _refusal(act: Pin | Exclude, message: str, advice: str) -> UserError:
    place = f"{act.path}:{act.passage}" if act.passage else act.path
    return UserError(Problem(path=place, line=0, column=0, message=message, advice=advice))

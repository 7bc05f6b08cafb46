"""The analyst at work: acts as they are done at this desk, and their undoing."""

import threading
from dataclasses import dataclass, field

from briefing.decisions import Act, Done, undo_act, write_act
from briefing.desk import items
from briefing.desk.bench import Bench
from briefing.desk.forms import Form, mistake, read_act
from briefing.desk.items import ReviewItem, SealedPassage, find_item, find_place
from briefing.edition.trial import Trial
from briefing.inspection import foreseen
from briefing.settings.analyst import Exclude, Pin


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """One act that was written, in words."""

    words: str
    done: Done


@dataclass(slots=True, kw_only=True)
class Seat:
    """What was done at this desk since `serve` began, the last at the end."""

    bench: Bench
    deeds: list[Deed] = field(default_factory=list)
    guard: threading.Lock = field(default_factory=threading.Lock)

    def act(self, name: str, form: Form) -> None:
        """Do what a form on the item `name` orders.

        The form names its passage, so that what an earlier act took out of the brief can still be
        decided on.

        Raises UserError where that can't be done; then nothing is written.
        """
        trial = self._trial()
        place, item = _named_place(trial, name, form), find_item(trial, name)
        if item is not None and form.get("act") == "correct":
            place = _place_words(trial, item, place, form.get("was", ""))
        act = read_act(form, place)
        if isinstance(act, Pin) and item is not None and item.place == place:
            considered, key = trial.made.considered, item.statement.key
            act = foreseen.name_statement(items.with_decisions(trial).job, considered, act, key)
        number = item.number if item else ""
        what = form.get("name") or number or f"passage {place.passage} of {place.path}"
        words = f"{_WORDS[form['act']]} {what}{_foresee(items.with_decisions(trial), act)}"
        with self.guard:
            done = write_act(trial.job.base, act, tuple(trial.job.sections))
            if done.changes:
                self.deeds.append(Deed(words=words, done=done))

    def undo(self) -> None:
        """Take the last act back. Raises UserError where there is none, or where it was changed by
        hand since.
        """
        trial = self._trial()
        with self.guard:
            if not self.deeds:
                raise mistake(field="undo", message="nothing was done here yet")
            deed = self.deeds[-1]
            undo_act(trial.job.base, deed.done, tuple(trial.job.sections))
            self.deeds.pop()

    @property
    def last(self) -> str:
        """The act that would be undone, in words; '' for none."""
        return self.deeds[-1].words if self.deeds else ""

    def _trial(self) -> Trial:
        trial = self.bench.now.trial
        if trial is None:
            raise mistake(field="desk", message="there is no brief yet; wait")
        return trial


def _named_place(trial: Trial, name: str, form: Form) -> SealedPassage:
    """The passage that a form names. Raises UserError where it isn't what the analyst saw."""
    place = find_place(trial, form.get("path", ""), form.get("passage", ""))
    if place is None:
        raise mistake(name, "there is no such passage any more; look at the queue")
    if form.get("seal") != place.seal:
        raise mistake(place.path, "the passage has changed since you looked; look again")
    return place


def _place_words(trial: Trial, item: ReviewItem, place: SealedPassage, words: str) -> SealedPassage:
    """The passage of an item's statement that says some words: `place`, or another that it rests
    on.
    """
    beside = (find_place(trial, place.path, str(one.passage)) for one in item.statement.bases)
    folded = " ".join(words.split())
    several = (place, *(one for one in beside if one is not None))
    return next((one for one in several if folded in " ".join(one.words.split())), place)


def _foresee(trial: Trial, act: Act) -> str:
    """What an act would do beside what it says, in words; "" for nothing. Raises UserError where a
    pin could not be obeyed any more.
    """
    considered = trial.made.considered
    match act:
        case Pin():
            told = foreseen.foresee_pin(trial.job, considered, act)
            kind = (f"taken for {told.taken_for}",) if told.taken_for else ()
            said = "; ".join((*kind, *(f"told {one}" for one in told.along)))
            return f" ({said})" if said else ""
        case Exclude():
            foreseen.refuse_needed(trial.job, considered, act)
    return ""


_WORDS = {
    "keep": "Kept",
    "pin": "Pinned",
    "exclude": "Excluded",
    "move": "Moved",
    "correct": "Corrected",
    "translate": "Translated",
    "untranslate": "Took back the translation of",
    "judge": "Judged",
    "person": "Marked",
    "outlet": "Marked",
    "release": "Took back the decision on",
}

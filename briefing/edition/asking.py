"""Asking an editor during a build: within limits, never twice, and never without having said so.

Replies are kept in the brief itself, and in the store for those who throw editions away or never
made one: who asks again for the same is answered from there. Whatever goes wrong, the program's own
choice stands, and the brief says what happened.
"""

import json
import math
import queue
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any, cast

from briefing import digest
from briefing.compose.editing.answer import read_answer
from briefing.compose.editing.request import digest_request
from briefing.edition.render_edition import made_at
from briefing.errors import EditorFault, Problem, WorkError
from briefing.job.editing import EditorJob
from briefing.model import Editing, EditorAnswer, EditorReply, EditorRequest
from briefing.render.json import BrokenBrief, decode_brief
from briefing.stages import Editor
from briefing.state import editions, store
from briefing.state.manifest import content_of
from briefing.state.store import Store

_REPLIES, _SAID = "editor replies", "editor announced"
_BYTES = 3.5  # of UTF-8 in a token, at the least: a sign of Chinese is three, and mostly one token
_FORM = 400  # tokens that an answer may take, for an estimate
_LONGEST_WAIT = 20.0  # seconds that a busy server is waited for, once


def estimate_tokens(request: EditorRequest) -> int:
    """About how many tokens a request and its answer take, rather too many than too few."""
    sent = request.instructions + request.content + request.schema
    return math.ceil(len(sent.encode("utf-8", "surrogatepass")) / _BYTES) + _FORM


def digest_order(ordered: EditorJob) -> str:
    """The digest of what is sent where: the address, the model, the sections, what is private."""
    return digest.of_fields(
        (
            ordered.editor.place,
            ordered.editor.model,
            repr(ordered.slugs),
            repr(ordered.private_sources),
            repr(ordered.private_places),
        )
    )


def note_announced(opened: Store, ordered: EditorJob) -> None:
    """Note that the user was told what goes where, and let the next build look at everything."""
    key = digest_order(ordered)
    if not store.get_many(opened, _SAID, [key]):
        store.put_many(opened, _SAID, {key: b"said"})
        store.forget_build(opened)


def is_announced(opened: Store, ordered: EditorJob) -> bool:
    """Whether `check` has told the user what goes where, as the config has it now."""
    return bool(store.get_many(opened, _SAID, [digest_order(ordered)]))


def kept_editing(kept: editions.Kept | None) -> Editing | None:
    """What an edition keeps of its editor, None where it had none or can't be read."""
    data = content_of(kept.folder, "brief.json") if kept is not None else None
    if data is None or b'"editor"' not in data:
        return None
    try:
        return decode_brief(data).editor
    except (BrokenBrief, WorkError):
        return None


def kept_replies(ordered: EditorJob, *kept: Editing | None) -> dict[str, EditorReply]:
    """The replies of the config's model in what editions keep, by the digests of the requests;
    what was never answered is none.
    """
    return {
        part.reply.request: part.reply
        for editing in kept
        if editing is not None and editing.model == ordered.editor.model
        for part in editing.parts
        if part.reply.answered
    }


@dataclass(slots=True, kw_only=True)
class Asking:
    """One build's questions to its editor; lives as long as the build.

    `kept` are replies to requests that were made before, by digest. Where `barred` says why, nobody
    is asked, and what is not kept has no reply. `asked` counts requests, `tokens_in` and
    `tokens_out` what the server says that they cost, `spent` that or, where it says nothing, the
    estimate: what a limit is held to. `down` says why nobody is asked any more.
    """

    ordered: EditorJob
    kept: Mapping[str, EditorReply]
    opened: Store | None = None
    barred: str = ""
    asked: int = 0
    recalled: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    spent: int = 0
    seconds: float = 0.0
    down: str = ""
    faults: list[tuple[str, str]] = field(default_factory=list)
    unasked: int = 0

    def __call__(self, request: EditorRequest) -> EditorReply | None:
        """The reply to a request: a kept one, else the editor's; None where it may not be asked."""
        name = digest_request(request)
        known = self.kept.get(name) or self._recall(name)
        if known is not None and known.subject == request.subject:
            self.recalled += 1
            return known
        if self.barred:
            self.unasked += 1
            return None
        refused = self._find_limit(request)
        reply = (
            EditorReply(subject=request.subject, request=name, fault=refused, answered=False)
            if refused
            else self._ask(request, name)
        )
        if reply.fault:
            self.faults.append((request.subject, reply.fault))
        return reply

    def _find_limit(self, request: EditorRequest) -> str:
        """Why nothing more may be asked, "" where it may."""
        limits = self.ordered
        if self.down:
            return f"was not asked: before, it {self.down}"
        if self.asked >= limits.requests:
            return f"was not asked: the limit is {limits.requests} requests"
        if self.spent + estimate_tokens(request) > limits.tokens:
            return f"was not asked: the limit is {limits.tokens:,} tokens"
        if self.seconds >= limits.minutes * 60:
            return f"was not asked: the limit is {limits.minutes:g} minutes"
        return ""

    def _ask(self, request: EditorRequest, name: str) -> EditorReply:
        """Ask the editor, and again where it is busy and says when."""
        self.asked += 1
        began, at = time.monotonic(), made_at()
        plain = EditorReply(subject=request.subject, request=name, asked_at=at)
        try:
            answer = self._ask_patiently(request)
        except EditorFault as fault:
            self.down = fault.reason
            reply = replace(plain, fault=fault.reason, answered=False)
        else:
            reply = _read_reply(request, answer, plain)
        took = time.monotonic() - began
        self.seconds += took
        self.tokens_in += reply.tokens_in
        self.tokens_out += reply.tokens_out
        self.spent += reply.tokens_in + reply.tokens_out or estimate_tokens(request)
        reply = replace(reply, seconds=round(took, 1))
        if reply.answered:
            self._keep(reply)
        return reply

    def _ask_patiently(self, request: EditorRequest) -> EditorAnswer:
        """Ask, and once more where the editor is busy and the limits leave room for it."""
        left = self.ordered.minutes * 60 - self.seconds
        try:
            return _ask_in_time(self.ordered.editor, request, left)
        except EditorFault as fault:
            spent = self.asked >= self.ordered.requests
            if spent or fault.again is None or fault.again > min(left, _LONGEST_WAIT):
                raise
            self.asked += 1
            time.sleep(fault.again)
            return _ask_in_time(self.ordered.editor, request, left - fault.again)

    def _recall(self, name: str) -> EditorReply | None:
        """A reply that the store has."""
        if self.opened is None:
            return None
        key = _store_key(self.ordered.editor.model, name)
        data = store.get_many(self.opened, _REPLIES, [key]).get(key)
        return None if data is None else _decode_reply(data)

    def _keep(self, reply: EditorReply) -> None:
        if self.opened is not None and not self.opened.fixed:
            data = json.dumps(asdict(reply)).encode()
            key = _store_key(self.ordered.editor.model, reply.request)
            store.put_many(self.opened, _REPLIES, {key: data})


def _store_key(model: str, name: str) -> str:
    return digest.of_fields((model, name))


def _decode_reply(data: bytes) -> EditorReply | None:
    """A reply as the store keeps it; None where a program of another mind wrote it."""
    try:
        node = cast("dict[str, Any]", json.loads(data))
        lists = {name: tuple(node[name]) for name in ("chosen", "answering")}
        return EditorReply(**{**node, **lists})
    except (ValueError, TypeError, KeyError):
        return None


def _read_reply(request: EditorRequest, answer: EditorAnswer, plain: EditorReply) -> EditorReply:
    """A reply with what the answer chooses."""
    found = read_answer(request, answer.text)
    return replace(
        plain,
        chosen=found.chosen,
        answering=found.answering,
        misread=found.misread,
        fault=found.fault,
        tokens_in=answer.tokens_in,
        tokens_out=answer.tokens_out,
    )


def _ask_in_time(editor: Editor, request: EditorRequest, seconds: float) -> EditorAnswer:
    """Ask in a thread that is left alone when the time is over: no editor can hold a build up.

    Raises EditorFault, for whatever an editor of the user's raises too.
    """
    answers: queue.SimpleQueue[EditorAnswer | EditorFault] = queue.SimpleQueue()

    def ask() -> None:
        try:
            answers.put(editor(request))
        except EditorFault as fault:
            answers.put(fault)
        except Exception as error:  # noqa: BLE001 - an editor is anybody's code
            answers.put(EditorFault(f"fails ({type(error).__name__})"))

    threading.Thread(target=ask, name="editor", daemon=True).start()
    try:
        found = answers.get(timeout=max(seconds, 0.0))
    except queue.Empty:
        reason = "does not answer while the build may wait"
        raise EditorFault(reason) from None
    if isinstance(found, EditorFault):
        raise found
    if not isinstance(found, EditorAnswer):
        reason = "answers with something that is no answer"
        raise EditorFault(reason)
    return found


def report_asking(asking: Asking) -> tuple[Problem, ...]:
    """What the user should know of how it went: a warning for each fault, once."""
    return tuple(_list_warnings(asking))


def _list_warnings(asking: Asking) -> Iterator[Problem]:
    if asking.unasked:
        yield _warn(f"the editor is not asked: {asking.barred}", _ADVICE)
    for fault, subjects in _by_fault(asking.faults).items():
        yield _warn(
            f"the editor {fault}: {', '.join(subjects)}: the program's own choice stands",
            "`briefing build --force` asks again for what was not answered",
        )


_ADVICE = "`briefing check` says what would be sent where; then `briefing build` sends it"


def _by_fault(faults: Sequence[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for subject, fault in faults:
        found.setdefault(fault, []).append(subject)
    return found


def _warn(message: str, advice: str) -> Problem:
    return Problem(
        path="editor", line=0, column=0, message=message, advice=advice, severity="warning"
    )


def say_cost(asking: Asking) -> str:
    """What the editor cost in one line, "" where nobody was asked and nothing was kept."""
    model = asking.ordered.editor.model
    answers = f"{asking.recalled} answer{'s' * (asking.recalled != 1)}"
    kept = f"{answers} kept from before" if asking.recalled else ""
    if not asking.asked:
        return f"editor {model}: {kept}, nothing sent" if kept else ""
    cost = f"{asking.tokens_in:,} + {asking.tokens_out:,} tokens"
    asked = f"{asking.asked} request{'s' * (asking.asked != 1)}, {cost}, {asking.seconds:.1f} s"
    return f"editor {model}: {asked}" + (f"; {kept}" if kept else "")

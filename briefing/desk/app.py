"""The desk's addresses: what each shows, and what each form does."""

import asyncio
import hmac
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from urllib.parse import parse_qs, quote

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from briefing.desk import items, release, views
from briefing.desk.bench import Bench, Snapshot
from briefing.desk.forms import Form
from briefing.desk.guard import Gate, Guard, set_pass
from briefing.desk.pages import brief_policy, render_page
from briefing.desk.seat import Seat
from briefing.edition.render_edition import templates_of
from briefing.edition.trial import Trial
from briefing.errors import UserError, WorkError
from briefing.render.html import Html

_MOST = 64_000  # bytes of a form
_PATIENCE = 20.0  # seconds that a page waits for news before it asks again
_LOOK = 0.1  # seconds between two looks for news
_PENALTY = 1.0  # seconds that a wrong password costs
_FIELDS = ("reason", "was", "now", "text", "by", "likelihood")  # that a refused form shows again
_STAYS = frozenset({"correct", "translate", "untranslate", "judge", "person", "outlet", "release"})
"""Acts after which the same statement is looked at still."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServedDesk:
    """All that the addresses work with."""

    bench: Bench
    gate: Gate
    seat: Seat


def make_app(desk: ServedDesk) -> ASGIApp:
    """The desk as an application, with the guard before it."""
    routes = [
        Route("/", _bind(desk, show_preview)),
        Route("/brief.html", _bind(desk, show_brief)),
        Route("/state", _bind(desk, tell_state)),
        Route("/review", _bind(desk, show_review)),
        Route("/review/{name}", _bind(desk, show_review), methods=["GET"]),
        Route("/review/{name}", _bind(desk, do_act), methods=["POST"]),
        Route("/undo", _bind(desk, undo_act), methods=["POST"]),
        Route("/release", _bind(desk, show_release), methods=["GET"]),
        Route("/release", _bind(desk, do_release), methods=["POST"]),
        Route("/login", _bind(desk, show_login), methods=["GET"]),
        Route("/login", _bind(desk, log_in), methods=["POST"]),
    ]
    return Guard(app=Starlette(routes=routes), gate=desk.gate)


async def show_preview(desk: ServedDesk, request: Request) -> Response:
    """The brief as it would be now, or what is wrong, by line."""
    now = desk.bench.now
    good = "good" in request.query_params or not now.problems
    values = {**_frame(desk, now, "preview"), "shown": bool(now.trial and good)}
    return render_page("preview", values)


async def show_brief(desk: ServedDesk, _request: Request) -> Response:
    """The brief's own page, byte for byte as a build of now would write it."""
    trial = desk.bench.now.trial
    if trial is None:
        return PlainTextResponse("there is no brief yet\n", 404)
    script = _page_script(trial)
    headers = {"Content-Security-Policy": brief_policy(script)}
    return Response(trial.page.content, 200, headers, "text/html; charset=utf-8")


def _page_script(trial: Trial) -> str:
    """The script that the brief's page carries, '' for none."""
    pages = [one for one in trial.job.writers.values() if isinstance(one, Html)]
    writer = pages[0] if pages else Html()
    return writer.page_script(templates_of(trial.job), trial.brief.frame.language)


async def tell_state(desk: ServedDesk, request: Request) -> Response:
    """How often the brief was made, as soon as it is more often than the page has seen."""
    seen, end = request.query_params.get("seen", ""), time.monotonic() + _PATIENCE
    bench = desk.bench

    def is_waiting() -> bool:
        in_time = time.monotonic() < end and not bench.stop.is_set()
        return in_time and str(bench.now.number) == seen

    while is_waiting():  # noqa: ASYNC110 - a thread makes it anew, not this loop
        await asyncio.sleep(_LOOK)
    now = bench.now
    return JSONResponse({"number": now.number, "problems": len(now.problems)})


async def show_review(desk: ServedDesk, request: Request) -> Response:
    """The queue, and one statement beside its article."""
    return _review_page(desk, request.path_params.get("name", ""))


def _review_page(
    desk: ServedDesk, name: str, form: Form | None = None, wrong: tuple[str, ...] = ()
) -> Response:
    now = desk.bench.now
    frame = {**_frame(desk, now, "review"), "wrong": wrong}
    if now.trial is None:
        return render_page("preview", {**frame, "shown": False})
    trial = items.with_decisions(now.trial)
    queue = items.queue_items(trial)
    item = items.find_item(trial, name) if name else next(iter(queue), None)
    gone = bool(name) and item is None
    shown = item and views.view_item(item, items.look_beside(trial, item), queue, trial)
    values: Mapping[str, object] = {
        **frame,
        "queue": views.view_queue(queue, item),
        "seen": sum(one.is_seen for one in queue),
        "item": shown,
        "gone": gone,
        **_fields_sent(form or {}),
    }
    return render_page("review", values, 422 if wrong else 404 if gone else 200)


def _fields_sent(form: Form) -> dict[str, object]:
    """What a form that is shown again has in its fields."""
    return {"form": {one: form.get(one, "") for one in _FIELDS}, "act": form.get("act", "")}


async def do_act(desk: ServedDesk, request: Request) -> Response:
    """Write an act to the analyst's file and go on to the next statement."""
    name, form = request.path_params["name"], await _read_form(request)
    now = desk.bench.now.trial
    queue = [one.name for one in items.queue_items(items.with_decisions(now))] if now else []
    try:
        await run_in_threadpool(desk.seat.act, name, form)
    except (UserError, WorkError) as error:
        return _review_page(desk, name, form, _lines_of(error))
    after = queue[queue.index(name) + 1 :] if name in queue else []
    stays = form.get("act") in _STAYS or not after
    return _go(f"/review/{quote(name if stays else after[0], safe='')}")


async def undo_act(desk: ServedDesk, _request: Request) -> Response:
    """Take back the last act of this desk."""
    try:
        await run_in_threadpool(desk.seat.undo)
    except (UserError, WorkError) as error:
        return _review_page(desk, "", wrong=_lines_of(error))
    return _go("/review")


async def show_release(desk: ServedDesk, _request: Request) -> Response:
    """What would be let go, to whom, and what is new in it."""
    return await _release_page(desk)


async def _release_page(desk: ServedDesk, wrong: tuple[str, ...] = (), said: str = "") -> Response:
    now = desk.bench.now
    frame = {**_frame(desk, now, "release"), "wrong": wrong, "said": said}
    if now.trial is None:
        return render_page("preview", {**frame, "shown": False})
    try:
        view = await run_in_threadpool(release.view_release, now.trial)
    except (UserError, WorkError) as error:
        return render_page("release", {**frame, "view": None, "wrong": _lines_of(error)}, 422)
    return render_page("release", {**frame, "view": view}, 422 if wrong else 200)


async def do_release(desk: ServedDesk, request: Request) -> Response:
    """Make the edition that was looked at and let it go."""
    form, trial = await _read_form(request), desk.bench.now.trial
    if trial is None or desk.bench.now.problems:
        return await _release_page(desk, ("there is no good brief to release",))
    wanted = (form.get("fingerprint", ""), form.get("who", "").strip())
    try:
        said = await run_in_threadpool(release.release_edition, desk.bench.config, trial, *wanted)
    except (UserError, WorkError) as error:
        return await _release_page(desk, _lines_of(error))
    await run_in_threadpool(desk.bench.make)
    return await _release_page(desk, said=said)


async def show_login(desk: ServedDesk, _request: Request) -> Response:
    """The password's form, where there is a password."""
    return _login_page(desk)


async def log_in(desk: ServedDesk, request: Request) -> Response:
    """Let in who knows the password."""
    form = await _read_form(request)
    given, wanted = form.get("password", "").encode(), desk.gate.password.encode()
    if wanted and hmac.compare_digest(given, wanted):
        answer = _go("/")
        set_pass(answer, request.scope, desk.gate)
        return answer
    await asyncio.sleep(_PENALTY)
    return _login_page(desk, ("that is not the password",))


def _login_page(desk: ServedDesk, wrong: tuple[str, ...] = ()) -> Response:
    if not desk.gate.password:
        return PlainTextResponse("there is no password here\n", 404)
    values = {"page": "login", "title": "briefing", "number": 0, "wrong": wrong}
    return render_page("login", values, 403 if wrong else 200)


def _frame(desk: ServedDesk, now: Snapshot, page: str) -> dict[str, object]:
    """What every page of the desk shows."""
    title = now.trial.brief.frame.title if now.trial else desk.bench.config.name
    return {
        "page": page,
        "title": title,
        "number": now.number,
        "has_brief": now.trial is not None,
        "renewing": now.renewing,
        "problems": tuple(str(one) for one in now.problems),
        "warnings": tuple(str(one) for one in now.trial.warnings) if now.trial else (),
        "undo": desk.seat.last,
        "wrong": (),
        "said": "",
    }


def _bind(
    desk: ServedDesk, answer: Callable[[ServedDesk, Request], Awaitable[Response]]
) -> Callable[[Request], Awaitable[Response]]:
    """A handler as the router calls it."""

    async def handle(request: Request) -> Response:
        return await answer(desk, request)

    return handle


async def _read_form(request: Request) -> dict[str, str]:
    """The fields of a form, each once; nothing of what is larger than a form of ours can be."""
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > _MOST:
            return {}
    sent = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True)
    return {key: values[0] for key, values in sent.items()}


def _lines_of(error: UserError | WorkError) -> tuple[str, ...]:
    if isinstance(error, UserError):
        return tuple(str(one) for one in error.problems)
    return tuple(str(error).splitlines())


def _go(path: str) -> Response:
    return RedirectResponse(path, 303)

"""Who may come in: asked of every request before anything else is done.

Another site can make a browser send requests here, by forms, images, scripts, or by a name of its
own that leads to this machine. So a request must name a host that is ours, carry the cookie of this
very `serve`, and come from our own pages where it is to change something.
"""

import hmac
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import parse_qs, urlencode

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_LOCAL = ("127.0.0.1", "localhost", "[::1]")
_METHODS = frozenset({"GET", "HEAD", "POST"})
_FOREIGN = frozenset({"cross-site", "same-site"})
OPEN_PATHS = frozenset({"/login"})
"""What is answered without the cookie."""

HEADERS: Mapping[str, str] = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}
POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
"""The Content-Security-Policy of what has none of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """What lets a request in. `token` stands in the address that `serve` prints, `pass_` in the
    cookie; `address` is where the desk listens, `hosts` are the names that the config gives it;
    `password` is '' where nobody else reaches it.
    """

    address: str = _LOCAL[0]
    hosts: tuple[str, ...] = ()
    password: str = ""
    token: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    pass_: str = field(default_factory=lambda: secrets.token_urlsafe(24))


@dataclass(frozen=True, slots=True, kw_only=True)
class Guard:
    """Asks every request, and hands on to `app` those that may come in."""

    app: ASGIApp
    gate: Gate

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or hand on; every answer gets the headers that keep others out."""
        if scope["type"] != "http":
            return

        async def sealed(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                headers.setdefault("Content-Security-Policy", POLICY)
            await send(message)

        answer = self._refuse(scope) or self._let_in(scope)
        await (answer or self.app)(scope, receive, sealed)

    def _refuse(self, scope: Scope) -> Response | None:
        """The answer to a request that is not ours to answer."""
        headers = Headers(scope=scope)
        names = headers.getlist("host")  # a proxy and we might each believe another of two
        if len(names) != 1 or not self._is_own_name(names[0].lower(), scope["server"][1]):
            return _say(421, "this desk doesn't answer to that name")
        if scope["method"] not in _METHODS:
            return _say(405, "GET and POST only")
        if headers.get("sec-fetch-site") in _FOREIGN and not _is_visit(scope, headers):
            return _say(403, "asked for by another site")
        if scope["method"] == "POST" and not _is_ours(headers):
            return _say(403, "sent by another site")
        return None

    def _let_in(self, scope: Scope) -> Response | None:
        """The answer to a request that must show who it is first; None where it has."""
        headers, name = Headers(scope=scope), cookie_name(scope)
        if self._is_known(headers.get("cookie", ""), name) or scope["path"] in OPEN_PATHS:
            return None
        given = parse_qs(scope["query_string"].decode("latin-1"))
        token = given.pop("token", [""])[0]
        if scope["method"] == "GET" and _same(token, self.gate.token):
            rest = urlencode(given, doseq=True)
            path = "/" + scope["path"].lstrip("/")  # `//host` would lead elsewhere
            answer = RedirectResponse(path + (f"?{rest}" if rest else ""), 303)
            set_pass(answer, scope, self.gate)
            return answer
        if self.gate.password:
            return RedirectResponse("/login", 303)
        return _say(403, "open the address that `briefing serve` printed: it holds a token")

    def _is_own_name(self, host: str, port: int) -> bool:
        """Whether a request names this desk: with its port, or as a proxy before it is called."""
        name = host.rpartition(":")[0] if host[-1:].isdigit() and ":" in host else host
        own = (*_LOCAL, self.gate.address)
        return host in {f"{one}:{port}" for one in own} or name in self.gate.hosts

    def _is_known(self, cookies: str, name: str) -> bool:
        pairs = (one.strip().partition("=") for one in cookies.split(";"))
        return any(key == name and _same(value, self.gate.pass_) for key, _, value in pairs)


def cookie_name(scope: Scope) -> str:
    """The cookie's name: cookies don't tell ports apart, and two briefs may be served at once."""
    return f"briefing-{scope['server'][1]}"


def set_pass(answer: Response, scope: Scope, gate: Gate) -> None:
    """Give whoever gets this answer the cookie that lets them in, until the browser is closed."""
    answer.set_cookie(cookie_name(scope), gate.pass_, httponly=True, samesite="strict", path="/")


def _is_visit(scope: Scope, headers: Headers) -> bool:
    """Whether somebody goes to a page by a link; the cookie stays away then, if it's foreign."""
    return scope["method"] == "GET" and headers.get("sec-fetch-dest") == "document"


def _is_ours(headers: Headers) -> bool:
    """Whether a form was sent from a page of ours: browsers name the page's origin."""
    host = headers.get("host", "").lower()
    return headers.get("origin", "").lower() in {f"http://{host}", f"https://{host}"}


def _same(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode(), other.encode())


def _say(status: int, words: str) -> Response:
    return PlainTextResponse(f"{words}\n", status)

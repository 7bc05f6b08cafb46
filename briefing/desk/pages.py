"""The desk's own pages: our templates over plain values, each with the policy that fits it."""

from collections.abc import Mapping

from starlette.responses import HTMLResponse

from briefing.render.html import policy_hash
from briefing.render.templates import Templates

_TEMPLATES = Templates()
_STYLE, _SCRIPT = "desk/desk.css", "desk/desk.js"


def render_page(name: str, values: Mapping[str, object], status: int = 200) -> HTMLResponse:
    """The page `desk/NAME.html.j2` over `values`, as an answer.

    Its Content-Security-Policy allows our one style sheet and our one script by their hashes, and
    forms and frames of our own.
    """
    style, script = _TEMPLATES.asset(_STYLE), _TEMPLATES.asset(_SCRIPT)
    text = _TEMPLATES.render(f"desk/{name}.html.j2", values, {"style": style, "script": script})
    rules = (
        "default-src 'none'",
        f"style-src {policy_hash(style)}",
        f"script-src {policy_hash(script)}",
        "connect-src 'self'",
        "frame-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
    return HTMLResponse(text, status, {"Content-Security-Policy": "; ".join(rules)})


def brief_policy(script: str) -> str:
    """The policy of the brief's own page where the desk shows it: its script by hash, no more.

    A user's templates may have styles of their own; nothing is fetched or sent.
    """
    scripts = policy_hash(script) if script else "'none'"
    rules = (
        "default-src 'none'",
        "style-src 'unsafe-inline'",
        f"script-src {scripts}",
        "img-src data:",
        "font-src data:",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'self'",
    )
    return "; ".join(rules)

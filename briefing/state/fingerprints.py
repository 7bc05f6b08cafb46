"""What an edition says as one digest: whether another would tell its readers anything new."""

import json
from collections.abc import Mapping
from typing import Any

from briefing import digest

CONTENT = "content"
"""By which key a manifest's `versions` hold what the edition says, looks aside."""


_LOOKS = (
    *("edition", "changes", "gaps", "title", "marking", "audience", "contact", "next_edition"),
    "editor",
    "unrelated",
)
"""What of a brief.json is the desk's or the program's own wording, or follows from the rest."""


_APART = frozenset({"edition", "changes", "unrelated"})
"""What of a brief.json makes no new edition: an article that is not about it is no news."""


def fingerprint_brief(brief: Mapping[str, Any], look: str = "") -> str:
    """The digest of what readers would see of a parsed brief.json.

    The edition's own number and time are left out, and so is what merely tells how it differs from
    the edition before: the same content told twice has one fingerprint. `look` may be a digest of
    templates and formats, for those who count a new look as a new edition.
    """
    plain = {key: value for key, value in brief.items() if key not in _APART}
    if "editor" in plain:  # who chose is told to readers; when, and after how many questions, isn't
        plain["editor"] = {"model": plain["editor"]["model"]}
    plain["sections"] = [_without_change(section) for section in brief.get("sections", ())]
    canonical = json.dumps(plain, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return digest.of_fields((canonical, look))


def fingerprint_content(brief: Mapping[str, Any]) -> str:
    """The digest of what a parsed brief.json tells of its sources, however it is called or
    looks.
    """
    plain = {key: value for key, value in brief.items() if key not in _LOOKS}
    named = ("title", "introduction")
    plain["sections"] = [
        {key: value for key, value in _without_change(section).items() if key not in named}
        for section in brief.get("sections", ())
    ]
    return digest.of_fields((json.dumps(plain, sort_keys=True, separators=(",", ":")),))


def _without_change(section: Mapping[str, Any]) -> dict[str, Any]:
    statements = [
        {key: value for key, value in statement.items() if key != "change"}
        for statement in section.get("statements", ())
    ]
    return {**section, "statements": statements}

"""docs/templates.md names everything that a template sees."""

from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from briefing.render import templates, view

TEXT = (Path(__file__).parents[2] / "docs" / "templates.md").read_text(encoding="utf-8")
TYPES = [thing for thing in vars(view).values() if isinstance(thing, type) and is_dataclass(thing)]


@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.__name__)
def test_every_field_is_documented(kind) -> None:
    place = TEXT.index("**Page**") if kind is view.PageView else TEXT.index(f"| `{kind.__name__}`")
    entry = TEXT[place : TEXT.index("\n\n" if kind is view.PageView else "\n", place)]
    missing = [field.name for field in fields(kind) if f"`{field.name}`" not in entry]
    assert missing == []


def test_every_shipped_template_is_documented() -> None:
    shipped = {
        p.relative_to(templates.SHIPPED).as_posix()
        for p in templates.SHIPPED.rglob("*")
        if p.is_file()
    }
    ours = {name for name in shipped if not name.startswith("mail")}
    assert {name for name in ours if f"`{name}`" not in TEXT} == set()

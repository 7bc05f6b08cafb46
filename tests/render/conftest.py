import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import render_example

from briefing.model import Brief, Document
from briefing.render.page import view_page as make_page
from briefing.render.templates import Templates
from briefing.render.view import PageView


@pytest.fixture(scope="session")
def documents() -> dict[str, Document]:
    return render_example.documents()


@pytest.fixture(scope="session")
def brief(documents: dict[str, Document]) -> Brief:
    return render_example.brief(documents)


@pytest.fixture(scope="session")
def page(brief: Brief, documents: dict[str, Document]) -> PageView:
    return make_page(brief, documents)


@pytest.fixture(scope="session")
def templates() -> Templates:
    return Templates()

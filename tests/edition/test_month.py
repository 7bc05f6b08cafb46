"""A scripted month through real builds: articles arrive, are edited and withdrawn, and each edition
says so."""

import json
import random

from briefing.edition.build import BuildOptions, build_edition
from tests.compare.test_month import Month, _turn
from tests.projects import growing

CONFIG = """\
brief: {title: A month, as_of: 2025-03-31}
sources: [{kind: folder, path: articles}]
sections:
  - {slug: all, title: All, kind: digest, statements: 400}
outputs: [{kind: markdown}, {kind: json}]
"""


def test_every_appearance_change_and_withdrawal_is_in_the_editions_as_scripted(tmp_path):
    config = growing.lay(tmp_path, (), CONFIG)
    month = Month(chance=random.Random(11))
    identity: dict[str, str] = {}
    before: set[str] = set()
    for day in range(1, 31):
        gone, edited = _turn(month, day)
        lines = {line for article in month.articles.values() for line in article}
        for path in (tmp_path / "articles").iterdir():
            if path.stem not in month.articles:
                path.unlink()
        for name, sentences in month.articles.items():
            text = f"Notes of the day {name}\n\n" + "\n\n".join(sentences) + "\n"
            (tmp_path / f"articles/{name}.txt").write_text(text, encoding="utf-8")
        outcome = build_edition(config, BuildOptions())
        if lines == before:
            assert outcome.edition is None
            continue
        assert outcome.edition is not None, day
        brief = json.loads((tmp_path / "output/brief.json").read_bytes())
        now = {
            one["text"]: one["id"] for section in brief["sections"] for one in section["statements"]
        }
        changes = brief["changes"]
        assert set(now) == lines
        assert {one["was"]: one["now"] for one in changes["changed"]} == edited
        assert {one["was"] for one in changes["withdrawn"]} == set(gone)
        fresh = lines - before - set(edited.values())
        assert {line for line in now if now[line] in changes["new"]} == (
            fresh if before else set(now)
        )
        assert all(now[line] == identity[line] for line in lines & before)
        assert all(now[line] == identity[was] for was, line in edited.items())
        identity, before = now, lines

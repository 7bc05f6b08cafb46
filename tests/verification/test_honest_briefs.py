"""Briefs of small articles of every sort prove as they are made."""

import pytest

from briefing import cli

CONFIG = """\
brief: {title: Small, as_of: latest}
sources: [{kind: folder, path: sources}]
sections:
  - {slug: all, title: All}
  - {slug: actors, title: Actors, kind: actors}
outputs: [{kind: json}]
"""
STORY = (
    "The grid company Lumen cut the power in nine villages near Orsk on Monday, its director, Vera"
    " Sund, said.\n\nThe mayor of Orsk, Karl Brink, said that the lights would be back by night."
    " Vera Sund said that three masts had fallen.\n"
)
DATELINED = [
    f"Lights out near Orsk\nTolm Post, 4 March 2025\n\nORSK ({agency}) {dash} {STORY}"
    for agency, dash in (("AFP", "-"), ("Reuters", "—"), ("AP", "–"))
]
TITLE = "Lights out near Orsk"
NOTICES = [
    ("RETRACTION: Orsk", f"The Tolm Post has withdrawn its article of 4 March, “{TITLE}”."),
    ("A note to readers", f"We have retracted our report “{TITLE}”: a letter was forged."),
    ("KILL: Orsk", f"Editors, please kill the story “{TITLE}”, which moved on Tuesday."),
]


def build_and_verify(folder, monkeypatch, **sources):
    (folder / "sources").mkdir()
    for name, text in sources.items():
        (folder / "sources" / f"{name}.txt").write_text(text, encoding="utf-8")
    (folder / "config.yaml").write_text(CONFIG, encoding="utf-8")
    monkeypatch.chdir(folder)
    assert cli.run_command(["build", "-q"]) == 0
    return cli.run_command(["verify", "-q"])


@pytest.mark.parametrize("text", DATELINED)
def test_whose_report_an_outlet_passes_on_is_kept(text, tmp_path, monkeypatch):
    assert build_and_verify(tmp_path, monkeypatch, a=text) == 0


@pytest.mark.parametrize(("title", "words"), NOTICES)
def test_what_is_withdrawn_counts_in_no_table(title, words, tmp_path, monkeypatch):
    notice = f"{title}\nTolm Post, 6 March 2025\n\n{words}\n"
    told = f"{TITLE}\nTolm Post, 4 March 2025\n\n{STORY}"
    assert build_and_verify(tmp_path, monkeypatch, old=told, new=notice) == 0

"""The eventful topic with all that a brief.json can hold: the desk's words in every field, counts
that differ, a version that turns a sentence round, an editor's choice, a translation, articles that
are about something else.
"""

import shutil
from pathlib import Path

from briefing import cli
from briefing.settings.seals import passage_seal
from tests.editor import scripted
from tests.projects import eventful
from tests.projects.desk import TOPIC

ARABIC = "أغلقت هيئة الميناء الرصيف الشمالي يوم 3 نوفمبر 2024 بعد العاصفة."
ENGLISH = "The port authority closed the northern quay on 3 November 2024 after the storm."
STORY = """\
Ferry sinks off Vellin

{outlet}

{day} March 2025

{told}

The harbour authority of Vellin opened the northern quay to the rescue boats.
"""
FIRST = {
    "i_post.txt": STORY.format(
        outlet="Vellin Post",
        day=4,
        told="The ferry Brenna sank off Vellin on 4 March 2025 and 31 people died, the coast guard"
        " said.\n\nThe ferry Brenna was carrying six lifeboats, the harbour authority said.",
    ),
    "j_star_old.txt": """\
Ferries of Vellin harbour

Northern Star

5 March 2025

The mayor said that the northern quay of Vellin would stay open through the winter.

The harbour authority of Vellin will speak of the dredging of the channel again on Friday.
""",
    "k_mirror.txt": """\
Choir of Castren wins a prize

Castren Mirror

5 March 2025

The choir of Castren won the prize of the singers' league on 4 March 2025.
""",
}
SECOND = {
    "l_star.txt": FIRST["j_star_old.txt"]
    .replace("5 March", "6 March")
    .replace("would stay open", "would be shut"),
    "m_tribune.txt": STORY.format(
        outlet="Sorrel Tribune",
        day=6,
        told="The coast guard said that the death toll of the Brenna stood at 28 at Vellin.\n\n"
        "The ferry Brenna was carrying no lifeboats, the coast guard said.",
    ),
    "n_arabic.txt": f"الرصيف الشمالي مغلق\n\n{ARABIC}\n",
    "o_page.html": """\
<html><head><title>Two barges raised from the quay of Vellin</title>
<meta property="article:published_time" content="2025-03-07T08:00:00+01:00">
<meta property="article:modified_time" content="2025-03-08T09:30:00+01:00">
<meta property="og:site_name" content="Harbour Page"></head><body><article>
<h1>Two barges raised from the quay of Vellin</h1>
<p>The harbour authority of Vellin raised two barges from the northern quay on 7 March 2025, its
director Tomas Arvel said.</p></article></body></html>
""",
}
DESK = """\
pin:
  - {path: articles/b_courier.txt, passage: 5, section: money}
translations:
  - {path: articles/n_arabic.txt, passage: 2, hash: SEAL, text: "ENGLISH", by: N. Hart}
"""
FERRY = """\
  - {slug: ferry, title: The ferry, terms: [ferry, ferries, Brenna, هيئة], questions: [
      {text: Who raises barges?, terms: [barge]}]}
  - {slug: views"""
FRAME = (
    ("marking: TLP:GREEN", "marking: TLP:GREEN, window: 1y, audience: The desk of Vellin"),
    ("window: 1y", "window: 1y, contact: desk@example.org, next_edition: 2025-03-17"),
    ("{name: Ines Dorrat, country: Sorrel}", "{name: Ines Dorrat, country: Sorrel, role: chair,"),
    ("role: chair,", "role: chair, aliases: [Inez Dorrat]}"),
    ("title: Who pays, kind: digest", "title: Who pays, introduction: Of tolls., kind: digest"),
    (
        "  - {slug: views",
        FERRY,
    ),
    (
        "sections:\n",
        "about: {terms: [quay*, harbour, ferry, port, toll*, هيئة, second stage, barges]}\nsections:\n",
    ),
)


def lay_laden(folder: Path) -> Path:
    """Lay the project out in `folder` with its two editions of Markdown and JSON; give its
    config. The editor it names is gone when this returns.
    """
    shutil.copytree(TOPIC, folder)
    config = folder / "config.yaml"
    text = config.read_text(encoding="utf-8").replace(eventful.CONFIG_MORE, eventful.WITH_QUESTIONS)
    for old, new in (("{kind: html}, {kind: pdf}, ", ""), *FRAME):
        assert old in text
        text = text.replace(old, new)
    config.write_text(text, encoding="utf-8")
    _write_articles(folder, FIRST)
    analyst = folder / "analyst.yaml"
    decided = DESK.replace("SEAL", passage_seal(ARABIC)).replace("ENGLISH", ENGLISH)
    _write_articles(folder, {"n_arabic.txt": SECOND["n_arabic.txt"]})
    analyst.write_text(analyst.read_text(encoding="utf-8") + decided, encoding="utf-8")
    eventful.build_quietly(config)
    eventful.let_things_happen(folder / "articles")
    _write_articles(folder, SECOND)
    text = config.read_text(encoding="utf-8").replace(
        "  Vellin Gazette: {", "  Vellin Gazette: {aliases: [Northern Star], "
    )
    with scripted.serving(scripted.choosing(scripted.tell_last)) as server:
        editor = f"editor: {{kind: openai, base_url: '{server.url}', model: {scripted.MODEL}}}\n"
        config.write_text(f"{text}{editor}", encoding="utf-8")
        assert cli.run_command(["check", "-c", str(config)]) in (0, 1)
        eventful.build_quietly(config)
    return config


def _write_articles(folder: Path, articles: dict[str, str]) -> None:
    for name, content in articles.items():
        (folder / "articles" / name).write_text(content, encoding="utf-8")

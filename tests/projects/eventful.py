"""The invented topic after two editions between which much happened: articles came, went, were
edited and taken back, one is too late, one no text.
"""

import shutil
from pathlib import Path

from briefing import cli
from tests.projects.desk import TOPIC

CONFIG_MORE = "digest, tags: [works], statements: 6}"
WITH_QUESTIONS = """digest, tags: [works], statements: 9, questions: [
      {text: When does the second stage begin?, terms: [second stage]},
      {text: Who runs the pilot boat?, terms: [lighthouse keeper]}]}"""
CAME = {
    "e_mirror.txt": """\
Southern quay of Vellin to close for repairs

Castren Mirror

7 March 2025

The harbour authority of Vellin will close the southern quay on 20 March 2025, its director Tomas Arvel said.
In November 2024 a storm closed the northern quay and sank two barges.

The dredger Marrow left Vellin on 6 March 2025, according to the shipping register.
""",
    "f_mirror_withdrawn.txt": """\
RETRACTED: Third barge found below the northern quay

Castren Mirror

6 March 2025

A third barge was found below the northern quay of Vellin on 5 March 2025, the harbour authority said.

The Castren Mirror has retracted this article.
""",
    "g_later.txt": """\
Tolls on the lower river to rise

Castren Mirror

14 March 2025

The river board of the Sorrel raised the tolls on the lower river on 13 March 2025, its chair said.
""",
}
WENT = {
    "i_courier.txt": """\
Second dredger hired for the northern quay of Vellin

Sorrel Courier

5 March 2025

The harbour authority of Vellin hired a second dredger, the Hask, for the northern quay on 4 March 2025.
""",
}
NO_TEXT = bytes(range(256)) * 8


def lay_eventful(folder: Path) -> Path:
    """Lay the project out in `folder` with its two editions of Markdown and JSON; give its
    config.
    """
    shutil.copytree(TOPIC, folder)
    config = folder / "config.yaml"
    text = config.read_text(encoding="utf-8").replace(CONFIG_MORE, WITH_QUESTIONS)
    text = text.replace("{kind: html}, {kind: pdf}, ", "")
    config.write_text(text, encoding="utf-8")
    for name, content in WENT.items():
        (config.parent / "articles" / name).write_text(content, encoding="utf-8")
    build_quietly(config)
    let_things_happen(folder / "articles")
    build_quietly(config)
    return config


def let_things_happen(articles: Path) -> None:
    """Let articles come and go, be edited and taken back."""
    for name, content in CAME.items():
        (articles / name).write_text(content, encoding="utf-8")
    (articles / "h_scan.bin").write_bytes(NO_TEXT)
    for name in (*WENT, "d_gazette_early.txt"):
        (articles / name).unlink(missing_ok=True)
    gazette = articles / "a_gazette.txt"
    said = gazette.read_text(encoding="utf-8")
    said = said.replace("two metres more than before", "three metres more than before")
    said = said.replace("had found no damage", "had found no lasting damage")
    gazette.write_text(said, encoding="utf-8")
    sidecar = articles / "sources.yaml"
    kept = [
        line for line in sidecar.read_text(encoding="utf-8").splitlines() if "d_gazette" not in line
    ]
    sidecar.write_text("\n".join(kept) + "\n", encoding="utf-8")


def build_quietly(config: Path) -> None:
    """Build an edition, which must succeed."""
    assert cli.run_command(["build", "-c", str(config), "-q"]) == 0

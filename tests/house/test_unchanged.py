"""An unchanged build is answered by the little program that asks whether there is anything to
do."""

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def build(folder, *options):
    """Run a build of the folder's config; return what Python and the program said."""
    command = [
        sys.executable,
        *options,
        "-m",
        "briefing",
        "build",
        "-c",
        str(folder / "config.yaml"),
    ]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)


def test_the_second_build_imports_nothing_of_the_first(tmp_path):
    """Without the PDF, which takes most of a build's time and nothing of this question."""
    for name in ("seeds", "templates"):
        shutil.copytree(ROOT / name, tmp_path / name)
    config = (
        (ROOT / "config.yaml")
        .read_text(encoding="utf-8")
        .replace("  - {kind: pdf, variant: pdf/ua-1}\n", "")
    )
    (tmp_path / "config.yaml").write_text(config, encoding="utf-8")
    build(tmp_path)
    second = build(tmp_path, "-X", "importtime")
    imported = {line.rsplit("|", 1)[-1].strip() for line in second.stderr.splitlines()}
    assert "briefing.state.witness" in imported
    assert (
        imported & {"briefing.cli", "briefing.edition", "click", "pydantic", "yaml", "pathlib"}
        == set()
    )
    assert second.stdout.count("\n") == 1


def test_plain_texts_in_english_wake_no_other_format_and_no_other_language(tmp_path):
    (tmp_path / "in").mkdir()
    article = (
        "Quay shut\n\nVellin, 5 March 2025\n\nThe quay was shut on 3 March 2025, the port said.\n"
    )
    (tmp_path / "in/quay.txt").write_text(article, encoding="utf-8")
    config = """brief: {title: Port}
sources: [{kind: folder, path: in}]
sections: [{slug: port, title: Port, terms: [quay]}]
outputs: [{kind: json}]
"""
    (tmp_path / "config.yaml").write_text(config, encoding="utf-8")
    said = build(tmp_path, "-X", "importtime")
    imported = {line.rsplit("|", 1)[-1].strip() for line in said.stderr.splitlines()}
    assert "briefing.languages.en.pack" in imported
    others = ("ingest.html.page", "ingest.mail", "ingest.pdf", "ingest.docx", "language.plain.pack")
    assert imported.isdisjoint(f"briefing.{name}" for name in others)


def test_whoever_asks_finds_what_another_left(tmp_path):
    """`make` calls a relative Python in the project's folder, a shell one by its full path, a timer
    another command from another folder.
    """
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    short = (ROOT / "config.yaml").read_text(encoding="utf-8").partition("outputs:")[0]
    (tmp_path / "config.yaml").write_text(f"{short}outputs: [{{kind: json}}]\n", encoding="utf-8")
    (tmp_path / "env").symlink_to(Path(sys.executable).parents[1])
    program, config = Path("env/bin") / Path(sys.executable).name, str(tmp_path / "config.yaml")

    def ask(*command, folder=tmp_path):
        said = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
        return said.stdout.partition(":")[0]

    assert ask(str(program), "-m", "briefing", "build") == "Edition 1"
    for _ in range(2):
        for command in ((sys.executable, "-m", "briefing", "build", "-c", config),
                        (str(program), "-m", "briefing", "build"),
                        (sys.executable, "-m", "briefing", "run", "-c", config)):  # fmt: skip
            folder = Path("/") if "run" in command else tmp_path
            assert ask(*command, folder=folder) == "Nothing changed since edition 1"

"""Lay out the pages of the docs and build the site, the man page beside it.

Usage: python tools/pages.py [FOLDER]      FOLDER is build where not given

README becomes the first page; what links lead to in the repository (a licence, a config, a seed)
is copied beside the pages. Exits 1 where a link is dead: MkDocs is strict.
"""

import re
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
PAGES = ("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md")
_LINK = re.compile(r"(?P<before>\]\(|src=\")(?P<target>(?!https?:|mailto:|#)[^)\"\s#]+)")


def main(folder: Path) -> int:
    """Build everything below `folder`; give the exit code of MkDocs."""
    pages, site = folder / "pages", folder / "site"
    shutil.rmtree(pages, ignore_errors=True)
    pages.mkdir(parents=True)
    for path in sorted((HERE / "docs").iterdir()):
        if path.suffix == ".md":
            (pages / path.name).write_text(lay_page(path, pages), encoding="utf-8")
        elif path.suffix != ".1":
            shutil.copy2(path, pages / path.name)
    for name in PAGES:
        text = lay_page(HERE / name, pages)
        (pages / ("index.md" if name == "README.md" else name)).write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--config-file"]
    config = folder / "mkdocs.yml"
    written = (HERE / "mkdocs.yml").read_text(encoding="utf-8")
    config.write_text(
        written.replace("build/pages", "pages").replace("build/site", "site"), encoding="utf-8"
    )
    done = subprocess.run([*command, str(config)], check=False)
    if done.returncode == 0:
        shutil.copy2(HERE / "docs" / "briefing.1", site / "briefing.1")
        print(f"the site is {site / 'index.html'}, the man page {site / 'briefing.1'}")
    return done.returncode


def lay_page(path: Path, pages: Path) -> str:
    """A page's text with its links as they hold on the site; copies what they lead to."""

    def turn(found: re.Match[str]) -> str:
        target = (path.parent / found["target"]).resolve()
        inside = target.relative_to(HERE)
        if inside.parts[0] == "docs" or inside.name in PAGES:
            place = "index.md" if inside.name == "README.md" else inside.name
        else:
            if target.is_dir():  # the site shows files alone: the first of the folder
                target = min(one for one in target.rglob("*") if one.is_file())
                inside = target.relative_to(HERE)
            place = f"files/{inside.as_posix()}" + (".txt" if inside.suffix in {"", ".md"} else "")
            (pages / place).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(target, pages / place)
        return f"{found['before']}{place}"

    return _LINK.sub(turn, path.read_text(encoding="utf-8"))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else HERE / "build").resolve()))

"""What does the PDF cost? A whole build and the PDF alone, beside WeasyPrint, Chromium and Typst on
the same content.

As a program (`python -m benchmarks.pdf WHAT FILE`) it is one of the things measured.
"""

import gc
import importlib
import importlib.util
import json
import os
import re
import shutil
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.desk import desk, forget
from benchmarks.measure import ROOT, Program, python, run, turn_about, work
from benchmarks.table import Table, seconds, times, verdict

_STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)
_PICTURE = re.compile(r"<svg.*?</svg>", re.DOTALL)
_BLOCK = re.compile(
    r"<(h[1-6]|p|li|dd|dt|td|th|blockquote|figcaption)\b[^>]*>(.*?)</\1>", re.DOTALL
)
_TAG = re.compile(r"<[^>]*>")
_FONTS = ROOT / "briefing" / "fonts" / "fonts.conf"
_WHERE = ("template", "parse and lay out", "write")


def tables(rounds: int) -> list[Table]:
    """Give the tables of the whole build, of the PDF alone, and of where its time goes."""
    with desk() as folder, TemporaryDirectory(prefix="briefing-bench-") as name:
        pages = Path(name)
        run(python("-m", "benchmarks.pdf", "page", str(pages / "page.html"), str(folder)))
        source = (pages / "page.html").read_text(encoding="utf-8")
        (pages / "bare.html").write_text(_STYLE.sub("", source), encoding="utf-8")
        (pages / "no-pictures.html").write_text(_PICTURE.sub("", source), encoding="utf-8")
        (pages / "page.typ").write_text(_typst(source), encoding="utf-8")
        return [
            _build(folder, pages, rounds),
            _alone(folder, pages, rounds),
            _where(folder, pages, rounds),
        ]


def _bare(file: Path, *options: str) -> Program:
    return python("-m", "benchmarks.pdf", "weasyprint", str(file), *options)


def _build(folder: Path, pages: Path, rounds: int) -> Table:
    programs = {
        "WeasyPrint on the same HTML": _bare(pages / "page.html"),
        "WeasyPrint on it, PDF/UA-1, our fonts": _bare(pages / "page.html", "pdf/ua-1", "fonts"),
        "briefing build, four formats": python(
            "-m", "briefing", "build", folder=folder, before=partial(forget, folder)
        ),
        "briefing build, without the PDF": python(
            "-m",
            "briefing",
            "build",
            "--formats",
            "markdown,html,json",
            folder=folder,
            before=partial(forget, folder),
        ),
    }
    used = turn_about(programs, rounds)
    base = used["WeasyPrint on the same HTML"].cpu
    aims = {"briefing build, four formats": 1.25}
    rows = [
        (
            name,
            seconds(one.cpu),
            times(one.cpu, base),
            verdict(one.cpu / base, most=aims[name]) if name in aims else "",
        )
        for name, one in used.items()
    ]
    note = (
        "Processor time of whole processes, imports included; "
        f"medians of {rounds} rounds, turn about."
    )
    return Table(
        title="A full build of the five articles",
        head=("program", "time", "beside WeasyPrint", "aim"),
        rows=rows,
        notes=(note,),
    )


def _alone(folder: Path, pages: Path, rounds: int) -> Table:
    programs = {
        "WeasyPrint, no style sheet": _bare(pages / "bare.html"),
        "WeasyPrint, our style sheet": _bare(pages / "page.html"),
        "briefing": python("-m", "benchmarks.pdf", "briefing", str(folder)),
    }
    inside = work(programs, rounds)
    whole = turn_about({**programs, **_others(pages)}, rounds)
    base, outer = (
        inside["WeasyPrint, no style sheet"]["spent"],
        whole["WeasyPrint, no style sheet"].clock,
    )
    rows = [
        (
            name,
            seconds(inside[name]["spent"]) if name in inside else "",
            times(inside[name]["spent"], base) if name in inside else "",
            seconds(one.clock),
            times(one.clock, outer),
            verdict(inside[name]["spent"] / base, most=1.5) if name == "briefing" else "",
        )
        for name, one in whole.items()
    ]
    notes = [
        f"Medians of {rounds} rounds, turn about.",
        "`alone` is the processor time of making one PDF once everything is imported.",
        (
            "`process` is the clock time of a whole process, which for briefing reads the "
            "articles as well."
        ),
        (
            "Chromium and Typst get the same words; Typst as headings and paragraphs. "
            "Neither makes the same document."
        ),
    ]
    notes += [
        f"No row for {name}: it is not installed."
        for name in ("Chromium", "Typst")
        if name not in whole
    ]
    head = ("program", "alone", "beside bare", "process", "beside bare", "aim")
    return Table(
        title="The PDF beside other printers on the same content", head=head, rows=rows, notes=notes
    )


def _others(pages: Path) -> dict[str, Program]:
    """Give the other printers that are installed."""
    found = {}
    browser = next(
        filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
    )
    if browser:
        flags = (
            "--headless --no-sandbox --disable-gpu --no-first-run "
            "--disable-background-networking".split()
        )
        target = f"--print-to-pdf={pages / 'chromium.pdf'}"
        profile = f"--user-data-dir={pages / 'profile'}"
        found["Chromium"] = Program(
            command=(browser, *flags, profile, target, (pages / "page.html").as_uri())
        )
    if importlib.util.find_spec("typst"):
        found["Typst"] = python("-m", "benchmarks.pdf", "typst", str(pages / "page.typ"))
    return found


def _where(folder: Path, pages: Path, rounds: int) -> Table:
    programs = {
        "as the build makes it": python("-m", "benchmarks.pdf", "steps", str(folder)),
        "in a process that has read nothing": _bare(pages / "page.html", "pdf/ua-1", "fonts"),
        "not tagged as PDF/UA-1": _bare(pages / "page.html", "", "fonts"),
        "with the machine's fonts": _bare(pages / "page.html", "pdf/ua-1"),
        "without pictures": _bare(pages / "no-pictures.html", "pdf/ua-1", "fonts"),
        "without the style sheet": _bare(pages / "bare.html", "pdf/ua-1", "fonts"),
        "none of these": _bare(pages / "bare.html"),
    }
    told = work(programs, rounds)
    base = told["as the build makes it"]["spent"]
    rows = [
        (
            name,
            seconds(one["spent"]),
            times(one["spent"], base),
            *(seconds(one[part]) for part in _WHERE),
        )
        for name, one in told.items()
    ]
    note = (
        "Processor time once everything is imported. Each row leaves out one thing, the last "
        "one all of them."
    )
    return Table(
        title="Where the PDF's time goes",
        head=("the PDF", "time", "beside ours", *_WHERE),
        rows=rows,
        notes=(note,),
    )


def _typst(source: str) -> str:
    """Give a page's words as Typst: headings and paragraphs."""
    lines = []
    for name, inner in _BLOCK.findall(source):
        text = " ".join(_TAG.sub(" ", inner).split())
        escaped = re.sub(r"([\\#$*_`<>@=\-+/\[\]~])", r"\\\1", text)
        lines.append("=" * int(name[1]) + " " + escaped if name[0] == "h" else escaped)
    return "\n\n".join(lines)


def _page(folder: Path) -> tuple[Callable[[], str], Callable[[], bytes]]:
    """Read the five articles; what is given then makes the HTML that the PDF is made of, and the
    PDF itself.
    """
    from briefing.edition.make import make_anew  # noqa: PLC0415 - the process that prints must not have read all this
    from briefing.figures import draw_figures  # noqa: PLC0415
    from briefing.job.load import load_job  # noqa: PLC0415
    from briefing.render.page import view_page  # noqa: PLC0415
    from briefing.render.pdf import Pdf  # noqa: PLC0415
    from briefing.render.templates import Templates  # noqa: PLC0415

    _, order = load_job(folder / "config.yaml")
    brief = make_anew(order).brief
    documents = {entry.id: entry.document for entry in brief.sources if entry.document is not None}
    sheet = view_page(brief, documents, draw_figures(brief, documents))
    templates = Templates(folder=None)
    return partial(Pdf().source, sheet, templates), lambda: Pdf()(sheet, templates).content


def _made(write: Callable[[], bytes]) -> dict[str, float]:
    """Make a PDF once as a build does, and give the processor time of the whole."""
    importlib.import_module("weasyprint")
    began = time.process_time()
    write()
    return {"spent": time.process_time() - began}


def _print(source: Callable[[], str], variant: str, *, fonts: bool) -> dict[str, float]:
    """Make a PDF once and give the processor time of its steps."""
    if fonts:
        os.environ["FONTCONFIG_FILE"] = str(_FONTS)
    import weasyprint  # noqa: PLC0415 - after the environment is set

    began = time.process_time()
    text = source()
    made = time.process_time()
    document = weasyprint.HTML(string=text, base_url="about:blank").render(
        pdf_variant=variant or None
    )
    laid = time.process_time()
    document.write_pdf(pdf_variant=variant or None)
    written = time.process_time()
    return {
        "spent": written - began,
        "template": made - began,
        "parse and lay out": laid - made,
        "write": written - laid,
    }


def main(what: str, file: Path, *options: str) -> None:
    """Do one of the things that are measured."""
    if what == "page":
        source, _ = _page(Path(options[0]))
        file.write_text(source(), encoding="utf-8")
    elif what == "briefing":
        _, write = _page(file)
        print(json.dumps(_made(write)))
    elif what == "steps":
        source, _ = _page(file)
        gc.freeze()  # as the writer does
        print(json.dumps(_print(source, "pdf/ua-1", fonts=True)))
    elif what == "weasyprint":
        told = _print(
            partial(file.read_text, encoding="utf-8"), (*options, "")[0], fonts="fonts" in options
        )
        print(json.dumps(told))
    elif what == "typst":
        import typst  # type: ignore[import-not-found]  # noqa: PLC0415 - only where it is installed

        typst.compile(str(file), output=str(file.with_suffix(".pdf")))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), *sys.argv[3:])

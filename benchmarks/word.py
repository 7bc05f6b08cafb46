"""The Word document beside pandoc's of the same brief, where pandoc is installed.

Ours has footnotes with passages, pictures, header and footer; pandoc makes of brief.md what stands
there. So the second row says what a general converter takes for as many words, no more.
"""

import json
import shutil
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.desk import desk
from benchmarks.measure import Program, python, run, turn_about
from benchmarks.table import Table, seconds, times


def tables(rounds: int) -> list[Table]:
    """Give the time of the writer alone, of a process that reads a brief and writes it, and of
    pandoc.
    """
    with desk() as folder, TemporaryDirectory() as scratch:
        run(python("-m", "briefing", "build", "--formats", "md,json", folder=folder))
        output = folder / "output"
        programs = {
            "briefing, a process that reads brief.json": python(
                "-m", "benchmarks.word", str(output / "brief.json"), str(Path(scratch, "ours.docx"))
            )
        }
        pandoc = shutil.which("pandoc")
        if pandoc:
            command = (pandoc, str(output / "brief.md"), "-o", str(Path(scratch, "pandoc.docx")))
            programs["pandoc brief.md"] = Program(command=command)
        used = turn_about(programs, rounds)
        own = run(programs["briefing, a process that reads brief.json"])
        sizes = {path.stem: path.stat().st_size for path in Path(scratch).iterdir()}
    base = used["briefing, a process that reads brief.json"].cpu
    rows = [(name, seconds(one.cpu), times(one.cpu, base)) for name, one in used.items()]
    alone = json.loads(own.output)["spent"]
    rows.append(("briefing, the writer alone", seconds(alone), times(alone, base)))
    notes = [f"Processor time; medians of {rounds} rounds, turn about; the last row is of one run."]
    notes.append("; ".join(f"{name}.docx has {size / 1000:.0f} kB" for name, size in sizes.items()))
    if not pandoc:
        notes.append("No row for pandoc: it is not installed.")
    head = ("program", "time", "beside ours")
    return [Table(title="The Word document", head=head, rows=rows, notes=notes)]


def main(source: Path, target: Path) -> None:
    """Write the document of a brief.json, and print what the writer alone took."""
    from briefing.figures import draw_figures  # noqa: PLC0415 - measured apart from starting
    from briefing.render.json import decode_brief  # noqa: PLC0415
    from briefing.render.page import view_page  # noqa: PLC0415
    from briefing.render.templates import Templates  # noqa: PLC0415
    from briefing.render.word import Docx  # noqa: PLC0415

    brief = decode_brief(source.read_bytes())
    documents = {entry.id: entry.document for entry in brief.sources if entry.document is not None}
    page, templates = view_page(brief, documents, draw_figures(brief, documents)), Templates()
    began = time.process_time()
    made = Docx()(page, templates, brief)
    spent = time.process_time() - began
    target.write_bytes(made.content)
    print(json.dumps({"spent": spent}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

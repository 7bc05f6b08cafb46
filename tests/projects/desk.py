"""A project folder of the invented topic, and the commands run in it."""

import json
from dataclasses import dataclass
from pathlib import Path

from briefing import cli

TOPIC = Path(__file__).resolve().parent / "topic"


@dataclass(frozen=True, kw_only=True)
class Desk:
    """A project folder in which the test stands; `run` gives (exit code, out, err)."""

    folder: Path
    capfd: object

    def run(self, *arguments):
        """Run a command here."""
        code = cli.run_command(list(arguments))
        printed = self.capfd.readouterr()
        return code, printed.out, printed.err

    def build(self, *arguments):
        """Build Markdown and JSON, which must succeed, and give the parsed brief.json."""
        return self.build_saying(*arguments)[0]

    def build_saying(self, *arguments):
        """Build as `build` does, and give what was printed, too."""
        code, out, err = self.run("build", "--formats", "markdown,json", *arguments)
        assert code == 0, (out, err)
        return self.brief(), out + err

    def verify(self):
        """Verify the newest brief, which must hold, and give what was printed."""
        code, out, err = self.run("verify")
        assert code == 0, (out, err)
        return out

    def brief(self, place="output"):
        """Give a parsed brief.json."""
        return json.loads((self.folder / place / "brief.json").read_bytes())

    def analyst(self, text):
        """Write the analyst's file."""
        (self.folder / "analyst.yaml").write_text(text, encoding="utf-8")


def statements(brief):
    """Give every statement of a parsed brief."""
    return [statement for section in brief["sections"] for statement in section["statements"]]

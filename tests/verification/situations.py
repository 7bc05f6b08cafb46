"""The situations in which somebody verifies a brief, each with a forged one in the true one's
place."""

import json
import shutil
from dataclasses import dataclass
from pathlib import Path

from briefing import digest
from briefing.verification.verify import verify_brief

WITH_RECORD, WITH_NEIGHBOURS, WITH_CONFIG, EDITION_ALONE, SOURCES_ALONE = NAMES = (
    "record and config at hand",
    "other editions and config at hand",
    "config alone",
    "edition alone",
    "sources alone",
)


@dataclass(frozen=True, kw_only=True)
class Situation:
    """A folder with what is at hand, and where the brief that is verified lies in it."""

    name: str
    base: Path
    brief: Path
    edition: Path | None
    config: Path | None

    def judge(self, node):
        """Put a brief in the true one's place, its edition hashed anew, and give what `verify` says
        of it."""
        data = node if isinstance(node, bytes) else self._written(node)
        for file in {self.brief, *((self.edition / "brief.json",) if self.edition else ())}:
            _put(file, data)
        if self.edition is not None:
            manifest = self.edition / "manifest.json"
            kept = json.loads(manifest.read_bytes())
            kept["files"]["brief.json"] = digest.of_bytes(data)
            said = json.loads(data).get("edition") or {}
            kept |= {key: said[key] for key in kept.keys() & said.keys() & _HEAD}
            _put(manifest, (json.dumps(kept, indent=1, ensure_ascii=False) + "\n").encode())
        return verify_brief(self.brief, self.base, self.config)

    def _written(self, node):
        """Write a brief: as editions are, which takes ten times as long, where a record knows their
        bytes."""
        if self.name != WITH_RECORD:
            return json.dumps(node).encode("ascii")
        return (json.dumps(node, indent=1, ensure_ascii=False) + "\n").encode(
            "utf-8", "backslashreplace"
        )


_HEAD = {"number", "made_at", "fingerprint", "previous"}


def _put(file, data):
    file.chmod(0o644)
    file.write_bytes(data)


def lay_situations(project, folder):
    """Give the situations by name, laid out in `folder` from a project with editions of Markdown
    and JSON, the newest of which is the true one."""
    newest = max(path.name for path in (project / "output" / "editions").glob("0*"))
    edition = project / "output" / "editions" / newest
    found = {}
    forgotten = shutil.ignore_patterns("*.db*", "record.jsonl")
    for name, left_out in ((WITH_RECORD, None), (WITH_NEIGHBOURS, forgotten)):
        whole = folder / name.replace(" ", "-")
        shutil.copytree(project, whole, ignore=left_out)
        found[name] = Situation(
            name=name,
            base=whole,
            brief=whole / "output" / "brief.json",
            edition=whole / "output" / "editions" / newest,
            config=whole / "config.yaml",
        )
    for name, has_config in ((WITH_CONFIG, True), (SOURCES_ALONE, False)):
        bare = folder / name.replace(" ", "-")
        shutil.copytree(project, bare, ignore=shutil.ignore_patterns("output", "*.db*"))
        (bare / "apart").mkdir()
        shutil.copy(edition / "brief.json", bare / "apart" / "brief.json")
        found[name] = Situation(
            name=name,
            base=bare,
            brief=bare / "apart" / "brief.json",
            edition=None,
            config=bare / "config.yaml" if has_config else None,
        )
    alone = folder / "alone" / "edition"
    shutil.copytree(edition, alone)
    found[EDITION_ALONE] = Situation(
        name=EDITION_ALONE,
        base=alone.parent,
        brief=alone / "brief.json",
        edition=alone,
        config=None,
    )
    return found

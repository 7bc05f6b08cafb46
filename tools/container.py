"""Run the steps of the Dockerfile one by one in empty Debian roots, where there is no container
engine.

Usage (as root): python tools/container.py ROOT SCRATCH [FILE...]

ROOT is a root made by `debootstrap --variant=minbase bookworm ROOT`; it is copied for each stage
below SCRATCH and stays as it is. FILEs of this machine (a resolv.conf, certificates) are laid into
each copy at the same path while it works, and are taken out again. Prints every step, and how large
the last stage is; leaves it as SCRATCH/image. Exits 1 where a step fails.

It knows what our Dockerfile uses: FROM, COPY, RUN, ENV, USER, WORKDIR, ENTRYPOINT, CMD.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent


@dataclass(slots=True, kw_only=True)
class Stage:
    """A stage as it is built: its folder, its environment, whom its steps run as, and where."""

    folder: Path
    environment: dict[str, str] = field(default_factory=dict)
    user: str = "root"
    place: str = "/"


def read_steps(text: str) -> Iterator[tuple[str, str]]:
    """The steps of a Dockerfile: instruction and what follows, lines joined."""
    lines = (line for line in text.splitlines() if not line.lstrip().startswith("#"))
    for line in "\n".join(lines).replace("\\\n", " ").splitlines():
        if line.strip():
            word, _, rest = line.strip().partition(" ")
            yield word.upper(), rest


def copy_files(rest: str, stages: dict[str, Stage], into: Stage) -> None:
    """COPY, also from another stage. Raises OSError."""
    *options, source, target = rest.split()
    origin = HERE
    for option in options:
        name, _, value = option.partition("=")
        if name == "--from":
            origin = stages[value].folder
    found, place = origin / source.lstrip("/"), into.folder / target.lstrip("/")
    place.parent.mkdir(parents=True, exist_ok=True)
    if found.is_dir():
        unwanted = shutil.ignore_patterns("__pycache__") if origin == HERE else None
        shutil.copytree(found, place, symlinks=True, dirs_exist_ok=True, ignore=unwanted)
    else:
        shutil.copy2(found, place)


def run_step(stage: Stage, command: list[str]) -> int:
    """Run a command in a stage as its user; give its exit code."""
    environment = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/tmp"} | stage.environment  # noqa: S108 - inside the root
    passed = {name: value for name, value in os.environ.items() if name.startswith("PIP_")}
    return subprocess.run(
        ["/usr/sbin/chroot", f"--userspec={stage.user}", str(stage.folder), "/bin/sh", "-c",
         f'cd {stage.place} && exec "$@"', "sh", *command],
        env=passed | environment | {"DEBIAN_FRONTEND": "noninteractive"},
        stdin=subprocess.DEVNULL,
        check=False,
    ).returncode  # fmt: skip


def take_step(word: str, rest: str, stage: Stage, stages: dict[str, Stage]) -> int:
    """Do one step inside a stage; give 0 where it went well."""
    if word == "COPY":
        copy_files(rest, stages, stage)
    elif word == "RUN":
        return run_step(stage, ["/bin/sh", "-c", rest])
    elif word == "ENV":
        name, _, value = rest.partition("=")
        stage.environment[name] = value
    elif word == "USER":
        stage.user = rest
    elif word == "WORKDIR":
        stage.place = rest
    elif word not in {"ENTRYPOINT", "CMD"}:
        print(f"{word} is a step that this tool does not know", file=sys.stderr)
        return 1
    return 0


def lay_files(stage: Stage, files: list[Path]) -> list[Path]:
    """Lay files of this machine into a stage; give those that were not there."""
    laid = []
    for path in files:
        place = stage.folder / str(path).lstrip("/")
        if not place.exists():
            laid.append(place)
            place.parent.mkdir(parents=True, exist_ok=True)
            if path.is_dir():
                shutil.copytree(path, place)
            else:
                shutil.copy2(path, place)
    return laid


def folder_size(folder: Path) -> int:
    """The size in bytes of what lies in a folder, links not followed."""
    return sum(path.lstat().st_size for path in folder.rglob("*") if not path.is_dir())


def build(root: Path, scratch: Path, files: list[Path]) -> int:
    """Build all stages; give 0 where every step went well."""
    stages: dict[str, Stage] = {}
    stage, laid = None, list[Path]()
    for word, rest in read_steps((HERE / "Dockerfile").read_text(encoding="utf-8")):
        print(f"{word} {rest}", flush=True)
        if word == "FROM":
            take_out(laid)
            name = rest.split(" AS ")[1] if " AS " in rest else "image"
            stage = Stage(folder=scratch / name)
            shutil.copytree(root, stage.folder, symlinks=True, ignore=shutil.ignore_patterns("dev"))
            make_devices(stage.folder)
            stages[name], laid = stage, lay_files(stage, files)
        elif stage is None or take_step(word, rest, stage, stages):
            print(f"failed: {word} {rest}", file=sys.stderr)
            return 1
    take_out(laid)
    if stage is not None:
        print(f"{folder_size(stage.folder) / 1e6:.0f} MB in {stage.folder}")
    return 0


def make_devices(folder: Path) -> None:
    """The devices without which hardly a program runs."""
    (folder / "dev").mkdir(exist_ok=True)
    for name, minor in (("null", 3), ("zero", 5), ("random", 8), ("urandom", 9)):
        os.mknod(folder / "dev" / name, 0o20666, os.makedev(1, minor))
        (folder / "dev" / name).chmod(0o666)


def take_out(laid: list[Path]) -> None:
    """Take out what was laid in."""
    for place in laid:
        if place.is_dir():
            shutil.rmtree(place, ignore_errors=True)
        else:
            place.unlink(missing_ok=True)


if __name__ == "__main__":
    sys.exit(build(Path(sys.argv[1]), Path(sys.argv[2]), [Path(one) for one in sys.argv[3:]]))

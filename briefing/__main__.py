"""Where the program begins: `briefing …` and `python -m briefing …`.

A plain `build` or `run` asks first whether there is anything to do, before anything heavy is
imported.
"""

import gc
import sys

from briefing import circles
from briefing.state import witness

_NO_OPTIONS = ("", "")  # neither --as-of nor --formats, as a build remembers them


def main() -> None:
    """Run the command line of this process and leave with its exit code."""
    try:
        code = run(sys.argv[1:])
    except KeyboardInterrupt:  # before the command line was there to catch it
        code = 130
    gc.freeze()  # ending, Python would look through all that is there for circles, several times
    sys.exit(code)


def run(arguments: list[str]) -> int:
    """Run `arguments` (without the program's name) and give the exit code."""
    line = _unchanged_line(arguments)
    if line is None:
        circles.search_rarely()
        from briefing import cli  # noqa: PLC0415 - takes longer than an unchanged build may

        return cli.run_command(arguments)
    try:
        print(line, flush=True)  # noqa: T201 - this is the command's output
    except BrokenPipeError:
        from briefing import cli  # noqa: PLC0415

        cli.close_quietly()
    return 0


def _unchanged_line(arguments: list[str]) -> str | None:
    """What to print where a command has nothing to do, else None; a run is noted."""
    config = _plain_config(arguments)
    line = witness.unchanged_line(config, _NO_OPTIONS) if config is not None else None
    if config is None or line is None or arguments[0] == "build":
        return line
    from briefing.state import idle  # noqa: PLC0415 - a build doesn't need it

    if "--due" in arguments and idle.is_early(config):
        return idle.EARLY
    may_run = "--due" not in arguments or idle.has_no_schedule(config)
    return line if may_run and idle.note_run(config, line) else None


def _plain_config(arguments: list[str]) -> str | None:
    """The config of a `build` or `run` that has no option but the config's name, and none but that
    a run may wait for another and ask whether it is due; else None.
    """
    plain = {"--wait", "--due"} if arguments[:1] == ["run"] else set()
    match [one for one in arguments if one not in plain]:
        case ["build" | "run"]:
            return "config.yaml"
        case ["build" | "run", "-c" | "--config", config]:
            return config
    return None


if __name__ == "__main__":
    main()

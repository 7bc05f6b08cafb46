"""The command line: arguments in, exit code out. What the commands do stands in `commands`."""

from briefing.cli.shell import close_quietly, run

__all__ = ["close_quietly", "run"]

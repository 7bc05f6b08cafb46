"""The command line: arguments in, exit code out. What the commands do stands in `commands`."""

from briefing.cli.entry import run_command
from briefing.cli.shell import close_quietly

__all__ = ["close_quietly", "run_command"]

"""`briefing completion SHELL`: what a shell needs to complete commands and options."""

import click
from click.shell_completion import get_completion_class, shell_complete

from briefing.cli import options, shell

ASKED = "_BRIEFING_COMPLETE"
"""The variable by which a shell asks for completions, in the form that Click gives it."""


@options.briefing.command()
@click.argument("which", metavar="SHELL", type=click.Choice(["bash", "zsh", "fish"]))
def completion(*, which: str) -> int:
    """Print what makes a shell complete commands.

    SHELL is bash, zsh or fish. Put `eval "$(briefing completion bash)"` into .bashrc, the same with
    zsh into .zshrc; for fish: briefing completion fish > ~/.config/fish/completions/briefing.fish
    """
    made = get_completion_class(which)
    if made is None:  # Click knows all three
        message = f"{which} can't be completed for"
        raise click.UsageError(message)
    for line in made(options.briefing, {}, "briefing", ASKED).source().splitlines():
        shell.print_line(line)
    return shell.DONE


def answer(asked: str) -> int:
    """Answer a shell that asks for completions; `asked` says which and how."""
    return shell_complete(options.briefing, {}, "briefing", ASKED, asked)

"""The command itself and the options that commands share."""

import logging
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from briefing import __version__

Function = TypeVar("Function", bound=Callable[..., Any])


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="briefing", message="%(prog)s %(version)s")
def briefing() -> None:
    """Turn a folder of news articles into a brief in which every sentence leads to its source.

    \b
    Exit codes: 0 done, 1 the work found a problem, 2 a mistake in config or arguments,
    3 a bug, 130 stopped.
    """  # noqa: D301 - click wants the very character


def add_common_options(function: Function) -> Function:
    """A command the options that all commands have."""
    config = click.option(
        "-c",
        "--config",
        type=click.Path(path_type=Path),
        default=Path("config.yaml"),
        show_default=True,
        help="The brief's config.",
    )
    verbose = click.option(
        "-v",
        "--verbose",
        is_flag=True,
        expose_value=False,
        callback=_set_verbosity,
        help="Say more of what is done.",
    )
    return config(verbose(function))


def _set_verbosity(
    _context: click.Context,
    _option: click.Parameter,
    value: bool,  # noqa: FBT001 - click's form
) -> None:
    logging.basicConfig(
        level=logging.INFO if value else logging.WARNING, format="%(message)s", stream=sys.stderr
    )


as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON for a program to read.")
quiet = click.option("-q", "--quiet", is_flag=True, help="Print errors only.")
strict = click.option("--strict", is_flag=True, help="Let any warning fail (exit code 1).")

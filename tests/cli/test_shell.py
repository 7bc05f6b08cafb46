import io
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import click
import pytest

from briefing import cli
from briefing.cli import options, shell
from briefing.errors import Problem, UserError, WorkError


@pytest.fixture
def command(monkeypatch):
    """A function that adds a command which does what it is told to, and runs it."""

    def run(behave, *arguments):
        monkeypatch.setitem(
            options.briefing.commands, "probe", click.Command("probe", callback=behave)
        )
        return cli.run_command(["probe", *arguments])

    return run


def raiser(error):
    def behave():
        raise error

    return behave


PROBLEMS = (
    Problem(path="config.yaml", line=2, column=3, message="one"),
    Problem(path="seeds", line=0, column=0, message="two", advice="do this", severity="warning"),
)


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (UserError(*PROBLEMS), 2, "config.yaml:2:3: error: one\nseeds: warning: two (do this)\n"),
        (WorkError("the PDF could not be made"), 1, "error: the PDF could not be made\n"),
        (KeyboardInterrupt(), 130, "stopped\n"),
        (
            OSError(28, "No space left on device", "output/brief.pdf"),
            1,
            "error: no space left on device: output/brief.pdf\n",
        ),
        (
            click.UsageError("no such thing"),
            2,
            "briefing probe: error: no such thing (try briefing probe --help)\n",
        ),
    ],
)
def test_each_kind_of_failure_has_its_code_and_its_line(command, capfd, error, code, said):
    assert (command(raiser(error)), capfd.readouterr()) == (code, ("", said))


@pytest.mark.parametrize(
    "error",
    [RuntimeError("boom"), RecursionError("deep"), FileNotFoundError(2, "gone"), AssertionError()],
)
def test_a_bug_leaves_its_traceback_in_a_log_and_prints_the_path(
    command, capfd, tmp_path, monkeypatch, error
):
    with monkeypatch.context() as here:
        here.setattr("tempfile.tempdir", str(tmp_path))
        assert command(raiser(error)) == 3
    said = capfd.readouterr().err
    (log,) = tmp_path.iterdir()
    assert said.count("\n") == 1
    assert str(log) in said
    assert "Traceback" not in said
    assert "Traceback" in log.read_text(encoding="utf-8")
    assert log.stat().st_mode & 0o077 == 0, "a log may name what others need not see"


def test_a_bug_where_no_log_can_be_written_is_still_one_line(command, capfd, monkeypatch):
    with monkeypatch.context() as nowhere:  # pytest itself needs temporary files right afterwards
        nowhere.setattr("tempfile.tempdir", "/dev/null/nowhere")
        assert command(raiser(RuntimeError("boom\nand more"))) == 3
    assert (
        capfd.readouterr().err
        == "briefing: a bug: RuntimeError: boom and more (no log could be written)\n"
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["bild"], "did you mean 'build'?"),
        (["build", "--frce"], "did you mean '--force'?"),
        (["build", "--formats", "md,pfd"], "there is no format 'pfd' (did you mean 'pdf'?)"),
        (["build", "--as-of", "yesterday"], "'yesterday' is not a date"),
        (["explain"], "missing argument 'what'"),
        (["verify", "a", "b"], "unexpected extra argument (b)"),
        (["build", "-c"], "requires an argument"),
    ],
)
def test_wrong_arguments_are_one_line_and_exit_2(capfd, arguments, said):
    code = cli.run_command(arguments)
    printed = capfd.readouterr()
    assert (code, printed.out, printed.err.count("\n")) == (2, "", 1)
    assert said in printed.err.lower()


def test_no_command_shows_the_commands_and_exits_2(capfd):
    assert cli.run_command([]) == 2
    assert "Commands:" in capfd.readouterr().err


def test_help_and_version_are_done(capfd):
    assert cli.run_command(["--help"]) == 0
    assert cli.run_command(["--version"]) == 0
    printed = capfd.readouterr().out
    for name in options.briefing.commands:
        assert f"\n  {name} " in printed
    assert "..." not in printed.split("Commands:")[1], (
        "a command's first line is too long for the list"
    )


@pytest.mark.parametrize("name", options.briefing.commands)
def test_every_option_says_what_it_does(name):
    offered = [
        item for item in options.briefing.commands[name].params if isinstance(item, click.Option)
    ]
    assert all(option.help for option in offered)


@pytest.mark.parametrize("steering", ["\x1b[2J", "\r", "\x9b31m", "\u202e", "\x07"])
def test_nothing_printed_steers_a_terminal(command, capfd, steering):
    command(raiser(UserError(Problem(path="a", line=1, column=1, message=f"bad {steering} name"))))
    command(lambda: shell.print_line(f"a {steering} line"))
    printed = capfd.readouterr()
    assert steering not in printed.err + printed.out


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_colour_is_for_terminals_whose_user_wants_it(command, monkeypatch):
    def said(**environment):
        monkeypatch.setattr(sys, "stderr", Terminal())
        for name in ("NO_COLOR", "TERM"):
            monkeypatch.setenv(name, environment.get(name, ""))
        command(raiser(UserError(PROBLEMS[0])))
        return sys.stderr.getvalue()

    assert said() == "config.yaml:2:3: \x1b[31m\x1b[1merror\x1b[0m: one\n"
    assert said(NO_COLOR="1") == said(TERM="dumb") == "config.yaml:2:3: error: one\n"


def briefing(*arguments, **options):
    return subprocess.Popen([sys.executable, "-m", "briefing", *arguments], **options)


def test_a_reader_who_has_enough_is_no_error(tmp_path):
    lay(tmp_path)
    run = briefing(
        "passages", "--json", cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    run.stdout.close()
    assert (run.stderr.read(), run.wait()) == (b"", 0)


def test_stopping_is_exit_130(tmp_path):
    lay(tmp_path)
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    plain = {**os.environ, "PYTHONUNBUFFERED": "1"}
    run = briefing("watch", cwd=tmp_path, env=plain, **pipes)
    assert run.stdout.readline()  # the first build is done, and now it waits
    run.send_signal(signal.SIGINT)
    _, said = run.communicate()
    assert (said.splitlines()[-1:], run.returncode) == ([b"stopped"], 130)


def test_json_is_utf8_even_where_a_file_name_is_not_text(capfd):
    cli.run_command(["--version"])
    shell.tell_json({"a": "\ud8ff caf\u00e9"})
    printed = capfd.readouterr().out
    assert json.loads(printed[printed.index("{") :])["a"].endswith("caf\u00e9")


def lay(folder: Path):
    (folder / "articles").mkdir()
    (folder / "articles/one.txt").write_text(
        "The northern quay reopened. " * 3 + "\n" * 2, encoding="utf-8"
    )
    (folder / "config.yaml").write_text(
        "brief: {title: Harbour works}\nsources: [{kind: folder, path: articles}]\n"
        "sections: [{slug: works, title: Works}]\n",
        encoding="utf-8",
    )

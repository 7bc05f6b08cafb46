"""What services that misbehave have in common: a port on loopback, and scripts from a test."""

import json
import os
import signal
import socketserver
import subprocess
import sys
import threading
from contextlib import contextmanager
from pathlib import Path


class RogueServer(socketserver.ThreadingTCPServer):
    """A server on a port of its own on loopback, until the end of a `with`; its sessions ask
    `script` what to do."""

    allow_reuse_address = True
    daemon_threads = True
    patience = 5.0

    def __init__(self, session, script):
        super().__init__(("127.0.0.1", 0), session)
        self.script = script
        self.port = self.server_address[1]

    def __enter__(self):
        threading.Thread(
            target=self.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
        ).start()
        return self

    def __exit__(self, *_):
        self.shutdown()
        self.server_close()

    def handle_error(self, *_):
        """Say nothing: clients that were killed are the point."""


def murder(victim):
    """Kill the client whose process id stands in a file."""
    os.kill(int(Path(victim).read_text()), signal.SIGKILL)


def note_taken(log, line):
    """Write down what was taken, before the client can know; nothing where there is no log."""
    if log:
        with Path(log).open("a", encoding="utf-8") as file:
            file.write(f"{line}\n")


def serve_scripts(server, place, make_script):
    """Serve alone: say where, read a script from each line of standard input, answer when it is
    in force."""
    with server:
        sys.stdout.write(f"{place}\n")
        sys.stdout.flush()
        for line in sys.stdin:
            server.script = make_script(**json.loads(line))
            sys.stdout.write("ready\n")
            sys.stdout.flush()


@contextmanager
def start_rogue(name):
    """Start the program `name` of this folder: where it serves, and a function that gives it
    another script."""
    program = [sys.executable, str(Path(__file__).parent / name)]
    with subprocess.Popen(
        program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        place = process.stdout.readline().strip()

        def script(**options):
            process.stdin.write(json.dumps(options) + "\n")
            process.stdin.flush()
            assert process.stdout.readline() == "ready\n"

        yield place, script
        process.stdin.close()
        process.wait(10)


def send_in_child(send, victim, fsync):
    """Call `send` in a process that the service may kill, and that brings files to the disk by
    `fsync`; give its exit code, negative for a signal."""
    child = os.fork()
    if not child:
        try:
            os.fsync = fsync
            victim.write_text(str(os.getpid()))
            os._exit(send())
        except BaseException:  # noqa: BLE001 - a child must never return into the tests
            os._exit(99)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])

"""A chat service that misbehaves where it is told to, and writes down what it took.

An action is a status ("429"), or: ok; drop (hang up before the request is read); half (read half of
it and hang up); taken (take the posting and hang up without an answer); hang (take it, never
answer); drip (take it, answer a letter at a time for ever); garbage (take it, answer no HTTP); kill
(kill -9 the client before the posting is whole); taken-kill (take the posting, then kill it); lie
(a 200 that says nothing was posted). A posting is written down the moment it is taken, before the
client can know.
"""

import contextlib
import json
import os
import random
import signal
import socketserver
import sys
import threading
import time
from pathlib import Path

BROKEN = (
    "drop",
    "half",
    "taken",
    "garbage",
    "kill",
    "taken-kill",
    "429",
    "503",
    "500",
    "404",
    "410",
)
TAKING = {"ok", "taken", "hang", "drip", "garbage", "taken-kill", "500"}


class WebScript:
    """What the service does with each request in turn."""

    def __init__(self, plan=(), seed=None, chance=0.0, victim=None, log=None):
        self.plan = list(plan)
        self.random = random.Random(seed)
        self.chance = chance
        self.victim, self.log = victim, log
        self.echo = ""  # what it says instead when it refuses
        self.requests = []
        self.taken = []

    def action(self):
        if self.plan:
            return self.plan.pop(0)
        if self.chance and self.random.random() < self.chance:
            return self.random.choice(BROKEN)
        return "ok"

    def take(self, path, content):
        self.taken.append((path, json.loads(content)))
        if self.log:
            with Path(self.log).open("a", encoding="utf-8") as file:
                file.write(f"{path}\n")

    def murder(self):
        os.kill(int(Path(self.victim).read_text()), signal.SIGKILL)


class WebSession(socketserver.StreamRequestHandler):
    """One connection."""

    def handle(self):
        with contextlib.suppress(OSError, ValueError, IndexError):
            self.serve(self.server.script)

    def serve(self, script):
        action = script.action()
        if action == "drop":
            return
        path, headers = self.read_head()
        script.requests.append((path, headers))
        size = int(headers["content-length"])
        if action in {"half", "kill"}:
            self.rfile.read(size // 2)
            if action == "kill":
                script.murder()
            return
        content = self.rfile.read(size)
        if len(content) < size:
            return  # the client left before the last byte
        if action in TAKING:
            script.take(path, content)
        self.answer(script, action)

    def read_head(self):
        path = self.rfile.readline().decode().split(" ")[1]
        headers = {}
        while line := self.rfile.readline().decode().strip():
            name, _, value = line.partition(":")
            headers[name.lower()] = value.strip()
        return path, headers

    def answer(self, script, action):
        if action == "taken-kill":
            script.murder()
        elif action == "hang":
            time.sleep(self.server.patience)
        elif action == "drip":
            with contextlib.suppress(OSError):
                while True:
                    self.say("X-")
                    time.sleep(0.1)
        elif action == "garbage":
            self.say("what?\r\n\r\n")
        elif action == "lie":
            self.say_status(200, "Webhook message delivery failed with error: 429")
        elif action == "ok":
            self.say_status(200, "ok")
        elif action != "taken":
            self.say_status(int(action), script.echo or f"no: /hooks/{script.requests[-1][0]}")

    def say_status(self, status, body):
        size = len(body.encode())
        self.say(f"HTTP/1.1 {status} x\r\nContent-Length: {size}\r\n\r\n{body}")

    def say(self, text):
        self.wfile.write(text.encode())
        self.wfile.flush()


class WebServer(socketserver.ThreadingTCPServer):
    """The service on a port of its own on loopback, until the end of a `with`."""

    allow_reuse_address = True
    daemon_threads = True
    patience = 5.0

    def __init__(self, script):
        super().__init__(("127.0.0.1", 0), WebSession)
        self.script = script
        self.url = f"http://127.0.0.1:{self.server_address[1]}/hooks/T0/secretpart"

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


def main():
    """Serve alone: read a script from each line of standard input, answer when it is in force."""
    with WebServer(WebScript()) as server:
        sys.stdout.write(f"{server.url}\n")
        sys.stdout.flush()
        for line in sys.stdin:
            server.script = WebScript(**json.loads(line))
            sys.stdout.write("ready\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()

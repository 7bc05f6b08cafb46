"""A mail server that misbehaves where it is told to, and writes down what it took.

Steps: connect, ehlo, starttls, auth, mail, rcpt, data, body (while the message comes in), dot (when
it is complete), rset, quit. An action is an answer ("451 later"), or: ok; drop (hang up); hang (never answer);
taken (take the message and hang up without an answer); kill (kill -9 the client whose process id
stands in a file); taken-kill (take the message, then kill it, unanswered). A message is written
down the moment it is taken, before the client can know.
"""

import base64
import contextlib
import random
import socketserver
import ssl
import time

from rogue_loopback import RogueServer, murder, note_taken, serve_scripts

ANSWERS = {
    "connect": "220 rogue.example ESMTP",
    "starttls": "220 go ahead",
    "auth": "235 welcome",
    "mail": "250 ok",
    "rcpt": "250 ok",
    "data": "354 go ahead",
    "dot": "250 queued",
    "rset": "250 ok",
    "quit": "221 bye",
}
BROKEN = {
    "connect": ["drop", "421 busy"],
    "ehlo": ["drop"],
    "mail": ["drop", "421 closing", "451 later", "kill"],
    "rcpt": ["drop", "421 closing", "450 greylisted", "550 no such user", "kill"],
    "data": ["drop", "421 closing", "451 later", "554 no", "kill"],
    "body": ["drop"],
    "dot": ["drop", "taken", "421 closing", "452 full", "554 spam", "kill", "taken-kill"],
}


class HangUp(Exception):  # noqa: N818 - no error here, it is what was asked for
    """The connection ends here."""


class Script:
    """What the server does, step by step: `plan` maps a step, or "step address", to its actions in
    order."""

    def __init__(self, plan=None, seed=None, chance=0.0, **options):
        self.plan = {step: list(actions) for step, actions in (plan or {}).items()}
        self.random = random.Random(seed)
        self.chance = chance
        self.extensions = options.get("extensions", ["8BITMIME", "SMTPUTF8"])
        self.size = options.get("size")
        self.tls = options.get("tls")
        self.victim = options.get("victim")
        self.log = options.get("log")
        self.taken = []
        self.sessions = 0

    def action(self, step, address=""):
        for name in (f"{step} {address}", step):
            if self.plan.get(name):
                return self.plan[name].pop(0)
        if self.chance and step in BROKEN and self.random.random() < self.chance:
            return self.random.choice(BROKEN[step])
        return "ok"

    def take(self, sender, recipient, content):
        self.taken.append((sender, recipient, content))
        note_taken(self.log, recipient)


class Session(socketserver.StreamRequestHandler):
    """One connection."""

    def handle(self):
        self.script = self.server.script
        self.script.sessions += 1
        self.secure = False
        with contextlib.suppress(HangUp, OSError, ValueError):
            self.act("connect")
            self.converse()

    def say(self, line):
        self.wfile.write(line.encode() + b"\r\n")
        self.wfile.flush()

    def act(self, step, address=""):
        """Do what the script says; tell whether the step went well."""
        action = self.script.action(step, address)
        if action == "drop":
            raise HangUp
        if action == "hang":
            time.sleep(self.server.patience)
            raise HangUp
        if action == "kill":
            murder(self.script.victim)
            raise HangUp
        if action == "ok":
            if step in ANSWERS:
                self.say(ANSWERS[step])
            return True
        self.say(action)
        if action.startswith("421"):
            raise HangUp
        return False

    def converse(self):  # noqa: C901, PLR0912 - one branch for each command
        sender = recipient = ""
        while True:
            line = self.rfile.readline().decode().rstrip("\r\n")
            if not line:
                return
            verb = line.split(" ")[0].upper()
            if verb in {"EHLO", "HELO"}:
                self.greet()
            elif verb == "STARTTLS":
                if self.act("starttls"):
                    self.encrypt()
            elif verb == "AUTH":
                self.auth = base64.b64decode(line.split(" ")[2]).split(b"\0")[1:]
                self.act("auth")
            elif verb == "MAIL":
                sender = line.partition("<")[2].partition(">")[0]
                self.act("mail")
            elif verb == "RCPT":
                recipient = line.partition("<")[2].partition(">")[0]
                self.act("rcpt", recipient)
            elif verb == "DATA":
                if self.act("data", recipient):
                    self.receive(sender, recipient)
            elif verb == "RSET":
                self.act("rset")
            elif verb == "QUIT":
                self.act("quit")
                return
            else:
                self.say("250 ok")

    def greet(self):
        if self.act("ehlo"):
            names = [*self.script.extensions]
            names += [f"SIZE {self.script.size}"] if self.script.size else []
            names += ["STARTTLS"] if self.script.tls and not self.secure else ["AUTH PLAIN"]
            for name in ["rogue.example", *names[:-1]]:
                self.say(f"250-{name}")
            self.say(f"250 {names[-1]}")

    def encrypt(self):
        self.request = self.script.tls.wrap_socket(self.request, server_side=True)
        self.rfile, self.wfile = self.request.makefile("rb"), self.request.makefile("wb")
        self.secure = True

    def receive(self, sender, recipient):  # noqa: C901 - one branch for each action
        if self.script.action("body") == "drop":
            self.rfile.readline()
            raise HangUp
        lines = []
        for line in self.rfile:
            if line == b".\r\n":
                break
            lines.append(line[1:] if line.startswith(b".") else line)
        else:
            raise HangUp  # the client left before the dot
        content = b"".join(lines)
        if self.script.size and len(content) > self.script.size:
            self.say("552 too large")
            return
        action = self.script.action("dot", recipient)
        if action in {"ok", "taken", "taken-kill"}:
            self.script.take(sender, recipient, content)
        if action == "ok":
            self.say(ANSWERS["dot"])
        elif action.endswith("kill"):
            murder(self.script.victim)
            raise HangUp
        elif action in {"drop", "taken"}:
            raise HangUp
        elif action == "hang":
            time.sleep(self.server.patience)
            raise HangUp
        else:
            self.say(action)
            if action.startswith("421"):
                raise HangUp


class Server(RogueServer):
    """The mail server."""

    def __init__(self, script):
        super().__init__(Session, script)


def trusting(certificate, key):
    """Give a server's TLS context."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    return context


if __name__ == "__main__":
    service = Server(Script())
    serve_scripts(service, service.port, Script)

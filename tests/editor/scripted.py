"""A server on loopback that answers as a script says, and keeps every word that it was sent."""

import json
import threading
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

MODEL = "test-model"


@dataclass(kw_only=True)
class Scripted:
    """What the server was asked, and how it answers: `script` gets the parsed body of a request and
    gives what `answer` understands."""

    script: object
    url: str = ""
    bodies: list = field(default_factory=list)
    raw: list = field(default_factory=list)
    keys: list = field(default_factory=list)
    stop: threading.Event = field(default_factory=threading.Event)

    @property
    def subjects(self):
        """Give what it was asked about, in order."""
        return [content_of(body).get("section", "opening") for body in self.bodies]


def content_of(body):
    """Give the parsed content of a request."""
    return json.loads(body["messages"][1]["content"])


def schema_of(body):
    """Give the form that an answer is to have."""
    return body["response_format"]["json_schema"]["schema"]


def enumerated(body):
    """Give the numbers that each field of an answer may have."""
    return {name: one["items"]["enum"] for name, one in schema_of(body)["properties"].items()}


@dataclass(frozen=True, kw_only=True)
class Said:
    """An answer: a status with a body, whole or in pieces, after a while."""

    status: int = 200
    body: bytes = b""
    headers: tuple = ()
    wait: float = 0.0
    pieces: object = None


def completion(text, **usage):
    """Give an answer in the frame that the API puts around it."""
    node = {
        "id": "c1",
        "object": "chat.completion",
        "created": 0,
        "model": MODEL,
        "choices": [
            {
                "index": 0,
                "finish_reason": "stop",
                "message": {"role": "assistant", "content": text},
            }
        ],
        "usage": {"prompt_tokens": 900, "completion_tokens": 40, "total_tokens": 940, **usage},
    }
    return Said(body=json.dumps(node).encode())


def choosing(choose):
    """Give a script that answers with the JSON of what `choose` makes of a request's body."""
    return lambda body: completion(json.dumps(choose(body)))


def tell_all(body):
    """Choose everything, in the order in which it stands."""
    return {name: [] for name in enumerated(body)} | {"tell": enumerated(body)["tell"]}


def tell_last(body):
    """Choose everything from the end on."""
    return tell_all(body) | {"tell": enumerated(body)["tell"][::-1]}


@contextmanager
def serving(script):
    """Serve on a free port of loopback as long as the `with` lasts."""
    scripted = Scripted(script=script)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self):
            data = self.rfile.read(int(self.headers["content-length"]))
            scripted.raw.append(data)
            scripted.keys.append(self.headers.get("authorization"))
            scripted.bodies.append(json.loads(data))
            with suppress(OSError):
                self._answer(scripted.script(scripted.bodies[-1]))

        def _answer(self, said):
            scripted.stop.wait(said.wait)
            self.send_response(said.status)
            for name, value in said.headers:
                self.send_header(name, value)
            if said.pieces is None:
                self.send_header("content-length", str(len(said.body)))
                self.end_headers()
                self.wfile.write(said.body)
                return
            self.send_header("connection", "close")
            self.end_headers()
            for piece in said.pieces:
                if scripted.stop.is_set():
                    return
                self.wfile.write(piece)
            self.close_connection = True

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    scripted.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield scripted
    finally:
        scripted.stop.set()
        server.shutdown()
        server.server_close()


def drip(total=1e9, pause=0.05):
    """Give pieces of an answer that has no end."""
    sent = 0
    while sent < total:
        yield b" "
        sent += 1
        time.sleep(pause)

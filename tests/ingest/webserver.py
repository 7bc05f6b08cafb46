"""A web server on loopback for tests, which misbehaves where it is asked to."""

import gzip
import socket
import threading
import time
from collections import Counter
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

WORDS = "The council of the town said on Friday that it would not pay the bill for the water. "
PARAGRAPHS = "".join(f"<p>{number}. {WORDS * 3}</p>" for number in range(1, 6))
ARTICLE = (
    "<!doctype html><html lang='en'><head><title>Town refuses to pay</title></head><body>"
    f"<article>{PARAGRAPHS}</article></body></html>"
)


class Site:
    """What the server answers by path, and what it was asked: paths counted, headers of the last
    request by path."""

    def __init__(self):
        self.pages = {"/robots.txt": (404, {}, b"")}
        self.asked = Counter()
        self.headers = {}
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                site.asked[self.path] += 1
                site.headers[self.path] = dict(self.headers)
                made = site.pages.get(self.path, (404, {}, b"nothing here"))
                with suppress(OSError):
                    if callable(made):
                        made(self)
                    else:
                        self.answer(*made)

            def answer(self, code, headers, body):
                self.send_response(code)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.host = f"127.0.0.1:{self.server.server_port}"
        self.thread = threading.Thread(target=self.server.serve_forever, daemon=True)
        self.thread.start()

    def url(self, path):
        return f"http://{self.host}{path}"

    def page(self, path, body=ARTICLE, code=200, **headers):
        data = body if isinstance(body, bytes) else body.encode()
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        self.pages[path] = (code, {"Content-Type": "text/html; charset=utf-8", **given}, data)
        return self.url(path)

    def close(self):
        self.server.shutdown()
        self.server.server_close()


def endless(handler):
    handler.send_response(200)
    handler.end_headers()
    for _ in range(100_000):
        handler.wfile.write(b"<p>on and on</p>" * 4096)


def dripping(handler):
    handler.send_response(200)
    handler.end_headers()
    for _ in range(600):
        handler.wfile.write(b"x")
        handler.wfile.flush()
        time.sleep(0.05)


def silent(handler):
    time.sleep(3)
    handler.answer(200, {}, b"late")


def cut_off(handler):
    handler.send_response(200)
    handler.send_header("Content-Length", "100000")
    handler.end_headers()
    handler.wfile.write(b"half of it")
    handler.wfile.flush()
    handler.connection.shutdown(socket.SHUT_RDWR)


def bomb(handler):
    body = gzip.compress(bytes(80_000_000))
    handler.answer(200, {"Content-Encoding": "gzip"}, body)


def not_gzip(handler):
    handler.answer(200, {"Content-Encoding": "gzip"}, b"this is no gzip at all")

"""Who is kept out of the desk: other sites, other names, no token, tricks with paths, article text."""

import socket
import subprocess
import sys

import httpx
import pytest

from briefing.settings.analyst import read_analyst

HOSTILE = """\
Dockers strike <script>document.title='taken'</script>

Vellin Post, 14 March 2025

Two barges left the northern quay on 14 March 2025, the port authority said.

The dredging <img src=x onerror="document.title='taken'"> ended on 14 March 2025, the port authority said.

{{ 7 * 7 }} cranes {% include "frame.html.j2" %} stood at the quay, ]]> --> </style> the port said.
"""


@pytest.fixture(scope="module")
def desk(desk):
    (desk.folder / "articles" / "hostile.txt").write_text(HOSTILE)
    desk.until(lambda: desk.queued("Two barges left"))
    return desk


@pytest.fixture
def asked(desk):
    """A function that asks without anything that a browser adds; the file may not change by it."""
    before, config = desk.analyst, (desk.folder / "config.yaml").read_text()
    bare = httpx.Client(base_url=f"http://{desk.host}")
    yield bare.request
    bare.close()
    assert (desk.analyst, (desk.folder / "config.yaml").read_text()) == (before, config)
    assert "burnt" not in desk.analyst


def cookies(desk):
    return {"Cookie": "; ".join(f"{one.name}={one.value}" for one in desk.client.cookies.jar)}


PATHS = ("/", "/brief.html", "/state", "/review", "/review/s-1", "/release", "/nowhere")


@pytest.mark.parametrize("path", PATHS)
def test_without_the_token_nothing_is_told(asked, desk, path):
    for headers in ({}, {"Cookie": f"briefing-{desk.host.split(':')[1]}=guess"}):
        for query in ("", "?token=guess", "?token="):
            answer = asked("GET", path + query, headers=headers)
            assert (answer.status_code, "Harbour" in answer.text) == (403, False)


def test_without_the_token_nothing_is_changed(asked, desk):
    name, about = desk.item("northern quay reopened")
    sent = {"act": "exclude", **about, "reason": "burnt"}
    ours = {"Origin": f"http://{desk.host}"}
    for path in (f"/review/{name}", "/undo", "/release"):
        assert asked("POST", path, data=sent, headers=ours).status_code == 403


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", "http://127.0.0.1:1", "https://127.0.0.1", None]
)
def test_a_form_of_another_site_changes_nothing(asked, desk, origin):
    name, about = desk.item("northern quay reopened")
    headers = {**cookies(desk), **({"Origin": origin} if origin else {})}
    for path in (f"/review/{name}", "/undo", "/release"):
        sent = {"act": "exclude", **about, "reason": "burnt"}
        assert asked("POST", path, data=sent, headers=headers).status_code == 403


@pytest.mark.parametrize(
    "host",
    ["evil.example", "127.0.0.1.evil.example", "127.0.0.1", "127.0.0.1:1", "[::1", "", "localhost"],
)
def test_a_foreign_name_that_leads_here_reads_nothing(asked, desk, host):
    answer = asked("GET", "/brief.html", headers={**cookies(desk), "Host": host})
    assert (answer.status_code, "Harbour" in answer.text) == (421, False)


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_what_another_site_asks_for_reads_nothing(asked, desk, site):
    for kind in ("empty", "image", "script", "iframe"):
        headers = {**cookies(desk), "Sec-Fetch-Site": site, "Sec-Fetch-Dest": kind}
        assert asked("GET", "/brief.html", headers=headers).status_code == 403


def test_nothing_is_changed_by_a_link_or_another_method(asked, desk):
    name, about = desk.item("northern quay reopened")
    for path in (
        f"/review/{name}?act=exclude&reason=burnt&seal={about['seal']}",
        "/undo",
        "/release?who=x",
    ):
        assert asked("GET", path, headers=cookies(desk)).status_code in {200, 405}
    for method in ("PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"):
        assert asked(method, f"/review/{name}", headers=cookies(desk)).status_code == 405


@pytest.mark.parametrize(
    "path",
    [
        "/..%2f..%2fconfig.yaml", "/review/..%2f..%2fconfig.yaml", "/brief.html/../../config.yaml",
        "/%2e%2e/%2e%2e/etc/passwd", "/review/%00", "//evil.example/", "/review/" + "a" * 5000,
        "/templates/desk/desk.js",
    ],
)  # fmt: skip
def test_a_path_leads_to_no_file(asked, desk, path):
    answer = asked("GET", f"http://{desk.host}{path}", headers=cookies(desk))
    assert answer.status_code == 404
    assert "folder, path: articles" not in answer.text
    assert "evil.example" not in answer.headers.get("location", "")


def test_the_token_leads_to_no_other_site(asked, desk):
    token = desk.address.partition("token=")[2]
    answer = asked("GET", f"http://{desk.host}//evil.example/?token={token}")
    assert answer.headers["location"] == "/evil.example/"


def test_a_form_without_end_is_not_read(asked, desk):
    name, about = desk.item("northern quay reopened")
    sent = {"act": "exclude", **about, "reason": "burnt" * 20_000}
    headers = {**cookies(desk), "Origin": f"http://{desk.host}"}
    assert asked("POST", f"/review/{name}", data=sent, headers=headers).status_code == 422


def test_every_page_says_what_it_may_load_and_who_may_frame_it(asked, desk):
    for path in PATHS:
        headers = asked("GET", path, headers=cookies(desk)).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe-eval" not in policy
        assert "script-src 'unsafe" not in policy
        assert ("frame-ancestors 'self'" in policy) == (path == "/brief.html")
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cache-control"] == "no-store"


def test_text_of_an_article_is_text(desk):
    name, _ = desk.item("Two barges left")
    page = desk.client.get(f"/review/{name}").text
    assert "<img" not in page
    assert page.count("<script>") == page.count("</script>") == 1
    assert page.count("</style>") == 1
    assert "&lt;script&gt;" in page
    assert "{{ 7 * 7 }}" in page


def test_a_second_desk_says_who_has_the_brief(desk):
    given = desk.process.args
    command = [sys.executable, "-m", "briefing", *given[given.index("serve") :]]
    found = subprocess.run(command, check=False, capture_output=True, text=True, timeout=120)
    assert found.returncode == 1
    assert f"process {desk.process.pid}, since 20" in found.stderr


def test_others_reach_it_with_a_password_alone(serve):
    process, _ = serve("desk: {address: 0.0.0.0}\n")
    assert process.wait(timeout=120) == 2
    said = "config.yaml:15:17: error: others reach 0.0.0.0, and there is no password"
    assert said in process.stderr.read()
    open_to_all = "desk: {address: 0.0.0.0, hosts: [desk.example], password_env: DESK_WORD}\n"
    process, _ = serve(open_to_all)
    assert process.wait(timeout=120) == 2
    assert "the environment has no DESK_WORD" in process.stderr.read()
    _, line = serve(open_to_all, DESK_WORD="open sesame")
    port = line.split("desk.example:")[1].split("/")[0]
    host = {"Host": f"desk.example:{port}", "Origin": f"http://desk.example:{port}"}
    with httpx.Client(base_url=f"http://127.0.0.1:{port}", headers=host, timeout=60) as client:
        assert client.get("/review").headers["location"] == "/login"
        assert client.post("/login", data={"password": "open"}).status_code == 403
        assert client.get("/review").status_code == 303
        answer = client.post("/login", data={"password": "open sesame"})
        assert answer.status_code == 303
        name, _, value = answer.headers["set-cookie"].partition(";")[0].partition("=")
        client.cookies.set(name, value)
        assert client.get("/review").status_code == 200


def send_raw(desk, request):
    """Send bytes as they are; give the first line of the answer, "" where there is none."""
    host, port = desk.host.split(":")
    with socket.create_connection((host, int(port)), timeout=60) as line:
        line.sendall(request)
        return line.recv(65536).decode("latin-1").partition("\r\n")[0]


def test_two_names_in_one_request_open_nothing(asked, desk):
    cookie = cookies(desk)["Cookie"]
    for first, second in ((desk.host, "evil.example"), ("evil.example", desk.host)):
        head = f"GET /brief.html HTTP/1.1\r\nHost: {first}\r\nHost: {second}\r\n"
        answer = send_raw(desk, f"{head}Cookie: {cookie}\r\n\r\n".encode())
        assert answer.split()[1] in {"400", "421"}
    headers = {**cookies(desk), "Host": "evil.example", "X-Forwarded-Host": desk.host}
    assert asked("GET", "/brief.html", headers=headers).status_code == 421


@pytest.mark.usefixtures("asked")
def test_no_second_request_hides_in_the_body_of_a_first(desk):
    name, about = desk.item("northern quay reopened")
    body = "&".join(f"{key}={value}" for key, value in about.items())
    inner = f"POST /review/{name} HTTP/1.1\r\nHost: {desk.host}\r\nOrigin: http://{desk.host}\r\n"
    inner += f"Content-Length: {len(body) + 30}\r\n\r\nact=exclude&reason=burnt&{body}"
    outer = f"POST /login HTTP/1.1\r\nHost: {desk.host}\r\nContent-Length: 5\r\n"
    answer = send_raw(desk, f"{outer}Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n{inner}".encode())
    assert answer.split()[1:2] in (["400"], ["403"])


@pytest.mark.usefixtures("asked")
def test_a_socket_of_another_site_is_not_opened(desk):
    head = f"GET /state HTTP/1.1\r\nHost: {desk.host}\r\nUpgrade: websocket\r\nConnection: Upgrade"
    keys = "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="
    origin = "Origin: http://evil.example"
    answer = send_raw(desk, f"{head}\r\n{keys}\r\n{origin}\r\n\r\n".encode())
    assert not answer.startswith("HTTP/1.1 101")


@pytest.mark.parametrize("where", ["path", "name", "query"])
def test_the_token_opens_by_a_visit_alone(asked, desk, where):
    """It changes nothing by itself, is no cookie, and is not looked for anywhere else."""
    token = desk.address.partition("token=")[2]
    name, about = desk.item("northern quay reopened")
    sent = {"act": "exclude", **about, "reason": "burnt"}
    own = {"Origin": f"http://{desk.host}"}
    port = desk.host.split(":")[1]
    path = f"/review/{name}" + (f"?token={token}" if where == "query" else "")
    more = {"Cookie": f"briefing-{port}={token}"} if where == "name" else {}
    assert asked("POST", path, data={**sent, "token": token}, headers=own | more).status_code == 403


def test_what_is_typed_into_a_form_stays_one_text_in_the_file(desk):
    name, about = desk.item("northern quay reopened")
    before = desk.analyst
    reason = (
        "x}\n  - {path: articles/b.txt, reason: all}\npin: [] # !!python/object:os.system &a *a"
    )
    answer = desk.post(f"/review/{name}", act="exclude", **about, reason=reason)
    assert answer.status_code == 303
    (entry,) = read_analyst(desk.folder, sections=("works", "talks")).file.exclude
    assert (entry.reason, entry.path) == (reason, about["path"])
    desk.post("/undo")
    assert desk.analyst == before
    for path in ("../../etc/passwd", "/etc/passwd", "config.yaml", "articles/../config.yaml"):
        answer = desk.post(f"/review/{name}", act="pin", **{**about, "path": path})
        assert (answer.status_code, "there is no such passage" in answer.text) == (422, True)
    assert desk.analyst == before

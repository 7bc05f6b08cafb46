"""Mail through a real mail server: Debian's Postfix, set up for one test in a folder of its own, on
loopback ports.

It delivers nothing anywhere: every address ends in one local mailbox. Needs root, as Postfix does.
"""

import email
import email.policy
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
import warnings
from pathlib import Path

import pytest

MAIN = """\
compatibility_level = 3.6
queue_directory = {folder}/queue
data_directory = {folder}/data
command_directory = {sbin}
daemon_directory = {daemons}
mail_owner = postfix
setgid_group = postdrop
myhostname = mta.example.org
mydestination =
inet_interfaces = loopback-only
inet_protocols = ipv4
default_transport = error:nothing leaves this machine
relay_transport = error:nothing leaves this machine
virtual_mailbox_domains = example.org, xn--bcher-kva.example
virtual_mailbox_base = {folder}/mail
virtual_mailbox_maps = static:box/
virtual_uid_maps = static:{uid}
virtual_gid_maps = static:{gid}
virtual_minimum_uid = 1
smtputf8_enable = yes
smtpd_tls_cert_file = {certificate}
smtpd_tls_key_file = {key}
smtpd_tls_security_level = encrypt
smtpd_recipient_restrictions =
  check_recipient_access inline:{{gone@example.org=REJECT,later@example.org=DEFER}}, permit_mynetworks, reject
mynetworks = 127.0.0.0/8
maillog_file = {folder}/log
maillog_file_prefixes = {folder}
smtpd_peername_lookup = no
disable_dns_lookups = yes
message_size_limit = 5000000
"""
MASTER = """\
127.0.0.1:{port} inet n - n - - smtpd
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
error unix - - n - - error
virtual unix - n n - - virtual
anvil unix - - n - 1 anvil
tlsmgr unix - - n 1000? 1 tlsmgr
proxymap unix - - n - - proxymap
postlog unix-dgram n - n - 1 postlogd
"""


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def answers(port):
    with socket.socket() as one:
        one.settimeout(1)
        return one.connect_ex(("127.0.0.1", port)) == 0


@pytest.fixture
def mta(needs, certificate):
    """A Postfix on a port of its own; gives the port, its settings' folder and a function that
    waits for mail."""
    postfix = needs("postfix")
    if os.geteuid():
        message = "only root can start Postfix, so no real mail server was tried"
        warnings.warn(message, stacklevel=2)
        pytest.skip(message)
    folder = Path(
        tempfile.mkdtemp(prefix="mta-")
    )  # short, and open to the user that Postfix becomes
    folder.chmod(0o755)
    owner = pwd.getpwnam("postfix")
    for name in ("etc", "queue", "data", "mail"):
        (folder / name).mkdir(parents=True)
    for path in certificate:
        shutil.copy(path, folder / "etc")
    (folder / "data").chmod(0o700)
    shutil.chown(folder / "data", "postfix")
    shutil.chown(folder / "mail", "postfix")
    daemons = subprocess.run(
        ["postconf", "-dh", "daemon_directory"], capture_output=True, text=True, check=True
    )
    port = free_port()
    settings = {"folder": folder, "sbin": Path(postfix).parent, "daemons": daemons.stdout.strip()}
    settings |= {"uid": owner.pw_uid, "gid": owner.pw_gid, "port": port}
    settings |= {"certificate": folder / "etc/cert.pem", "key": folder / "etc/key.pem"}
    (folder / "etc/main.cf").write_text(MAIN.format(**settings))
    (folder / "etc/master.cf").write_text(MASTER.format(**settings))
    run = [postfix, "-c", str(folder / "etc")]
    try:
        subprocess.run([*run, "start"], check=True, capture_output=True, timeout=60)
        until(lambda: answers(port))

        def arrived(number):
            box = folder / "mail/box/new"
            until(lambda: len(list(box.glob("*"))) >= number, folder / "log")
            return [
                email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
                for path in sorted(box.glob("*"))
            ]

        (folder / "mail").chmod(0o700)
        yield port, folder, arrived
    finally:
        subprocess.run([*run, "abort"], check=False, capture_output=True, timeout=60)
        shutil.rmtree(folder, ignore_errors=True)


def until(true, log=None, seconds=30):
    end = time.monotonic() + seconds
    while not true():
        said = log.read_text() if log and log.exists() else ""
        assert time.monotonic() < end, f"the mail server did not do it in time: {said}"
        time.sleep(0.05)


def test_a_real_mail_server_takes_delivers_and_refuses(mta, project, certificate):
    port, folder, arrived = mta
    server = f"host: 127.0.0.1, port: {port}, ca_file: {certificate[0]}, timeout: 20"
    readers = ["ann@example.org", "jürgen@bücher.example", "gone@example.org", "later@example.org"]
    listed = ", ".join(
        f"{{to: {reader}, name: 'Áine, R.', formats: [json, markdown]}}" for reader in readers
    )
    project.configure(f"after: build\nserver: {{{server}}}\nrecipients: [{listed}]").build()
    code, said = project.run("send")
    assert code == 1, said
    assert "Brief 1: sent to 2; 2 of 4 readers have it, 2 owed or not known to have it" in said
    assert "gone@example.org: refused" in said
    assert "later@example.org: put off until" in said
    found = arrived(2)
    assert sorted(one["Delivered-To"] for one in found) == [
        "ann@example.org",
        "jürgen@xn--bcher-kva.example",
    ]
    for one in found:
        assert one["Subject"].startswith("TLP:CLEAR | Harbour works | Brief 1")
        assert one["To"].addresses[0].display_name == "Áine, R."
        assert one["List-Unsubscribe"] == "<mailto:desk@example.org?subject=unsubscribe>"
        assert one["Auto-Submitted"] == "auto-generated"
        kept = [
            project.folder / "output/editions/0001" / name for name in ("brief.json", "brief.md")
        ]
        parts = [part.get_payload(decode=True) for part in one.iter_attachments()]
        assert parts == [path.read_bytes() for path in kept]
    assert "status=sent" in (folder / "log").read_text()


def test_its_sendmail_command_takes_mail_too(mta, project, needs, tmp_path):
    _, folder, arrived = mta
    command = tmp_path / "sendmail"
    command.write_text(f'#!/bin/sh\nMAIL_CONFIG={folder}/etc exec {needs("sendmail")} "$@"\n')
    command.chmod(0o755)
    project.configure(
        f"after: build\nsendmail: {command}\nrecipients: [{{to: ann@example.org}}]"
    ).build()
    code, said = project.run("send")
    assert code == 0, said
    (one,) = arrived(1)
    assert one["Delivered-To"] == "ann@example.org"
    assert one.get_body(("plain",)).get_content().startswith("TLP:CLEAR")

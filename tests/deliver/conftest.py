import datetime as dt
import ipaddress
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from briefing import cli

ARTICLE = """\
The northern quay reopened on 3 March 2025 after four months of dredging, the port authority said.

Two cranes were moved to the northern quay on 4 March 2025, and 120 dockers returned to work.

The harbour master, Ruth Adeyemi, said that the southern quay would close for repairs in May 2025.

About 40 dockers met the owners of the port on 6 March 2025 and spoke of wages, their union reported.
"""
CONFIG = """\
brief: {{title: Harbour works, slug: harbour, marking: "TLP:CLEAR"}}
sources:
  - {{kind: folder, path: articles}}
tags:
  quay: {{terms: [quay, dredg*]}}
  people: {{terms: [docker*, master]}}
sections:
  - {{slug: works, title: Works, kind: digest, tags: [quay]}}
  - {{slug: people, title: People, kind: digest, tags: [people]}}
outputs: [{{kind: markdown}}, {{kind: json}}]
mail:
  from: desk@example.org
  from_name: The Desk
{mail}
"""


class Project:
    """A brief with articles, of which editions are made and mailed."""

    def __init__(self, folder, capfd):
        self.folder, self.capfd = folder, capfd
        (folder / "articles").mkdir(parents=True)
        self.write("one.txt", ARTICLE)
        self.config = folder / "config.yaml"

    def write(self, name, text):
        (self.folder / "articles" / name).write_text(text, encoding="utf-8")

    def configure(self, mail):
        lines = "\n".join(f"  {line}" for line in mail.strip("\n").split("\n"))
        self.config.write_text(CONFIG.format(mail=lines), encoding="utf-8")
        return self

    def run(self, *arguments):
        self.capfd.readouterr()
        code = cli.run_command([arguments[0], "-c", str(self.config), *arguments[1:]])
        out, err = self.capfd.readouterr()
        return code, out + err

    def build(self):
        code, said = self.run("build")
        assert code == 0, said
        return said


@pytest.fixture
def project(tmp_path, capfd):
    return Project(tmp_path / "project", capfd)


@pytest.fixture(scope="session")
def certificate(tmp_path_factory):
    """A certificate for 127.0.0.1 and the key to it, as paths."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "loopback")])
    now = dt.datetime.now(dt.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]),
            critical=False,
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    folder = tmp_path_factory.mktemp("tls")
    (folder / "cert.pem").write_bytes(made.public_bytes(serialization.Encoding.PEM))
    plain = serialization.NoEncryption()
    (folder / "key.pem").write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
    )
    return folder / "cert.pem", folder / "key.pem"

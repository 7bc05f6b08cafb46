"""Signatures of manifests: made and checked by the system's own `ssh-keygen`, in its own format.

Whoever has the desk's public key can check them without this program:
`ssh-keygen -Y verify -f signers -I desk -n briefing -s manifest.json.sig < manifest.json`.
"""

import shutil
import subprocess
import tempfile
from pathlib import Path

from briefing.errors import WorkError

_NAMESPACE = "briefing"  # a signature made for anything else counts for nothing
_WHO = "desk"
_LONGEST = 60  # seconds; a key on a token may ask to be touched


def sign_file(path: Path, key: Path) -> None:
    """Put the signature of a file beside it, named with `.sig`.

    `key` is a private key, or a public one whose private half an agent holds. A key with a
    passphrase and no agent can't be used: nobody is asked. Raises WorkError where nothing could be
    signed.
    """
    done = _run("-Y", "sign", "-q", "-f", str(key), "-n", _NAMESPACE, str(path))
    if done.returncode or not path.with_name(path.name + ".sig").is_file():
        message = f"the edition can't be signed with {key}: {_last_words(done)}"
        raise WorkError(message)


def check_signature(data: bytes, signature: Path, public_key: str) -> str:
    """Say what is wrong with the signature of `data`, in words; "" where nothing is.

    Raises WorkError where there is no ssh-keygen to ask.
    """
    with tempfile.TemporaryDirectory(prefix="briefing-") as folder:
        signers = Path(folder, "signers")
        signers.write_text(f'{_WHO} namespaces="{_NAMESPACE}" {public_key}\n', encoding="utf-8")
        where = ("-f", str(signers), "-I", _WHO, "-n", _NAMESPACE, "-s", str(signature))
        done = _run("-Y", "verify", *where, data=data)
    return f"is not by the desk's key: {_last_words(done)}" if done.returncode else ""


def _run(*arguments: str, data: bytes = b"") -> "subprocess.CompletedProcess[bytes]":
    program = shutil.which("ssh-keygen")
    if program is None:
        message = "signatures need ssh-keygen, and there is none: install OpenSSH's client"
        raise WorkError(message)
    try:
        return subprocess.run(  # noqa: S603 - a fixed program, and no shell
            [program, *arguments], input=data, capture_output=True, timeout=_LONGEST, check=False
        )
    except subprocess.TimeoutExpired as error:
        message = f"ssh-keygen did not end in {_LONGEST} seconds"
        raise WorkError(message) from error


def _last_words(done: "subprocess.CompletedProcess[bytes]") -> str:
    lines = (done.stderr or done.stdout).decode("utf-8", "replace").split("\n")
    said = [" ".join(line.split()) for line in lines if line.strip()]
    return said[-1][:200] if said else f"ssh-keygen ends with {done.returncode}"

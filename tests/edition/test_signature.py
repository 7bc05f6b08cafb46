"""Editions signed with the desk's key: whoever breaks the chain or the signature is found out."""

import json
import shutil
import subprocess

import pytest

from briefing import digest


def keyed(folder, name="key"):
    """Make a key, and give its public line."""
    path = folder / name
    made = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "desk", "-f", str(path)]
    if not path.exists():
        subprocess.run(made, check=True)
    return path.with_name(f"{name}.pub").read_text(encoding="utf-8").strip()


@pytest.fixture
def signing(desk, needs):
    """A desk that signs, with three editions."""
    needs("ssh-keygen")
    secrets = desk.folder.parent / "secrets"
    secrets.mkdir()
    public = keyed(secrets)
    config = desk.folder / "config.yaml"
    lines = f'\nsignature: {{public_key: "{public}", key: {secrets / "key"}}}\n'
    config.write_text(config.read_text(encoding="utf-8") + lines, encoding="utf-8")
    article = desk.folder / "articles/b_courier.txt"
    for word in ("May", "June", "July"):
        desk.build()
        article.write_bytes(article.read_bytes() + f"\nThe toll is to rise in {word}.\n".encode())
    desk.build()
    return desk


def shelf(desk):
    return desk.folder / "output/editions"


def newest(desk):
    return max(int(path.name) for path in shelf(desk).iterdir() if path.name.isdigit())


def writable(path):
    path.chmod(0o644)
    return path


def rewrite(desk, number, change):
    """Change an edition's manifest."""
    path = writable(shelf(desk) / f"{number:04d}" / "manifest.json")
    node = json.loads(path.read_bytes())
    change(node)
    path.write_text(json.dumps(node, indent=1) + "\n", encoding="utf-8")


def forge(desk, number):
    """Change an edition's brief and hash it anew."""
    folder = shelf(desk) / f"{number:04d}"
    file = writable(folder / "brief.json")
    file.write_bytes(file.read_bytes().replace(b"TLP:GREEN", b"TLP:CLEAR"))
    hashed = digest.of_bytes(file.read_bytes())
    rewrite(desk, number, lambda node: node["files"].update({"brief.json": hashed}))


def drop_signature(desk, number):
    (shelf(desk) / f"{number:04d}" / "manifest.json.sig").unlink()


def swap_signature(desk, number):
    other = 1 if number != 1 else 2
    source = shelf(desk) / f"{other:04d}" / "manifest.json.sig"
    target = writable(shelf(desk) / f"{number:04d}" / "manifest.json.sig")
    target.write_bytes(source.read_bytes())


def spoil_signature(desk, number):
    path = writable(shelf(desk) / f"{number:04d}" / "manifest.json.sig")
    path.write_bytes(path.read_bytes()[:-60] + b"\n-----END SSH SIGNATURE-----\n")


def sign_by_another(desk, number):
    folder = desk.folder.parent / "secrets"
    keyed(folder, "other")
    path = shelf(desk) / f"{number:04d}" / "manifest.json"
    path.with_name("manifest.json.sig").unlink()
    made = [
        "ssh-keygen",
        "-Y",
        "sign",
        "-q",
        "-n",
        "briefing",
        "-f",
        str(folder / "other"),
        str(path),
    ]
    subprocess.run(made, check=True, capture_output=True)


def sign_for_another_end(desk, number):
    path = shelf(desk) / f"{number:04d}" / "manifest.json"
    path.with_name("manifest.json.sig").unlink()
    key = desk.folder.parent / "secrets/key"
    made = ["ssh-keygen", "-Y", "sign", "-q", "-n", "file", "-f", str(key), str(path)]
    subprocess.run(made, check=True, capture_output=True)


def forge_and_drop(desk, number):
    forge(desk, number)
    rewrite(desk, number, lambda node: node["versions"].pop("signature"))
    drop_signature(desk, number)


def cut_link(desk, number):
    rewrite(desk, number, lambda node: node.update(before="0" * 64))


def unlink(desk, number):
    rewrite(desk, number, lambda node: node.update(before="", previous=None))


def alter_file(desk, number):
    path = writable(shelf(desk) / f"{number:04d}" / "brief.md")
    path.write_bytes(path.read_bytes() + b"\n")


def add_file(desk, number):
    (shelf(desk) / f"{number:04d}" / "annex.pdf").write_bytes(b"%PDF")


def lose_file(desk, number):
    (shelf(desk) / f"{number:04d}" / "brief.md").unlink()


def put_older_in(desk, number):
    folder = shelf(desk) / f"{number:04d}"
    shutil.rmtree(folder)
    shutil.copytree(shelf(desk) / ("0001" if number != 1 else "0002"), folder)


BREAKS = [
    forge,
    drop_signature,
    swap_signature,
    spoil_signature,
    sign_by_another,
    sign_for_another_end,
    forge_and_drop,
    cut_link,
    unlink,
    alter_file,
    add_file,
    lose_file,
    put_older_in,
]


def test_a_signed_row_is_accepted_also_without_store_and_record(signing):
    assert "not checked" not in signing.run("verify", "--strict")[1]
    (signing.folder / "config.yaml.db").unlink()
    (shelf(signing) / "record.jsonl").unlink()
    code, out, _ = signing.run("verify", "--strict")
    assert (code, "not checked" in out) == (0, False)


def test_every_way_to_break_chain_or_signature_is_found(signing, tmp_path, count):
    (signing.folder / "config.yaml.db").unlink()
    (shelf(signing) / "record.jsonl").unlink()
    whole = tmp_path / "whole"
    shutil.copytree(signing.folder / "output", whole)
    believed = []
    last = newest(signing)
    for number in range(count(last, 1), last + 1):
        for way in BREAKS if number > 1 else [one for one in BREAKS if one is not unlink]:
            shutil.rmtree(signing.folder / "output")
            shutil.copytree(whole, signing.folder / "output")
            way(signing, number)
            if signing.run("verify", f"output/editions/{last:04d}/brief.json")[0] == 0:
                believed.append(f"{way.__name__} {number}")
    assert believed == []
    assert last * len(BREAKS) > 50


def test_a_key_that_can_not_sign_makes_no_edition(desk, needs):
    needs("ssh-keygen")
    config = desk.folder / "config.yaml"
    public = keyed(desk.folder.parent, "lost")
    (desk.folder.parent / "lost").unlink()
    lines = f'\nsignature: {{public_key: "{public}", key: ../lost}}\n'
    config.write_text(config.read_text(encoding="utf-8") + lines, encoding="utf-8")
    code, _, err = desk.run("build", "--formats", "markdown,json")
    assert code == 1
    assert "can't be signed" in err
    assert not list(shelf(desk).glob("0*"))


def forget(signing):
    """Take store and record away, so that the signatures alone are left."""
    (signing.folder / "config.yaml.db").unlink()
    (shelf(signing) / "record.jsonl").unlink()


def test_a_signed_edition_does_not_vouch_for_a_forged_one_that_lies_elsewhere(signing):
    forget(signing)
    whole = shelf(signing) / "0002"
    apart = signing.folder / "apart"
    shutil.copytree(whole, apart)
    assert signing.run("verify", "apart/brief.json")[0] == 0
    kept = whole.with_name("kept")
    whole.rename(kept)
    shutil.copytree(kept, whole)
    forge_and_drop(signing, 2)
    shutil.rmtree(apart)
    whole.rename(apart)
    kept.rename(whole)
    code, out, _ = signing.run("verify", "apart/brief.json")
    assert (code, "is not the edition 2" in out) == (1, True)
    shutil.rmtree(whole)
    code, out, _ = signing.run("verify", "apart/brief.json")
    assert (code, "marking is not the config's" in out) == (1, True)


def test_a_signed_edition_does_not_vouch_for_one_that_no_link_leads_to(signing):
    """Behind a gap anything may be put: the signed manifest names another one before it."""
    forget(signing)
    last = newest(signing)
    for number in range(2, last):
        shutil.rmtree(shelf(signing) / f"{number:04d}")
    place = "output/editions/0001/brief.json"
    assert signing.run("verify", "--strict", place)[0] == 0
    forge_and_drop(signing, 1)
    code, out, _ = signing.run("verify", "--strict", place)
    assert code == 1
    assert "edition 1" in out

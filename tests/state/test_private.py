"""What only its owner may read: the store, the record, and outputs that go to nobody else."""

import stat

from briefing.state import journal, store


def others(path):
    return stat.S_IMODE(path.stat().st_mode) & 0o077


def test_store_and_record_are_their_owners_alone_also_where_they_were_not(tmp_path):
    path = tmp_path / "config.yaml.db"
    for _ in range(2):
        opened = store.open_store(path)
        opened.connection.execute("UPDATE generation SET number = number")
        assert [others(file) for file in tmp_path.glob("config.yaml.db*")].count(0) >= 1
        assert not others(path)
        opened.close()
        path.chmod(0o644)
    (tmp_path / journal.NAME).write_bytes(b"")
    (tmp_path / journal.NAME).chmod(0o644)
    journal.append_event(tmp_path, {"event": "approved", "edition": 1})
    assert not others(tmp_path / journal.NAME)

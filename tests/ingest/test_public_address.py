import pytest

from briefing.ingest.public_address import is_public

PRIVATE = """
127.0.0.1 10.1.2.3 169.254.169.254 192.168.0.1 100.64.0.1 0.0.0.0 224.0.0.1 255.255.255.255
192.88.99.1 198.18.0.1 192.0.2.1 240.0.0.1
::1 :: ::127.0.0.1 ::10.0.0.1 ::8.8.8.8 ::ffff:127.0.0.1 ::ffff:0:127.0.0.1 fe80::1 fc00::1 ff02::1
64:ff9b::7f00:1 64:ff9b:1::7f00:1 64:ff9b::a00:1 2002:7f00:1::1 2002:a00:1::1 2001::1 2001:db8::1
100::1 5f00::1 3fff::1 fec0::1 2606:4700::5efe:7f00:1 2606:4700::200:5efe:a00:1
""".split()


@pytest.mark.parametrize("address", PRIVATE)
def test_an_address_of_no_public_network_is_refused(address):
    assert not is_public(address)


@pytest.mark.parametrize(
    "address",
    ["8.8.8.8", "2606:4700::1111", "64:ff9b::808:808", "::ffff:8.8.8.8", "2002:808:808::1"],
)
def test_a_public_address_is_one(address):
    assert is_public(address)

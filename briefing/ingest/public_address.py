"""Which addresses are of the public network: others are nobody's business but their network's."""

import ipaddress

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

_GLOBAL = ipaddress.ip_network(
    "2000::/3"
)  # all that is given out for the public network (RFC 4291)
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
# Of what is given out these lead elsewhere, and Python 3.11 takes them for global.
_CLOSED = tuple(
    map(ipaddress.ip_network, ("3fff::/20", "192.88.99.0/24", "2001:db8::/32", "2001::/32"))
)
_ISATAP = frozenset({0x00005EFE, 0x02005EFE})


def is_public(address: str) -> bool:
    """Whether an IP address is of the public network, and wraps none that isn't. Raises ValueError
    for what is no address.
    """
    known = ipaddress.ip_address(address.split("%", 1)[0])
    if isinstance(known, ipaddress.IPv6Address):
        if known.ipv4_mapped is not None:
            return _is_open(known.ipv4_mapped)
        wrapped = _wrapped_address(known)
        is_given_out = known in _GLOBAL or known in _NAT64
        return is_given_out and _is_open(known) and (wrapped is None or _is_open(wrapped))
    return _is_open(known)


def _wrapped_address(known: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address that an IPv6 one leads to: by NAT64, 6to4 or ISATAP."""
    tail = int(known) & 0xFFFFFFFF
    if known in _NAT64 or (int(known) >> 32) & 0xFFFFFFFF in _ISATAP:
        return ipaddress.IPv4Address(tail)
    return known.sixtofour


def _is_open(known: Address) -> bool:
    return known.is_global and not known.is_multicast and not any(known in one for one in _CLOSED)

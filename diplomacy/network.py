"""Where a request comes from."""

from __future__ import annotations

from ipaddress import IPv6Address, ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest

IPV6_HOME = 64
"""So many bits of an IPv6 address stand for one household; the rest it chooses itself, as often as it likes."""


def client_address(request: HttpRequest) -> str | None:
    """The address that asks; of an IPv6 address its household. None where it is not known (a Unix socket).

    Behind a proxy (`BEHIND_PROXY`) the last address of X-Forwarded-For counts: the proxy added it, what stands before
    it was said by the one who asks. Without a proxy the header is not looked at.
    """
    said = request.META.get("REMOTE_ADDR", "")
    if settings.BEHIND_PROXY:
        said = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip() or said
    try:
        address = ip_address(said)
    except ValueError:
        return None
    if isinstance(address, IPv6Address):
        address = address.ipv4_mapped or ip_network((address, IPV6_HOME), strict=False).network_address
    return str(address)

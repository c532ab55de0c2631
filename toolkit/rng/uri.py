"""Recognise URI references, the values of ``xsd:anyURI``.

The grammar is that of RFC 2396 with the IPv6 addresses of RFC 2732, after the characters that XLink
(section 5.4) allows unescaped have been escaped. An authority may also be empty before a path, and
a registry-based name. These are the rules of jing, which reads the escaped value as a Java URI.
"""

import re
from ipaddress import AddressValueError, IPv6Address
from typing import Final

_ESCAPABLE: Final = re.compile(r"[^\x21-\x7e]|[<>\"{}|\\^`]")
"""The characters that are escaped before a value is read as a URI."""
_UNRESERVED: Final = r"A-Za-z0-9_\-!.~'()*"
_ESCAPED: Final = "%[0-9A-Fa-f]{2}"
_PATH: Final = rf"(?:[{_UNRESERVED}:@&=+$,;/]|{_ESCAPED})*"
_ANY: Final = rf"(?:[{_UNRESERVED};/?:@&=+$,\[\]]|{_ESCAPED})"
_USER: Final = rf"(?:[{_UNRESERVED};:&=+$,]|{_ESCAPED})*"
_NAME: Final = rf"(?:[{_UNRESERVED}$,;:@&=+]|{_ESCAPED})+"
_SERVER: Final = rf"(?:{_USER}@)?\[(?P<ip>[0-9A-Fa-f:.]+)(?:%[A-Za-z0-9_.\-]+)?\](?::[0-9]*)?"
_AUTHORITY: Final = rf"//(?:(?:{_NAME}|{_SERVER})(?![^/?#])|(?=[/?#]))"
_HIERARCHY: Final = rf"(?:{_AUTHORITY}|(?!//)){_PATH}(?:\?{_ANY}*)?"
_REFERENCE: Final = re.compile(
    rf"(?:[A-Za-z][A-Za-z0-9+.\-]*:(?=/){_HIERARCHY.replace('?P<ip>', '?P<full>')}"
    rf"|[A-Za-z][A-Za-z0-9+.\-]*:(?!/){_ANY}+"
    rf"|(?![^/?#]*:){_HIERARCHY})"
    rf"(?:#{_ANY}*)?"
)


def is_uri_reference(text: str) -> bool:
    """Whether a text is a URI reference, absolute or relative."""
    match = _REFERENCE.fullmatch(_ESCAPABLE.sub("%20", text))
    if match is None:
        return False
    address = match["full"] or match["ip"]
    return address is None or _is_ipv6(address)


def _is_ipv6(address: str) -> bool:
    try:
        IPv6Address(address)
    except AddressValueError:
        return False
    return True

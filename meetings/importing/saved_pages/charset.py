"""The encoding that a page names in its XML header or in a meta element."""

from __future__ import annotations

import codecs
import re

XML = re.compile(rb"""\s*<\?xml\s[^>]{0,100}?encoding\s*=\s*["']([\w.:-]{2,40})""")
META = re.compile(rb"""<meta\s[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
HEAD = 4096
"""Bytes in which the declaration stands; browsers look at 1024, but what saves a page may put a comment before it."""

AS_BROWSERS_READ = {
    **{"ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874", "tis-620": "cp874"},
    **{"gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "euc_kr": "cp949", "big5": "big5hkscs"},
}
"""Older encodings that browsers read as the larger ones that took their place."""
NO_CHARSETS = {"idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape"}
"""Codecs of Python that make text of other text; no page is written in them."""


def declared(raw: bytes) -> str | None:
    """The codec that a page declares, None where it declares none that is known."""
    found = XML.match(raw) or META.search(raw, 0, HEAD)
    if found is None:
        return None
    try:
        name = codecs.lookup(found[1].decode("ascii")).name
    except (LookupError, UnicodeDecodeError):
        return None
    # Who can read the declaration byte by byte does not have UTF-16 before them, whatever it says.
    if name.startswith(("utf-16", "utf-32")) or name in NO_CHARSETS:
        return None
    return AS_BROWSERS_READ.get(name, name)

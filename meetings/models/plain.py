"""What a row holds as JSON, as plain data of a type."""

from __future__ import annotations

from typing import Any, TypeVar

import msgspec

Told = TypeVar("Told")


def plain(row: Any, kind: type[Told]) -> Told:
    """The row's `reading` as data of this kind, made once for each reading that the row has: many ask for it."""
    before: tuple[Any, Told] | None = vars(row).get("_plain")
    if before is None or before[0] is not row.reading:
        before = row._plain = (row.reading, msgspec.convert(row.reading, kind))
    return before[1]

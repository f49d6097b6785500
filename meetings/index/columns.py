"""What rows are sorted by, found by their primary keys: numbers in arrays, names in lists."""

from __future__ import annotations

from array import array
from typing import Any

from anyascii import anyascii

from meetings.index.by_row import SPARE


def folded(name: str) -> str:
    """A name as people sort and type it: in Latin letters, without accents and capitals."""
    return anyascii(name).casefold()


class Column:
    """One value a row; names are kept folded."""

    def __init__(self, values: array[int] | list[str] | None = None) -> None:
        self.values: array[int] | list[Any] = array("I") if values is None else values

    def state(self) -> bytes | list[str]:
        """All of it as plain data."""
        return self.values.tobytes() if isinstance(self.values, array) else self.values

    @classmethod
    def restored(cls, state: bytes | list[str]) -> Column:
        return cls(array("I", state) if isinstance(state, bytes) else state)

    def __setitem__(self, pk: int, value: Any) -> None:
        if isinstance(value, str):
            value = folded(value)
            if isinstance(self.values, array):
                self.values = [""] * len(self.values)
        if pk >= len(self.values):
            self._grow(pk + 1 + pk // SPARE)
        self.values[pk] = value

    def __getitem__(self, pk: int) -> Any:
        return self.values[pk]

    def read(self, value: str) -> Any:
        """What an address writes so. Raises ValueError if this column holds no such thing."""
        return int(value) if isinstance(self.values, array) else value

    def _grow(self, length: int) -> None:
        missing = length - len(self.values)
        if isinstance(self.values, array):
            self.values.frombytes(bytes(self.values.itemsize * missing))
        else:
            self.values.extend([""] * missing)

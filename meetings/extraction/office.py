"""An office that a text names: what readers of offices, names and attendance hand to each other."""

from __future__ import annotations

from dataclasses import dataclass

POSTED = ("ambassador", "official", "deputy")
"""Offices that are held "to" somebody or some state; of others, "to …" tells where they went."""

SOLE = {"head_of_state", "head_of_government", "foreign_minister"}
"""Kinds of offices of which a state has one."""
OF_STATE = SOLE | {"minister", "deputy", "speaker"}
"""Kinds of offices that only a state has."""


@dataclass(frozen=True)
class Office:
    """An office named at `plain[start:end]`, the kind of office (`role`) and whom it serves."""

    start: int
    end: int
    head: int
    role: str
    text: str
    country: str | None = None
    organization: str | None = None
    possessive: bool = False
    """Whether it owns what follows ("the President's visit")."""
    plural: bool = False
    oblique: bool = False
    """Whether its head stands in another case than the nominative, and so the name beside it."""


def announcing(office: str, announcers: tuple[str, ...]) -> bool:
    """Whether an office is a spokesperson's; its head word stands first or last, first alone where a blank closes it in
    the vocabulary ("представитель " is one, "специальный представитель" none)."""
    return office.endswith(announcers) or f"{office} ".startswith(announcers)

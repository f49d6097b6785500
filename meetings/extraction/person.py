"""A person of a text while it is being read."""

from __future__ import annotations

from dataclasses import dataclass, field

from .name_forms import Name
from .office import Office
from .phrases import lower


@dataclass(eq=False)
class Person:
    """One person of a text. `names` are the places that name them, `offices` the offices given there."""

    names: list[Name] = field(default_factory=list)
    offices: list[tuple[Office, Name]] = field(default_factory=list)
    countries: list[tuple[str, str]] = field(default_factory=list)
    """(ISO code, rule) read beside a name, first reading first."""
    full: str = ""

    @property
    def office(self) -> Office | None:
        """The first office of the body, else of the headline."""
        if not self.offices:
            return None
        first = self.offices[0][0]
        fuller = next((o for o, _n in self.offices if " " in o.text), first)
        if " " not in first.text and (first.role != fuller.role or (fuller.country and not first.country)):
            return fuller
        same = (o for o, _n in self.offices if o.role == first.role and o.country and not first.country)
        return next((o for o in same if lower(o.text).startswith(lower(first.text))), first)

    @property
    def roles(self) -> set[str]:
        """All kinds of office the text gives them."""
        return {o.role for o, _n in self.offices}

    @property
    def country(self) -> str | None:
        """The state named with an office or a name of theirs."""
        for office, _name in self.offices:
            if office.country and not office.organization:
                return office.country
        return self.countries[0][0] if self.countries and not self.organization else None

    @property
    def organization(self) -> str | None:
        """The body they act for, when it is not a state."""
        return next((o.organization for o, _n in self.offices if o.organization), None)

"""Bodies by their names, made where they are new."""

from __future__ import annotations

from collections.abc import Iterable

from meetings import bulk
from meetings.models import Organization

LONGEST = Organization._meta.get_field("name").max_length


def ids_of(names: Iterable[str | None]) -> dict[str | None, int]:
    """{name: body} of these names, all at once; what is longer than names are kept is known by its beginning."""
    kept = {name: name[:LONGEST] for name in names if name}
    known = dict(Organization.objects.filter(name__in=kept.values()).values_list("name", "pk"))
    new = [Organization(name=name) for name in dict.fromkeys(kept.values()) if name not in known]
    bulk.create(new)
    known |= {row.name: row.pk for row in new}
    return {name: known[short] for name, short in kept.items()}

"""Bodies for which somebody speaks whom the text does not name."""

from __future__ import annotations

from .office import Office, announcing
from .person import Person
from .phrases import lower
from .tokens import Words


def bodies_spoken_for(words: Words, people: list[Person], offices: list[Office]) -> dict[int, str]:
    """ "Dışişleri Bakanlığı sözcüsü", and "sözcü" behind it: the bodies by where the `offices` begin that nobody holds,
    in languages that put the body first. Where a spokesman has a name, it is he who is meant again."""
    lexicon = words.lexicon
    known = lexicon.affixes("announcers") if lexicon.data.get("subject_bare") else ()
    if not known or any(announcing(lower(o.text), known) for p in people for o, _n in p.offices):
        return {}
    found: dict[int, str] = {}
    text = None
    for office in offices:
        if office.plural or not lower(office.text).endswith(known):
            continue
        body = next(iter(words.inside("institutions", office.start, office.head)), None)
        again = text if " " not in office.text else None
        text = words.plain[office.start : body.stem_end] if body else again
        if text:
            found[office.start] = text
    return found

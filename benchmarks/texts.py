"""Writes made-up press releases into a folder, the same for the same seed: `-m benchmarks.texts NUMBER FOLDER [SEED]`.

Zipf-shaped as real collections are: the commonest of 60 states takes part in a fifth of all meetings, and the commonest
of 4,000 persons speaks in hundreds of texts. Every tenth meeting is told by two sides.
"""

from __future__ import annotations

import csv
import datetime as dt
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import Any

from meetings.extraction.lexicon import COUNTRIES

STATES, PERSONS, EACH_FOLDER = 60, 4_000, 1_000
FIRST_DAY, DAYS = dt.date(2012, 1, 1), 4_000
OFFICES = ("Minister of Foreign Affairs", "President", "Prime Minister", "Deputy Minister of Foreign Affairs")
GIVEN = ("Tar Vel Osk Mir Jal Ned Ruv Bel Hok Sim Lor Dav", "mo a ren ina ko eta us el i ava")
FAMILY = ("Bra Kel Tum Vos Hal Zer Pin Dro Ful Gar Mel Nor Rus Tev Wil", "ba de ko li mu ne ra so ti vu",
          "nnik rsen ldov ttar kkel mbard ngo vski llin sset ntova rrem")  # fmt: skip
TOPICS = (
    "the trade in grain and the schedule of river transport", "the training of young diplomats",
    "the work of the joint commission on hydrology", "customs procedures at the two northern crossings",
    "the exchange of students of veterinary medicine", "the protection of migratory birds",
    "an agreement on the avoidance of double taxation", "the cooperation of the national libraries",
)  # fmt: skip
SAYINGS = (
    "We have talked about this road for nine years, and this morning we talked about its first metre",
    "Our farmers will not wait for the next summit, and neither shall we",
    "There are questions that two neighbours settle at one table or not at all",
    "What was signed today is short, and I am proud of every page that it does not have",
    "The water does not ask for a visa, and it arrives on time",
    "We shall publish the figures in the autumn, whether they flatter us or not",
)
FILLING = (
    "The sides noted with satisfaction that the volume of mutual trade had grown over the past year, and instructed "
    "the experts to prepare proposals before the next session of the intergovernmental commission.",
    "Attention was paid to the situation of enterprises in the border districts, to the state of the bridges and to "
    "the delays that drivers of lorries had reported in winter.",
    "An exchange of views took place on regional and international matters of common interest, among them the "
    "preparation of the conference on mountain rivers.",
)


@dataclass(frozen=True, slots=True)
class Person:
    name: str
    office: str
    state: int


class Zipf:
    """Draws from some values, the n-th of them 1/(n+3) times as often as the first would be."""

    def __init__(self, random: Random, values: list[Any]) -> None:
        self.random, self.values = random, values
        self.weights = list(accumulate(1 / (place + 3) for place in range(1, len(values) + 1)))

    def draw(self, number: int = 1) -> list[Any]:
        return self.random.choices(self.values, cum_weights=self.weights, k=number)


def states() -> list[tuple[str, str, str]]:
    """(name, capital, adjective) of states in English."""
    found: dict[str, dict[str, str]] = {}
    with COUNTRIES.open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            if row["language"] == "en":
                found.setdefault(row["code"], {}).setdefault(row["kind"], row["form"])
    wanted = ("name", "capital", "adjective")
    full = [forms for _, forms in sorted(found.items()) if all(kind in forms for kind in wanted)]
    return [(forms["name"], forms["capital"], forms["adjective"]) for forms in full]


class Press:
    """The made-up texts; all draw from one stream of chance."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.states = self.random.sample(states(), STATES)
        homes = Zipf(self.random, list(range(STATES)))
        self.persons = Zipf(self.random, [self._person(homes.draw()[0]) for _ in range(PERSONS)])

    def _person(self, state: int) -> Person:
        name = " ".join(
            "".join(self.random.choice(part.split()) for part in parts).capitalize() for parts in (GIVEN, FAMILY)
        )
        return Person(name, self.random.choice(OFFICES), state)

    def _pair(self) -> tuple[Person, Person]:
        one, other = self.persons.draw(2)
        while one.state == other.state:
            (other,) = self.persons.draw()
        return one, other

    def texts(self, number: int) -> Iterator[str]:
        """So many texts; a meeting that two sides tell of gives two."""
        told = 0
        while told < number:
            host, guest = self._pair()
            day = FIRST_DAY + dt.timedelta(days=self.random.randrange(DAYS))
            sides = [(host, guest), (guest, host)] if self.random.random() < 0.1 else [(host, guest)]
            for own, other in sides[: number - told]:
                yield self._text(own, other, self.states[host.state][1], day)
                told += 1

    def _text(self, own: Person, other: Person, place: str, day: dt.date) -> str:
        ours, theirs = self.states[own.state], self.states[other.state]
        topics, sayings = self.random.sample(TOPICS, 3), self.random.sample(SAYINGS, 3)
        then = day - dt.timedelta(days=self.random.randrange(30, 900))
        date, family = f"{day:%d %B %Y}", other.name.split()[1]
        third, fourth = self.persons.draw(2)
        return "\n\n".join((
            f"{own.name} meets {other.name} in {place}",
            date,
            f"{place.upper()}. {own.office} of {ours[0]} {own.name} held talks on {date} in {place} with "
            f"{other.office} of {theirs[0]} {other.name}, the press service reported.",
            f"The parties discussed {topics[0]}, as well as {topics[1]}. {self.random.choice(FILLING)}",
            f"“{sayings[0]},” {own.name} said.",
            f"{family} thanked the {ours[2]} side for its hospitality. “{sayings[1]},” {family} observed.",
            f"{self.random.choice(FILLING)} Special attention was given to {topics[2]}.",
            f"{third.office} of {self.states[third.state][0]} {third.name} and {fourth.office} of "
            f"{self.states[fourth.state][0]} {fourth.name} had proposed the agenda, which both sides praised.",
            f"It was recalled that {own.name} and {other.name} had met in {theirs[1]} on {then:%d %B %Y}.",
            f"“{sayings[2]},” {own.name} added at the end of the conversation.",
            "The interlocutors agreed to stay in touch.",
        ))  # fmt: skip


def write(number: int, folder: Path, seed: int) -> None:
    for count, text in enumerate(Press(seed).texts(number)):
        path = folder / f"{count // EACH_FOLDER:04}" / f"{count:07}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    write(int(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 1)

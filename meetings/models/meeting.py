"""Meetings, what each source tells of them, and who took part."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import lru_cache
from typing import Any, NamedTuple

from anyascii import anyascii
from django.db import connection, models
from django.utils.functional import cached_property
from django.utils.text import slugify
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from meetings.addresses import address
from meetings.country_names import name_of
from meetings.edtf import bounds, validate
from meetings.extraction import record
from meetings.models.plain import plain


class Format(models.TextChoices):
    """How an encounter took place; the values are those of `extraction.record.FORMATS`."""

    TALKS = "talks", _("Talks")
    CALL = "call", _("Telephone call")
    VIDEO = "video", _("Video conference")
    NEWS_CONFERENCE = "news_conference", _("News conference")
    MULTILATERAL = "multilateral", _("Multilateral meeting")
    LECTURE = "lecture", _("Lecture or briefing")
    CEREMONY = "ceremony", _("Ceremony")
    OTHER = "other", _("Other")


class Level(models.IntegerChoices):
    """How high an office stands in its state: of several, the greatest counts."""

    UNKNOWN = 0, _("Office not told")
    OTHER = 1, _("Deputies, envoys and others")
    MINISTER = 2, _("Ministers")
    HEAD_OF_GOVERNMENT = 3, _("Heads of government")
    HEAD_OF_STATE = 4, _("Heads of state")


class MeetingQuerySet(models.QuerySet["Meeting"]):
    def listed(self) -> MeetingQuerySet:
        """Meetings that some current text tells of."""
        return self.filter(merged_into=None, account_count__gt=0)

    def of_country(self, code: str) -> MeetingQuerySet:
        return self.filter(participants__country=code).distinct()

    def of_pair(self, one: str, other: str) -> MeetingQuerySet:
        return self.filter(participants__country=one).filter(participants__country=other).distinct()

    def together(self, field: str, parties: Collection[object]) -> MeetingQuerySet:
        """Meetings where all of these took part: keys of states (`field` is `country`) or of persons (`person`).

        They are counted, since a condition for each would make too deep an expression for SQLite where many met.
        """
        seats = Participant.objects.filter(**{f"{field}__in": parties}).order_by().values("meeting")
        full = seats.annotate(present=models.Count(field, distinct=True)).filter(present=len(parties))
        return self.filter(pk__in=full.values("meeting"))

    def for_list(self) -> MeetingQuerySet:
        """With what a row of a list shows, but its participants: `seated` adds these."""
        return self.select_related("place_country")


class Meeting(models.Model):
    """An encounter, resolved from accounts and corrections. Its number is for ever; what is merged redirects."""

    key = models.CharField(
        max_length=520, unique=True, editable=False, help_text="The account it was first made for: path#number."
    )
    date = models.CharField("meeting date (EDTF)", max_length=10, blank=True, validators=[validate])
    date_from = models.DateField(null=True, editable=False)
    date_to = models.DateField(null=True, editable=False)
    date_key = models.PositiveIntegerField(default=0, editable=False)
    year = models.PositiveSmallIntegerField(default=0, editable=False, help_text="0: unknown.")
    format = models.CharField(max_length=20, choices=Format, default=Format.OTHER)
    place = models.CharField(max_length=200, blank=True)
    place_country = models.ForeignKey("Country", models.PROTECT, null=True, blank=True, related_name="hosted")
    title = models.TextField(blank=True)
    title_language = models.CharField(
        max_length=20, blank=True, editable=False, help_text="BCP 47; blank where the title is no text's headline."
    )
    slug = models.SlugField(max_length=80, blank=True, editable=False)
    reviewed = models.BooleanField(default=False, help_text="A person has checked this meeting.")
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="merged")
    account_count = models.PositiveIntegerField(default=0, editable=False)
    quote_count = models.PositiveIntegerField(default=0, editable=False)
    published_key = models.PositiveIntegerField(default=0, editable=False, help_text="Of its latest account.")
    side_count = models.PositiveSmallIntegerField(
        default=0, editable=False, help_text="States whose authorities or press tell of it, as far as known."
    )

    objects = MeetingQuerySet.as_manager()

    class Meta:
        ordering = ("-date_key", "-id")
        indexes = [
            models.Index(fields=["-date_key", "-id"], name="meeting_newest"),
            models.Index(fields=["date_from", "date_key", "id"], name="meeting_oldest"),
            models.Index(fields=["-published_key", "-id"], name="meeting_latest_published"),
            models.Index(fields=["format"], name="meeting_by_format"),
            models.Index(fields=["year"], name="meeting_by_year"),
            models.Index(fields=["side_count"], name="meeting_by_sides"),
        ]
        constraints = [
            models.CheckConstraint(condition=models.Q(format__in=Format.values), name="meeting_format_known"),
            models.CheckConstraint(
                condition=models.Q(date_from=None, date_to=None) | models.Q(date_from__lte=models.F("date_to")),
                name="meeting_dates_in_order",
            ),
            models.CheckConstraint(
                condition=models.Q(merged_into=None) | ~models.Q(merged_into=models.F("id")),
                name="meeting_not_merged_into_itself",
            ),
        ]

    def __str__(self) -> str:
        return self.title or f"{self.get_format_display()} {self.date}".strip()

    FOLLOWING = ("date_from", "date_to", "date_key", "year", "slug")

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.follow()
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return address("meetings:meeting", self.pk, self.slug or "meeting")

    @cached_property
    def seats(self) -> list[Seat]:
        """Its participants; `seated` fetches those of all meetings of a list at once."""
        return seats_of([self])[self.pk]

    def follow(self) -> None:
        """Set the fields that follow from date and title."""
        when = bounds(self.date)
        self.date_from, self.date_to, self.date_key, self.year = when.lower, when.upper, when.key, when.year
        self.slug = slugify(anyascii(self.title))[:80].strip("-")


class Account(models.Model):
    """One document's telling of one meeting, as that text gives it.

    `home` is the meeting first made for the account: human verdicts speak of homes. `meeting` is which meeting it is
    held to tell of now. `position` is its place in the newest reading, null where that no longer tells of it.
    """

    document = models.ForeignKey("Document", models.CASCADE, related_name="accounts")
    number = models.PositiveIntegerField()
    position = models.PositiveIntegerField(null=True)
    reading = models.JSONField(default=dict)
    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="accounts")
    home = models.ForeignKey(Meeting, models.PROTECT, related_name="homed_accounts")
    date = models.CharField("date (EDTF) as told", max_length=10, blank=True, db_index=True)

    class Meta:
        ordering = ("document", "number")
        constraints = [models.UniqueConstraint(fields=["document", "number"], name="account_number_once")]

    def __str__(self) -> str:
        return f"{self.document.path}#{self.number}"

    @property
    def record(self) -> record.Meeting:
        """The account as plain data."""
        return plain(self, record.Meeting)


class Participant(models.Model):
    """Somebody who took part, and for whom they acted there."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="participants")
    person = models.ForeignKey(
        "Person", models.PROTECT, null=True, related_name="participations", help_text="None: the name is withheld."
    )
    office = models.CharField(max_length=300, blank=True)
    country = models.ForeignKey("Country", models.PROTECT, null=True, blank=True, related_name="participants")
    organization = models.ForeignKey("Organization", models.PROTECT, null=True, blank=True, related_name="participants")
    order = models.PositiveSmallIntegerField(default=0)
    office_language = models.CharField(
        max_length=20, blank=True, editable=False, help_text="BCP 47; blank where no text tells the office so."
    )
    office_names_state = models.BooleanField(
        default=False, editable=False, help_text="The words of the office name the state."
    )
    level = models.PositiveSmallIntegerField(
        choices=Level, default=Level.UNKNOWN, editable=False, help_text="Of the office, by the vocabulary."
    )

    class Meta:
        ordering = ("meeting", "order", "id")
        indexes = [models.Index(fields=["country", "meeting", "level"], name="participant_by_level")]
        constraints = [models.UniqueConstraint(fields=["meeting", "person"], name="participant_once")]

    def __str__(self) -> str:
        return f"{self.name}, {self.office}" if self.office else self.name

    @property
    def name(self) -> str:
        return self.person.name if self.person else gettext("Name withheld")

    @property
    def person_url(self) -> str:
        return self.person.get_absolute_url() if self.person else ""


class Seat(NamedTuple):
    """A participant as lists show them: plain values, since lists are full of them."""

    person_name: str | None
    slug: str | None
    office: str
    office_language: str
    office_names_state: bool
    country_id: str | None
    country_name: str | None
    organization: str | None

    @property
    def name(self) -> str:
        return self.person_name or gettext("Name withheld")

    @property
    def person_url(self) -> str:
        return address("meetings:person", self.slug) if self.slug else ""

    @property
    def country(self) -> str:
        """The state's name in the interface's language, or ""."""
        return name_of(self.country_id, self.country_name or "") if self.country_id else ""


SEAT = (
    *("meeting", "person__name", "person__slug", "office", "office_language", "office_names_state"),
    *("country", "country__name", "organization__name"),
)
"""The meeting, and where a seat's values are, in their order."""


def seats_of(meetings: Collection[Meeting]) -> dict[int, list[Seat]]:
    """Who took part in each of the meetings, by primary key."""
    found: dict[int, list[Seat]] = {meeting.pk: [] for meeting in meetings}
    if found:
        with connection.cursor() as cursor:
            cursor.execute(_seats_sql(connection.vendor, len(found)), [*found])
            for pk, *values in cursor:
                found[pk].append(Seat(*values))
    return found


@lru_cache
def _seats_sql(vendor: str, number: int) -> str:
    """The query for so many meetings: putting it together takes several times as long as the answer."""
    rows = Participant.objects.filter(meeting__in=range(number)).order_by("order", "id").values_list(*SEAT)
    return rows.query.get_compiler(connection=connection).as_sql()[0]


def seated(meetings: Iterable[Meeting]) -> list[Meeting]:
    """The meetings with their `seats`, fetched in one query."""
    rows = list(meetings)
    seats = seats_of(rows)
    for meeting in rows:
        meeting.seats = seats[meeting.pk]
    return rows


class Reference(models.Model):
    """A document's pointer to another encounter, and the meeting it turned out to be, if known."""

    document = models.ForeignKey("Document", models.CASCADE, related_name="references")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    date = models.CharField("date (EDTF)", max_length=10, blank=True, db_index=True)
    parties = models.JSONField(default=list, help_text="Names as the text writes them, else ISO codes.")
    meeting = models.ForeignKey(Meeting, models.SET_NULL, null=True, blank=True, related_name="recalled_by")
    rule = models.CharField(max_length=60)
    confidence = models.FloatField(default=1.0)

    class Meta:
        ordering = ("document", "start")
        constraints = [
            models.CheckConstraint(condition=models.Q(start__lt=models.F("end")), name="reference_span_in_order")
        ]

    def __str__(self) -> str:
        return f"{' and '.join(self.parties)}, {self.date or 'undated'}"

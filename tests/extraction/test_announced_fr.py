"""French encounters still to come, and the year of a journey that has begun. Persons and words are invented."""

from meetings.extraction import extract

PAGE = "Visite\n\n18/03/2024\n\n{}\n"


def test_what_is_to_come_is_no_meeting():
    text = "Des pourparlers d'Omar Bell, président du Ghana, et d'Ana Ruiz débuteront mardi à Oslo."
    assert extract(PAGE.format(text)).meetings == ()


def test_a_day_just_behind_is_this_years_where_a_journey_is_announced():
    text = "Le président Omar Bell rencontrera le 17 mars à Oslo la ministre Ana Ruiz du Chili."
    assert [x.date.value for x in extract(PAGE.format(text)).references] == ["2024-03-17"]

"""The day of publication on pages of news, with invented people and words."""

import pytest

from meetings.extraction import extract

TITLE = "Ghana and Norway speak of cod"
BODY = "Minister of Fisheries of Ghana Ama Mensah received Ambassador of Norway Lars Holm in Accra on Tuesday.\n"
MORE = (
    "They walked along the pier for an hour and looked at the nets of the crews that had come home "
    "from the northern banks the night before."
)


@pytest.mark.parametrize(
    ("page", "day"),
    [
        (f"Today: Monday, 7 June 2021\n\n{TITLE}\n\nFriday, 5 March 2021, 18:40\n\n{BODY}", "2021-03-05"),
        (f"Monday, 7 June 2021 08:05 GMT\n{TITLE}\n\n2022-03-01 09:30:00\n{BODY}", "2022-03-01"),
        (
            f"Monday, 7 June 2021 Login\n\nCod and piers: talks with the press – March 9, 2020\n\n{BODY}",
            "2020-03-09",
        ),
        (f"Friday 6 August 2021\n\n{TITLE}\n\nACCRA, August 4, 2021 (COD) - {BODY}", "2021-08-04"),
        (f"{TITLE}\n\nBy YO - Oct 8,2022 - Last updated at Oct 9,2022\n\n{BODY}", "2022-10-08"),
        (f"{TITLE}\n\n7 July 2015 — {BODY}", "2015-07-07"),
        (f"{TITLE}\n\nMay 6, 2021 (ACCRA) - {BODY}", "2021-05-06"),
        (f"Wednesday, 12 May 2021\n\n{TITLE}\n\n{BODY}", "2021-05-12"),
        (
            f"{TITLE}\n\n  • Posted 8 Jul 2018 07:15\n  • Updated 9 Jul 2018 07:45\nPiers, 2 May 2011\n\n{BODY}",
            "2018-07-08",
        ),
        (f"{TITLE}\n\nACCRA (Cod News / Pier - 3rd August, 2022) {BODY}", "2022-08-03"),
        (f"{TITLE}\n\nYaw Brook 9 hours ago Wed 3rd August 2022 | 6:20 PM\n\n{BODY}", "2022-08-03"),
        (f"{TITLE}\n\n{BODY}\n{MORE} – February 9, 2022\n\nTopics\n\nPopular\n", "2022-02-09"),
    ],
)
def test_the_day_of_a_story(page, day):
    assert extract(page).published.value == day


def test_a_date_right_before_a_word_for_today_is_of_the_page():
    for lead in (
        "4 March 2020 Today Minister Anna Bell met Minister Omar Dia at the boat house.",
        "2020 жылдың 4 наурызы Бүгін министр Анна Белл министр Омар Диямен кездесті.",
    ):
        assert extract(f"Boats and nets\n{lead}\nThey counted the oars.\n").published.value == "2020-03-04"


def test_a_date_that_a_sentence_begins_with_is_not_of_the_page():
    text = "Boats and nets\n4 March 2020 was the day on which Minister Anna Bell met Minister Omar Dia.\nThey rowed.\n"
    assert extract(text).published.value is None

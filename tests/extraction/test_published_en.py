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
        (f"Today: Saturday, 4 May 2024\n\n{TITLE}\n\nThursday, 4 April 2024, 21:24\n\n{BODY}", "2024-04-04"),
        (f"Tuesday, 2 January 2024 12:17 GMT\n{TITLE}\n\n2024-02-25 11:01:35\n{BODY}", "2024-02-25"),
        (
            f"Saturday, 27 May 2017 Search\n\nCod and piers: talks with the press – April 20, 2017\n\n{BODY}",
            "2017-04-20",
        ),
        (f"Tuesday 7 September 2021\n\n{TITLE}\n\nACCRA, September 6, 2021 (COD) - {BODY}", "2021-09-06"),
        (f"{TITLE}\n\nBy YO - Nov 20,2024 - Last updated at Nov 21,2024\n\n{BODY}", "2024-11-20"),
        (f"{TITLE}\n\n19 September 2016 — {BODY}", "2016-09-19"),
        (f"{TITLE}\n\nMay 6, 2021 (ACCRA) - {BODY}", "2021-05-06"),
        (f"Wednesday, 12 May 2021\n\n{TITLE}\n\n{BODY}", "2021-05-12"),
        (
            f"{TITLE}\n\n  • Posted 3 Mar 2017 22:25\n  • Updated 4 Mar 2017 22:30\nPiers, 2 May 2011\n\n{BODY}",
            "2017-03-03",
        ),
        (f"{TITLE}\n\nACCRA (Cod News / Pier - 19th December, 2019) {BODY}", "2019-12-19"),
        (f"{TITLE}\n\nYaw Owusu 6 minutes ago Thu 19th December 2019 | 10:55 PM\n\n{BODY}", "2019-12-19"),
        (f"{TITLE}\n\n{BODY}\n{MORE} – December 1, 2023\n\nTopics\n\nPopular\n", "2023-12-01"),
    ],
)
def test_the_day_of_a_story(page, day):
    assert extract(page).published.value == day

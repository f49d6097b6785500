"""Headlines that name one of two who met and tell the other by office and state alone, with invented people."""

from meetings.extraction import extract

TEXT = (
    "Vizekanzlerin Gerda Lindholt begrüßt Ghanas Fischereiministerin\n\n5. Mai 2021\n\n"
    "Fischereiministerin Gerda Lindholt hat am 5. Mai in Kiel Regierungsrätin Ama Sarp getroffen. Die zwei Frauen "
    "zählten Boote und lobten den Hering.\n"
)


def test_the_state_of_an_office_in_the_headline_is_of_whom_it_does_not_name():
    (meeting,) = extract(TEXT).meetings
    told = {p.name.value: p.country.value for p in meeting.participants}
    assert told == {"Gerda Lindholt": "DE", "Ama Sarp": "GH"}

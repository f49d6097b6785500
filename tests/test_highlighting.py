"""A text and its marks, cut into pieces that nest; nothing of the text is lost, changed or doubled."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from meetings.highlighting import Close, Mark, Open, Piece, Words, excerpt, paragraphs, pieces

TEXTS = st.text(st.sampled_from("ab \n\r\t\u2028\u2029\u202e\u0301“ж🙂<"), max_size=120)
MARKS = st.lists(
    st.builds(
        lambda start, length, kind, number: Mark(start, start + length, kind, f"m{number}"),
        st.integers(0, 120),
        st.integers(1, 60),
        st.sampled_from(["quote", "person", "country", "fact"]),
        st.integers(0, 10_000),
    ),
    max_size=12,
    unique_by=lambda mark: mark.id,
)


def shape(text: str, *marks: Mark) -> str:
    """The pieces in a notation that tests can spell out: `p[…]`, `q[…]`; `~` where a mark was cut."""

    def show(piece: Piece) -> str:
        match piece:
            case Words(text=words):
                return words
            case Open(mark=mark):
                return ("" if mark.first else "~") + mark.kind[0] + "["
            case Close(mark=mark):
                return "]" + ("" if mark.last else "~")

    return "".join(show(piece) for piece in pieces(text, marks)).replace("p[", "", 1).removesuffix("]")


def test_a_mark_inside_another_nests() -> None:
    assert shape("We met Ivan.", Mark(7, 11, "name"), Mark(0, 12, "quote")) == "q[We met n[Ivan].]"


def test_of_two_marks_on_the_same_words_the_first_given_is_around() -> None:
    assert shape("Ivan", Mark(0, 4, "name"), Mark(0, 4, "fact")) == "n[f[Ivan]]"


def test_crossing_marks_are_cut_where_the_first_ends() -> None:
    assert shape("one two three", Mark(0, 7, "quote"), Mark(4, 13, "fact")) == "q[one f[two]~]~f[ three]"


def test_a_mark_over_two_paragraphs_is_cut_into_both() -> None:
    stream = list(pieces("One.\n\nTwo.", [Mark(0, 10, "quote", "q1")]))
    quotes = [piece.mark for piece in stream if isinstance(piece, Open) and piece.mark.kind == "quote"]
    assert [(mark.start, mark.end, mark.id, mark.first, mark.last) for mark in quotes] == [
        (0, 4, "q1", True, False),
        (6, 10, "", False, True),
    ]


def test_marks_outside_the_text_are_left_out() -> None:
    assert shape("abc", Mark(2, 9, "quote"), Mark(7, 9, "quote"), Mark(2, 2, "quote")) == "abc"


def test_paragraphs_end_at_blank_lines_and_at_the_end_of_long_lines() -> None:
    long = "word " * 30
    assert [f"{a}-{b}" for a, b in paragraphs("one\ntwo\r\n\r\nthree\n \nfour")] == ["0-7", "11-16", "19-23"]
    assert paragraphs(f"{long}\n{long}") == [(0, 150), (151, 301)]
    assert paragraphs(" \n\n") == []


def test_an_excerpt_holds_the_rest_of_the_paragraph_and_its_neighbours() -> None:
    text = "Zero.\n\nOne.\n\nHe said: yes. And left.\n\nThree.\n\nFour."
    before, words, after = excerpt(text, 22, 25)
    assert (before, words, after) == ("One.\n\nHe said: ", "yes", ". And left.\n\nThree.")


@given(TEXTS, MARKS)
def test_the_words_one_after_the_other_are_the_text(text: str, marks: list[Mark]) -> None:
    assert "".join(piece.text for piece in pieces(text, marks) if isinstance(piece, Words)) == text


@given(TEXTS, MARKS)
def test_every_mark_is_closed_before_the_one_around_it(text: str, marks: list[Mark]) -> None:
    around: list[Mark] = []
    for piece in pieces(text, marks):
        if isinstance(piece, Open):
            around.append(piece.mark)
        elif isinstance(piece, Close):
            assert around.pop() == piece.mark
    assert around == []


@given(TEXTS, MARKS)
def test_every_word_of_a_span_is_marked_and_no_other(text: str, marks: list[Mark]) -> None:
    blocks = {at for start, end in paragraphs(text) for at in range(start, end)}
    for kind in ("quote", "fact"):
        inside = [mark for mark in marks if mark.kind == kind and mark.end <= len(text)]
        wanted = {at for mark in inside for at in range(mark.start, mark.end)} & blocks
        assert covered(text, marks, kind) == wanted


def covered(text: str, marks: list[Mark], kind: str) -> set[int]:
    found: set[int] = set()
    at = depth = 0
    for piece in pieces(text, marks):
        if isinstance(piece, Words):
            found |= set(range(at, at + len(piece.text))) if depth else set()
            at += len(piece.text)
        else:
            depth += (isinstance(piece, Open) - isinstance(piece, Close)) * (piece.mark.kind == kind)
    return found


@given(TEXTS, MARKS)
def test_no_id_is_given_twice_and_each_visible_mark_keeps_its_own(text: str, marks: list[Mark]) -> None:
    ids = [piece.mark.id for piece in pieces(text, marks) if isinstance(piece, Open) and piece.mark.id]
    blocks = paragraphs(text)
    seen = [m.id for m in marks if m.end <= len(text) and any(m.start < end and start < m.end for start, end in blocks)]
    assert sorted(ids) == sorted(seen)


def test_marks_that_all_cross_each_other_stay_few() -> None:
    text = "x" * 10_000
    count = sum(1 for _ in pieces(text, [Mark(at, at + 5_000, "quote") for at in range(5_000)]))
    assert count < 40_000


def test_an_excerpt_of_long_paragraphs_is_cut_between_words() -> None:
    long = "Some words that don’t end here. " * 40
    text = f"{long}He said: yes. {long}"
    start = text.index("yes")
    before, words, after = excerpt(text, start, start + 3)

    assert words == "yes"
    assert 250 < len(before) < 320
    assert 250 < len(after) < 320
    assert text[start - len(before) - 1] == " "
    assert not before.startswith(" ")
    assert after.endswith(" ")


def test_an_excerpt_of_an_unspaced_text_is_cut_at_a_mark() -> None:
    text = "我们谈桥，" * 200 + "好" + "，我们谈桥" * 200
    before, _, after = excerpt(text, 1000, 1001)

    assert before.startswith("我们")
    assert len(before) <= 300
    assert after.endswith("，")


@given(st.text(st.sampled_from("ab ж.’-\n"), min_size=1, max_size=2000), st.data())
def test_an_excerpt_cuts_no_word_and_is_part_of_the_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    before, words, after = excerpt(text, start, end)

    assert text[start - len(before) : end + len(after)] == before + words + after
    for at in (start - len(before), end + len(after)):
        assert at in (start, end) or not (text[:at][-1:].isalnum() and text[at : at + 1].isalnum())

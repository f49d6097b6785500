from __future__ import annotations

import codecs

import pytest

from meetings.importing.decoding import Undecodable, decode

RUSSIAN = "Министр Аскар Медер принял посла."
RUSSIAN_LONG = (
    "Президент Аскар Медер провёл в Веллине переговоры с министром иностранных дел Ильзой Брандт. "
    "Стороны обсудили торговлю, транзит и подготовку к саммиту — «главному событию года». "
) * 5
UKRAINIAN = "Міністр Аскар Медер зустрівся з колегою, сторони обговорили співпрацю."
FRENCH = "Ilse Brandt a été reçue à Vellin."
FRENCH_LONG = (
    "Le président Askar Meder a reçu Ilse Brandt ; ils ont évoqué la coopération énergétique. Où ? À Vellin. " * 5
)
ENGLISH = "Askar Meder received Ilse Brandt.\r\nThey agreed.\n"


@pytest.mark.parametrize("text", [RUSSIAN, RUSSIAN_LONG], ids=["short", "long"])
@pytest.mark.parametrize("encoding", ["utf-8", "cp1251", "koi8-r", "utf-16-le", "utf-16-be"])
def test_russian(text: str, encoding: str) -> None:
    raw = text.replace("«", '"').replace("»", '"').replace("—", "-").encode(encoding)
    assert decode(raw).encoding == encoding
    assert decode(raw).text == raw.decode(encoding)


def test_typographic_marks_of_windows_1251() -> None:
    assert decode(RUSSIAN_LONG.encode("cp1251")).text == RUSSIAN_LONG


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-u"])
def test_ukrainian(encoding: str) -> None:
    assert decode(UKRAINIAN.encode(encoding)).text == UKRAINIAN


@pytest.mark.parametrize("text", [FRENCH, FRENCH_LONG], ids=["short", "long"])
@pytest.mark.parametrize("encoding", ["utf-8", "latin-1", "utf-16-le", "utf-16-be"])
def test_french(text: str, encoding: str) -> None:
    assert (decode(text.encode(encoding)).text, decode(text.encode(encoding)).encoding) == (text, encoding)


def test_dashes_and_quotation_marks_of_windows_1252() -> None:
    text = "“We agree” – said Ilse Brandt in a café."
    assert (decode(text.encode("cp1252")).text, decode(text.encode("cp1252")).label) == (text, "Windows-1252")


def test_capitals_are_told_apart() -> None:
    text = "ПРЕЗИДЕНТ ПРИНЯЛ ПОСЛА"
    assert decode(text.encode("cp1251")).text == decode(text.encode("koi8-r")).text == text


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_and_line_ends_stay(mark: bytes, encoding: str) -> None:
    decoded = decode(mark + ENGLISH.encode(encoding))
    assert decoded.text == "\ufeff" + ENGLISH
    assert decoded.encoding == encoding


@pytest.mark.parametrize("text", ["a\u2000b c\n", "Им, \u200bА. Медер\u3000и ко\u00ad\n", "Ə"])
def test_utf_16_without_a_mark_beside_other_spaces(text: str) -> None:
    text = f"Askar Meder received {text}"
    assert decode(text.encode("utf-16-le")).text == decode(text.encode("utf-16-be")).text == text


@pytest.mark.parametrize("raw", [b"", b" \r\n\t ", codecs.BOM_UTF8, codecs.BOM_UTF16_LE + "\n ".encode("utf-16-le")])
def test_empty(raw: bytes) -> None:
    with pytest.raises(Undecodable, match="is empty; remove it, or put the text into it"):
        decode(raw)


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"Askar\0Meder met", r"is binary, not a text \(it holds NUL bytes\)"),
        (bytes(range(256)) * 8, r"is binary, not a text \(it holds NUL bytes\)"),
        (b"\x01\x02\x03\x04 a \x05\x06", r"is binary, not a text \(control characters\)"),
        (b"%PDF-1.7 text", "is a PDF document, not a text; save its text as .txt"),
        (b"PK\x03\x04", "is a ZIP archive or an office document"),
        (codecs.BOM_UTF8 + b"caf\xe9", "begins with the mark of UTF-8, but byte 6 is not UTF-8; save it as UTF-8"),
        (codecs.BOM_UTF16_LE + b"a", "begins with the mark of UTF-16"),
        (codecs.BOM_UTF16_LE + "a\0b".encode("utf-16-le"), "is binary"),
        ("外交部长在北京会见了来访的客人，双方交换了意见".encode("gbk"), "is in an encoding that cannot be told"),
        ("Ο υπουργός συναντήθηκε με τον ομόλογό του".encode("cp1253"), "is in an encoding that cannot be told"),
        (b"\x81\x8d caf\xe9", "is in an encoding that cannot be told"),
    ],
)
def test_what_is_no_text_is_refused_with_a_reason(raw: bytes, reason: str) -> None:
    with pytest.raises(Undecodable, match=reason):
        decode(raw)


def test_a_declared_codec_that_cannot_be_used_is_passed_over() -> None:
    assert decode(RUSSIAN.encode("cp1251"), "undefined").encoding == "cp1251"

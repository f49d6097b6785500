"""A name taken apart: titles off, initials known, family name found, family key made."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from meetings.identity.letters import AZERBAIJANI, bones, coarse, fold, romanise, sound


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_TITLES = _words("""
    mr mrs ms miss dr prof professor sir dame lord lady sheikh sheikha shaikh he hh hm hrh hon honourable
    honorable excellency amb ambassador gen general col colonel herr frau monsieur madame mme m me señor senor
    senora sr sra don dona господин госпожа г жа мырза ханым жаноб жаноби janob janobi bay bayan cenab cenabi
    doktor д р шейх الشيخ السيد الدكتور jr phd
""")
_PARTICLES = _words("""
    van von der den de del della di da dos das du la le les el al ad an as ash ar at az ter ten zu zum bin ibn
    bint ben ould y e af av ал аль эль бин ибн ван фон дер ден де ди да дель ла ле ال بن ابن بنت آل
""")
_PATRONYMIC = re.compile(r"(?:[oei]vit?ch|ovna|evna|it?chna|uly|kyzy|kizi|qizi|ogly|oglu|ugli|ogli|ovyt?ch|ivna)$")
_SURNAME = re.compile(r"(?:[oei]va?|skii?|skiy|sky|skaya|enko|zoda|zade|zadeh|dze|shvili)$")
_ASIAN = _words("""
    an bai ban bao bian cai cao cen chai chang chen cheng chu cui dai deng ding dong du duan fan fang fei feng fu
    gan gao ge geng gong gu guan guo han hao he hong hou hu hua huang huo ji jia jian jiang jiao jin jing kang
    kong lai lan lei li lian liang liao lin ling liu long lou lu luo lv ma mao mei meng mi miao mo mou mu ni nie
    niu ou pan pang pei peng pi pu qi qian qiang qiao qin qiu qu quan ran rao ren ruan sha shan shang shao shen
    sheng shi shu song su sun tan tang tao teng tian tong tu wan wang wei wen weng wu xi xia xiang xiao xie xin
    xing xiong xu xuan xue yan yang yao ye yi yin ying you yu yuan yue yun zang zeng zha zhan zhang zhao zhen
    zheng zhong zhou zhu zhuang zhuo zong zou zuo ouyang sima zhuge shangguan situ kim lee park choi choe jung
    chung cho kang yoon jang lim shin hwang ahn kwon moon nguyen nguen pak tran pham phan vu vo dang bui
""")
_HUNGARIAN = _words("""
    gergely laszlo janos istvan gabor zoltan sandor ferenc attila tamas balazs csaba katalin zsolt imre gyorgy
    mihaly levente krisztina szilard bela geza tibor lajos arpad ildiko zsuzsanna eszter karoly jozsef miklos
    andras
""")
_HAN_DOUBLE = _words("""
    欧阳 司马 诸葛 上官 司徒 夏侯 东方 皇甫 令狐 慕容 歐陽 司馬 諸葛
""")
_HAN_SOUND = {
    "曾": "zeng", "单": "shan", "單": "shan", "解": "xie", "仇": "qiu", "区": "ou", "查": "zha", "任": "ren",
    "覃": "qin", "朴": "piao", "乐": "yue", "盖": "ge", "尉": "wei", "翟": "zhai", "召": "shao",
}  # fmt: skip
_HANGUL = {"김": "kim", "이": "lee", "박": "park", "최": "choi", "정": "jung", "임": "lim", "노": "roh", "유": "yoo"}
_SYLLABLES = re.compile(
    r"(?:(?:t?ch|dzh|zh|sh|ts|kh|[bpmfdtnlgkhjqxrzcsywv])?"
    r"(?:[iuy]?(?:ang|eng|ong|ing|ung|an|en|in|un|ai|ei|ao|ou|ey|ay|uy|uo|ui|uai|ua|ia|ie|iu|ue|ya|yu|[aeoiu])))+$"
)
_HAN = re.compile("[\u3400-\u9fff]+")
_LOOSE = re.compile(r"[\u0600-\u06ff]|[\u3400-\u9fff]\W[\u3400-\u9fff]|[\u3400-\u9fff]{5}")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Parsed:
    """What `compare` needs of a name, once and for all."""

    family: str  # sound of the family name
    family_bones: str
    key: str
    given: tuple[str, ...]  # sounds of the given names and patronymics in order; one letter: an initial
    initials: tuple[str, ...]  # for each of them the sounds its first letter may stand for
    hyphenated: bool  # the given name is a compound: "Lars-Erik"
    woman: bool | None  # by the ending of a Slavic family name, else None
    full: bool  # a given name is written out
    swapped: "Parsed | None"  # the other reading, where the order is uncertain
    loose: bool  # written in signs that lose vowels or consonants: Arabic, Chinese
    folded: str


@lru_cache(maxsize=65536)
def parse(name: str) -> Parsed:
    """Take a name apart; family name last, or first where its form says so."""
    family, given, uncertain, hyphen = _split(name)
    other = _parsed(name, given[0], [family, *given[1:]], None, False) if uncertain and given else None
    return _parsed(name, family, given, other, hyphen)


def family_key(name: str) -> str:
    """The blocking key: one for all spellings of a family name; never empty for a name with letters."""
    return parse(name).key


def family_keys(name: str) -> tuple[str, ...]:
    """The blocking key, and a second where x, j or ch may stand for kh: Sattorxonov, Sattorjónov, Sattorchonow."""
    key = family_key(name)
    family = fold(_split(name)[0])
    read_as_kh = _KH.sub("h", family)
    return (key,) if read_as_kh == family else tuple(dict.fromkeys((key, coarse(read_as_kh) or key)))


_KH = re.compile(r"(?<=\w)(?:x|j|(?<![stdc])ch)(?=\w)")


def _parsed(name: str, family: str, given: list[str], other: Parsed | None, hyphen: bool) -> Parsed:
    roman = romanise(family)
    given = [g for g in given if sound(g)]
    sounds = tuple(_initial_or_sound(g) for g in given)
    return Parsed(
        family=sound(family),
        family_bones=bones(family),
        key=coarse(family) or fold(family) or fold(name),
        given=sounds,
        initials=tuple(_initials(g) for g in given),
        hyphenated=hyphen,
        woman=_woman(roman),
        full=any(len(s) > 1 for s in sounds),
        swapped=other,
        loose=bool(_LOOSE.search(name)),
        folded=fold(name),
    )


def _initial_or_sound(token: str) -> str:
    """ "K" -> "k", "Дж" -> "c", "Benji" -> "benci"; a short name such as "Li" stays whole."""
    text = sound(token)
    short = len(token) == 1 or (len(romanise(token)) > 1 and not re.search("[aeiouy]", romanise(token)))
    return (
        text[:1]
        if short and not re.search("[\u0600-\u06ff\u3400-\u9fff]", token)
        else text
        if len(text) > 1
        else text * 2
    )


def _initials(token: str) -> str:
    """The sounds that a first letter may stand for: "Cem" -> "cksc", "Yerbol" -> "ie"."""
    roman, heard = romanise(token), sound(token)
    first = _AMBIGUOUS.get(roman[:1], "") + heard[:1]
    return first + heard[1:2] if roman[:1] in "yi" and heard[1:2] in tuple("aeiou") else first


# A first letter and what it may sound like elsewhere: Turkish c, German j and w, Russian г for h, Arabic alif …
_AMBIGUOUS = {"c": "cks", "j": "ich", "x": "hcks", "w": "vu", "g": "ghc", "h": "hg", "q": "kgc", "z": "sc", "s": "sc",
              "y": "ic", "e": "eia", "i": "ie", "a": "aeo", "o": "oua", "u": "uo", "k": "kg", "v": "vu"}  # fmt: skip


def _woman(roman: str) -> bool | None:
    if re.search(r"(?:[oeiy]v|[oeiy]w|sk[iy]y?|[oe]ff)$", roman):
        return False
    return True if re.search(r"(?:[oei]va|[oe]wa|skaya|skaja|skaia)$", roman) else None


def _split(name: str) -> tuple[str, list[str], bool, bool]:
    """-> (family, given names, order uncertain, given name hyphenated)"""
    text = _azerbaijani(unicodedata.normalize("NFC", name))
    if han := _han(text):
        return han
    tokens = _tokens(text)
    if not tokens:
        return text, [], False, False
    if _asian(tokens):
        family, *rest = map(_respell, tokens)
        return family, rest, False, False
    index = _family_index(tokens)
    family, rest = tokens[index], tokens[:index] + tokens[index + 1 :]
    hyphen = any("-" in token and len(token) > 4 for token in rest)
    given = [part for token in rest for part in re.split("-", token) if part]
    parts = family.split("-")
    uncertain = len(tokens) == 2 and min(map(len, tokens)) > 1 and not _certain(tokens)
    return parts[-1] or family, given, uncertain, hyphen


def _azerbaijani(text: str) -> str:
    """One ə tells how all of a name is written: in "Orxan Məcidov" x is kh as well."""
    return text.translate(AZERBAIJANI) if "ə" in text.lower() else text


def _tokens(text: str) -> list[str]:
    """Words without titles and particles; "А.Төлеубекова" and "N.-S. Tuleubekov" in parts; "Al-Harbi" as "Harbi"."""
    text = re.sub("[‐‑–]", "-", re.sub("[’‘ʻʼʹ'`´ʿʾ\u200b-\u200f\u00ad\ufeff]", "", text))
    text = re.sub(r"\.\s*-\s*", ". ", text).replace(".", " ")
    words = [w.strip("-") for w in re.findall(r"[^\W\d_][\w-]*", re.sub(r"[\u0300-\u036f]", "", text))]
    words = [re.sub(r"^(?:[Aa][lnst]|[Ee]l|[Aa]sh|[Аа]ль|[Ээ]ль)-(?=.{3})", "", w) for w in words]
    words = [re.sub("^ال(?=.{3})", "", w) for w in words if w]
    kept = [w for w in words if (len(w) == 1 and w.isupper()) or w.casefold() not in _TITLES]
    if len(kept) == 3 and _asian(kept):  # Nguyen Van Hoa
        return kept
    plain = [
        w for i, w in enumerate(kept) if len(w) == 1 or (i == 0 and len(kept) == 2) or w.casefold() not in _PARTICLES
    ]
    return plain or kept or words


def _certain(tokens: list[str]) -> bool:
    capitals = [t.isupper() and len(t) > 1 for t in tokens]
    return any(capitals) and not all(capitals)


def _family_index(tokens: list[str]) -> int:
    """Where the family name stands: in capitals; before initials; before a patronymic; Asian order; else last."""
    last = len(tokens) - 1
    if last == 0:
        return 0
    capitals = [i for i, t in enumerate(tokens) if t.isupper() and len(t) > 1]
    if capitals and len(capitals) < sum(len(t) > 1 for t in tokens):
        return capitals[-1] if capitals[-1] == last else capitals[0]
    if all(len(t) == 1 or ("-" in t and len(t) == 3) for t in tokens[1:]) and len(tokens[0]) > 1:
        return 0
    roman = [romanise(t) for t in tokens]
    if last == 2 and _PATRONYMIC.search(roman[2]) and not _PATRONYMIC.search(roman[1]):
        return 0
    if last == 1 and fold(tokens[1]) in _HUNGARIAN and fold(tokens[0]) not in _HUNGARIAN:
        return 0
    return (
        0 if last == 1 and _SURNAME.search(roman[0]) and not _SURNAME.search(roman[1]) and len(roman[0]) > 6 else last
    )


def _asian(tokens: list[str]) -> bool:
    """Family name first: a Chinese, Korean or Vietnamese family name, then only such syllables."""
    if not 2 <= len(tokens) <= 3 or not _asian_family(tokens[0]):
        return False
    rest = [romanise(_respell(t)) for t in tokens[1:]]
    if len(rest) == 2 or "-" in tokens[1]:
        return all(_SYLLABLE.fullmatch(part) for t in tokens[1:] for part in map(romanise, t.split("-")))
    return bool(_SYLLABLES.fullmatch(rest[0]))


_SYLLABLE = re.compile("[^aeiouy]*[aeiouy]+[^aeiouy]{0,2}")
_PINYIN = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        ("c(?!h)", "ts"),
        ("(?<![csz])h", "h"),
        ("(?<=[jqx])u", "iu"),
        ("ch|q", "tch"),
        ("x", "sh"),
        ("j", "dzh"),
        ("ie|^ye", "e"),
    )
)
_PALLADIUS = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        ("чж", "zh"), ("цз(?=[июяеь])", "dzh"), ("цз", "z"), ("ц(?=[июя])", "ч"), ("с(?=[июяе])", "ш"), ("ж", "r"),
        ("юй", "ю"), ("ь", ""),
    )
)  # fmt: skip


def _respell(token: str) -> str:
    """A Chinese name in pinyin or in Russian letters -> one spelling: "Xie", "Се" -> "shie", "she"."""
    text = unicodedata.normalize("NFC", token).lower()
    text = {"park": "pak", "lee": "li"}.get(text, text)
    for pattern, replacement in _PALLADIUS if re.search("[а-я]", text) else ():
        text = pattern.sub(replacement, text)
    if text == token.lower():
        text = romanise(token)
        for pattern, replacement in _PINYIN:
            text = pattern.sub(replacement, text)
    return text


@lru_cache(maxsize=4096)
def _asian_family(token: str) -> bool:
    return romanise(token) in _ASIAN or (bool(re.match("[а-яА-Я]", token)) and sound(_respell(token)) in _ASIAN_SOUNDS)


_LONGEST_HAN = 4
"""Signs that a Chinese name has at most."""


def _han(text: str) -> tuple[str, list[str], bool, bool] | None:
    """王雪峰 -> (wang, [shiuefeng]); a foreign name has a middle dot, or is a long family name alone."""
    if not _HAN.search(text):
        return _hangul(text)
    words = _WORD.findall(text)
    if len(words) > 1 or len(words[0]) > _LONGEST_HAN:
        *given, family = map(_respell, words)
        return family, given, False, False
    word = words[0]
    cut = 2 if word[:2] in _HAN_DOUBLE and len(word) > 2 else 1
    family = _HAN_SOUND.get(word[:cut], word[:cut])
    return _respell(family), [_respell(word[cut:])] if word[cut:] else [], False, False


def _hangul(text: str) -> tuple[str, list[str], bool, bool] | None:
    words = _WORD.findall(unicodedata.normalize("NFC", text))
    joined = "".join(words)
    if not joined or not all("가" <= c <= "힣" for c in joined) or len(joined) > 4:
        return None
    given = re.sub("ae", "e", re.sub("eo", "o", romanise(joined[1:])))
    return _respell(_HANGUL.get(joined[0], joined[0])), [given] if joined[1:] else [], False, False


_ASIAN_SOUNDS = frozenset(sound(_respell(name)) for name in _ASIAN)

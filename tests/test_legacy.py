"""Old encodings are turned into Unicode to the letter, and nothing else is taken for one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import legacy
from generator.legacy.syllables import is_syllable
from generator.legacy.tables import ENCODINGS
from tests.elsewhere import vectors

LETTERS = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ"
BACK = {key: {letter: typed for typed, letter in reversed(encoding.table.items())} for key, encoding in ENCODINGS.items()}


@pytest.mark.parametrize(("encoding", "typed", "meant"), [
    ("tcvn3", "Céng hoµ x· héi chñ nghÜa ViÖt Nam", "Cộng hoà xã hội chủ nghĩa Việt Nam"),
    ("tcvn3", "M\xadêng Kh\xad¬ng, §¾k L¾k", "Mường Khương, Đắk Lắk"),
    ("vni", "Ñoäc laäp - Töï do - Haïnh phuùc", "Độc lập - Tự do - Hạnh phúc"),
    ("vni", "UÛy ban, Uûy ban; GIÔØ, kyù, kyõ, kî", "Ủy ban, Ủy ban; GIỜ, ký, kỹ, kỵ"),
    ("vni", "Nguyeãn Vaên Löông, traêng traéng", "Nguyễn Văn Lương, trăng trắng"),
])
def test_texts_are_converted(encoding: str, typed: str, meant: str) -> None:
    """Every letter comes out as the font showed it, marks typed after their letters joined to them."""
    assert legacy.convert(typed, encoding) == meant
    assert legacy.judge(typed, encoding) == "legacy"


@pytest.mark.parametrize("encoding", ["tcvn3", "vni"])
@given(text=st.text(alphabet=LETTERS + "bcghklmnpqrstvx ,.123"))
def test_every_letter_comes_back(encoding: str, text: str) -> None:
    """What an old keyboard wrote for a text reads as that text again."""
    typed = "".join(BACK[encoding].get(character, character) for character in text)
    assert legacy.convert(typed, encoding) == text


@pytest.mark.parametrize(("font", "encoding", "capital"), [
    (".VnTime", "tcvn3", False), (".VnTimeH", "tcvn3", True), (".VnArial NarrowH", "tcvn3", True), (".VnTimeh", "tcvn3", True),
    ("VNI-Times", "vni", False), ("vni-times", "vni", False), ("VNI-HelveH", "vni", False),
    ("Times New Roman", None, False), ("VN-NTime", None, False), ("Arial", None, False),
])
def test_fonts_tell_the_encoding(font: str, encoding: str | None, *, capital: bool) -> None:
    """A font is known by how its name begins, a capital font of TCVN3 by how it ends."""
    assert (legacy.encoding_of(font), legacy.is_capital(font)) == (encoding, capital)


def test_capital_fonts_give_capitals() -> None:
    """What a capital font shows as capitals is read as capitals."""
    assert legacy.convert("CéNG HßA x· héi", "tcvn3", capital=True) == "CỘNG HÒA XÃ HỘI"


@pytest.mark.parametrize(("text", "encoding", "verdict"), [
    ("Hộ nghèo", "tcvn3", "unicode"), ("Hà Nam", "tcvn3", "unicode"), ("Tài chính", "vni", "unicode"), ("Phú Yên", "vni", "unicode"),
    ("Lê Bé", "tcvn3", "either"), ("STT", "tcvn3", "plain"), ("Thµnh phè", "tcvn3", "legacy"),
    ("Sè d\xad ®Çu kú – quý I …", "tcvn3", "legacy"),
])
def test_unicode_in_an_old_font_is_known(text: str, encoding: str, verdict: str) -> None:
    """A text typed in Unicode though its cell has an old font is told from one that was not, or said to be open."""
    assert legacy.judge(text, encoding) == verdict


@pytest.mark.parametrize("text", [
    "Señor Muñoz vivía en la mañana con niños pequeños en España", "François a préféré la crème brûlée à côté de l'hôtel présidentiel",
    "Cộng hòa xã hội chủ nghĩa Việt Nam", "plain ASCII text", "MôC LôC", "Y Blŭ Êban, H'Wĕ Kpă", "50 m², ±3 °C, ½ © ABC®",
])
def test_nothing_else_is_taken_for_old_text(text: str) -> None:
    """Other languages, Unicode, signs and two words alone are no evidence."""
    assert legacy.evidence([text]) is None


def test_evidence_is_certain_only_where_all_speaks_for_it() -> None:
    """Five words make it certain; the same words beside Unicode do not."""
    texts = ["Biªn b¶n ghi lêi khai", "ng\xadêi lµm chøng"]
    found = legacy.evidence(texts)
    assert found is not None
    assert (found.encoding, found.certain) == ("tcvn3", True)
    beside = legacy.evidence([*texts, "Hộ nghèo"])
    assert beside is not None
    assert not beside.certain


@given(st.text(max_size=40))
def test_any_text_is_judged_and_converted(text: str) -> None:
    """No text makes the tables fail."""
    for encoding in ENCODINGS:
        assert legacy.judge(text, encoding) in {"plain", "legacy", "unicode", "either"}
        assert isinstance(legacy.convert(text, encoding, capital=True), str)
    legacy.evidence([text])


@pytest.mark.parametrize(("word", "is_one"), [
    ("nghiêng", True), ("Đắk", True), ("quyền", True), ("gì", True), ("thuở", True), ("MƯỢN", True),
    ("lêi", False), ("Seủor", False), ("ủa̱", False), ("strê", False),
])
def test_syllables_are_known(word: str, *, is_one: bool) -> None:
    """A Vietnamese syllable is an onset, a rime and at most one tone."""
    assert is_syllable(word) is is_one


def test_the_phrases_of_others_hold() -> None:
    """Pairs that other programs test against come out the same."""
    rows = [row for row in vectors("legacy_phrases.tsv") if row[0].split()[-1].split("-")[0] in ENCODINGS]
    assert len(rows) >= 12
    for kind, typed, meant, *_ in rows:
        assert legacy.convert(typed, kind.split()[-1].split("-")[0], capital="upper" in kind) == meant


@pytest.mark.parametrize("name", ["vni_real_cells.tsv", "tcvn3_real_cells_Plan_2003.tsv"])
def test_real_cells_hold(name: str) -> None:
    """Cells of archived workbooks read as a person transcribed them, blanks aside."""
    for *_, font, typed, meant in ([row[0], row[1], *row[-2:]] if "tcvn3" in name else row[1:] for row in vectors(name)):
        converted = legacy.convert(typed, legacy.encoding_of(font) or "", capital=legacy.is_capital(font))
        assert converted.split() == meant.split()

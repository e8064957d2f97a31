"""Numbers, days and abbreviations in words: held against vectors, a reader of our own, and what people say."""

from __future__ import annotations

import csv
import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import spoken

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_ALSO = {"mốt": 1, "tư": 4, "lăm": 5}
_SCALES = {"nghìn": 10**3, "triệu": 10**6, "tỷ": 10**9}


def heard(words: str) -> int:
    """Return the number that words say: a reader that shares nothing with the writer."""
    whole = part = group = 0
    for word in words.split():
        if word in _DIGITS or word in _ALSO:
            group += _ALSO.get(word, _DIGITS.index(word) if word in _DIGITS else 0)
        elif word == "mười":
            group += 10
        elif word == "mươi":
            group = group - group % 10 + group % 10 * 10
        elif word == "trăm":
            group *= 100
        elif word == "tỷ":
            whole, part, group = (whole + part + group) * 10**9, 0, 0
        elif word in _SCALES:
            part, group = part + group * _SCALES[word], 0
        else:
            assert word == "linh", word
    return whole + part + group


@given(st.one_of(st.integers(0, 2_000), st.integers(0, 10**9), st.integers(0, 10**20)))
def test_what_is_said_is_heard_as_the_same_number(value: int) -> None:
    """A reader that knows nothing of the writer hears every number, and two numbers never sound alike."""
    assert heard(spoken.number(value)) == value


@pytest.mark.parametrize(("value", "said"), [
    (0, "không"), (10, "mười"), (15, "mười lăm"), (21, "hai mươi mốt"), (24, "hai mươi tư"), (25, "hai mươi lăm"), (55, "năm mươi lăm"),
    (105, "một trăm linh năm"), (111, "một trăm mười một"),
    (1_005, "một nghìn không trăm linh năm"), (2_026, "hai nghìn không trăm hai mươi sáu"),
    (1_000_005, "một triệu không trăm linh năm"), (1_005_000, "một triệu không trăm linh năm nghìn"),
    (2_000_500_000, "hai tỷ năm trăm nghìn"), (10**12, "một nghìn tỷ"), (10**15, "một triệu tỷ"), (-5, "âm năm"),
    (10**9 + 7, "một tỷ không trăm linh bảy"), (5 * 10**12 + 10**9, "năm nghìn không trăm linh một tỷ"),
    (Decimal("71.2"), "bảy mươi mốt phẩy hai"), (Decimal("0.007"), "không phẩy không không bảy"),
    (Decimal("17.42"), "mười bảy phẩy bốn mươi hai"),
])
def test_numbers_are_said_as_vouchers_write_them(value: int | Decimal, said: str) -> None:
    """Our own vectors, for a machine without the shared ones."""
    assert spoken.number(value) == said


def _plain(words: str) -> str:
    """Return words without what the conventions differ in: the word for a lacking ten, hundreds that are none, "tư"."""
    text = re.sub(r"[.,]|chẵn|đồng", " ", words.lower()).replace("tư", "bốn").replace("không trăm", " ")
    return " ".join(re.sub(r"\b(?:lẻ|linh)\b", " ", text).split())


def test_the_shared_vectors_hold(field: Path) -> None:
    """Rows of the vouchers' convention letter by letter, those of the others but for what sets them apart; ordinals are not said."""
    rows = list(csv.DictReader((field / "vectors" / "number_words.tsv").read_text("utf-8").splitlines(), delimiter="\t"))
    judged = [row for row in rows if "ordinal" not in row["convention"] and "quá lớn" not in row["words"]]
    assert len(judged) > 90
    for row in judged:
        said = spoken.number(Decimal(row["number"]) if "." in row["number"] else int(row["number"]))
        if "voucher" in row["convention"]:
            assert f"{said} đồng".capitalize() == row["words"], row
        else:
            assert _plain(said) == _plain(row["words"]), row


@pytest.mark.parametrize(("text", "said"), [
    ("9 tháng đầu năm 2026", "chín tháng đầu năm hai nghìn không trăm hai mươi sáu"),
    ("quý III năm 2025", "quý ba năm hai nghìn không trăm hai mươi lăm"), ("quý IV", "quý tư"),
    ("Đạt 71,2 % dự toán", "Đạt bảy mươi mốt phẩy hai phần trăm dự toán"), ("103%", "một trăm linh ba phần trăm"),
    ("từ ngày 08/10/2026", "từ ngày mùng tám tháng mười năm hai nghìn không trăm hai mươi sáu"),
    ("ngày 24/4/2026", "ngày hai mươi tư tháng tư năm hai nghìn không trăm hai mươi sáu"),
    ("ngày 5 tháng 4 năm 2026", "ngày mùng năm tháng tư năm hai nghìn không trăm hai mươi sáu"),
    ("tháng 11/2026", "tháng mười một năm hai nghìn không trăm hai mươi sáu"),
    ("UBND xã và UBMTTQ", "Ủy ban nhân dân xã và Ủy ban Mặt trận Tổ quốc"),
    ("1.234.500 đồng", "một triệu hai trăm ba mươi tư nghìn năm trăm đồng"),
    ("giai đoạn 2021-2025", "giai đoạn hai nghìn không trăm hai mươi mốt đến hai nghìn không trăm hai mươi lăm"),
    ("hết ngày 30/6, nộp từ 01/10 đến 31/12",
     "hết ngày ba mươi tháng sáu, nộp từ ngày mùng một tháng mười đến ngày ba mươi mốt tháng mười hai"),
    ("nghỉ 30/4 - 1/5", "nghỉ ngày ba mươi tháng tư đến ngày mùng một tháng năm"), ("từ 1/3 số hộ", "từ một trên ba số hộ"),
    ("7h30 - 11h", "bảy giờ ba mươi đến mười một giờ"),
    ("08h00-11h30", "tám giờ đến mười một giờ ba mươi"), ("13:30", "mười ba giờ ba mươi"),
    ("tỷ lệ 25:70", "tỷ lệ hai mươi lăm:bảy mươi"), ("quý III/2026", "quý ba năm hai nghìn không trăm hai mươi sáu"),
    ("quý 3/2026", "quý ba năm hai nghìn không trăm hai mươi sáu"), ("T10/2026", "tháng mười năm hai nghìn không trăm hai mươi sáu"),
    ("Nghị quyết số 28/NQ-HĐND", "Nghị quyết số hai mươi tám"),
    ("Thông tư 01/2026/TT-BTC", "Thông tư một năm hai nghìn không trăm hai mươi sáu"),
    ("SĐT 0262 0000 001", "số điện thoại không hai sáu hai, không không không không, không không một"), ("05 hộ", "năm hộ"),
    ("2.000đ/trang", "hai nghìn đồng một trang"), ("10.000 đồng/1 hồ sơ", "mười nghìn đồng một hồ sơ"), ("QL14", "quốc lộ mười bốn"),
    ("thôn/buôn", "thôn, buôn"), ("60 km/h", "sáu mươi ki lô mét/h"),
    ("436/512 hộ", "bốn trăm ba mươi sáu trên năm trăm mười hai hộ"), ("1.250 m² đất", "một nghìn hai trăm năm mươi mét vuông đất"),
])
def test_a_text_is_said_aloud(text: str, said: str) -> None:
    """Periods, quarters, shares, days, ranges, units and abbreviations become words."""
    assert spoken.say(text) == said


@given(st.text(alphabet="0123456789.,/-% ngàytháđmQĐUBND", max_size=30))
def test_no_figure_is_left_whatever_the_text(text: str) -> None:
    """A reader at the loudspeaker never meets a figure."""
    assert not re.search(r"\d", spoken.say(text))


def test_the_ear_gets_three_figures_and_hears_that_they_are_rounded() -> None:
    """An exact sum is said exactly; a share is rounded to the whole, but never to none or to all."""
    assert spoken.about(8_420_427_000) == "khoảng tám tỷ bốn trăm hai mươi triệu đồng"
    assert spoken.about(535_000_000) == "năm trăm ba mươi lăm triệu đồng"
    assert spoken.about(999_999_999) == "khoảng một tỷ đồng"
    assert spoken.share(71.2) == "khoảng bảy mươi mốt phần trăm"
    assert spoken.share(75.0) == "bảy mươi lăm phần trăm"
    assert spoken.share(99.7) == "chín mươi chín phẩy bảy phần trăm"
    assert spoken.share(0.3) == "không phẩy ba phần trăm"
    assert spoken.digits("0262 000 12") == "không hai sáu hai, không không không, một hai"
    assert spoken.day(date(2026, 10, 8)) == "mùng tám tháng mười năm hai nghìn không trăm hai mươi sáu"

"""A form is data: a new one of each kind publishes a table with no change to the program, and a faulty one is refused by name."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from generator import catalogue
from generator.catalogue import Catalogue
from generator.catalogue.forms import Form
from generator.disclosed import Disclosure
from generator.disclosure import addresses
from generator.disclosure.decide import decide, together
from generator.disclosure.examine import examine
from generator.sources import Source
from tests.drawing import workbook
from tests.kinds.lists import COMMUNE

FORMS = Path(catalogue.__file__).parent / "forms"

SUPPORT = """
DANH SÁCH ĐƯỢC CÔNG NHẬN CÓ NHÀ TẠM, NHÀ DỘT NÁT NĂM 2026
STT | Họ và tên chủ hộ | Số CCCD | Thôn, buôn | Phân loại | Số khẩu
1 | Đỗ Văn Thử | 079175000001 | Buôn Čư Mây | Hộ nghèo | #4
2 | Y Thử Niê | 079168000002 | Thôn 2 | Hộ cận nghèo | #5
"""
FUND = """
BÁO CÁO VIỆC CHI QUỸ LÀNG NĂM 2026
Đơn vị tính: 1.000 đồng
Ước thực hiện 06 tháng đầu năm 2026
STT | Nội dung | Dự toán năm 2026 | Thực hiện 06 tháng | So sánh (%)
| TỔNG CHI | #1000 | #500 | #50
I | Chi đầu tư phát triển | #300 | #100 | #33.3
II | Chi thường xuyên | #700 | #400 | #57.1
"""
MEALS = """
SỔ GÓP BỮA CƠM NĂM 2026
Khoản đóng góp: Bữa cơm học trò
Hình thức huy động: Tự nguyện
Đơn vị tính: đồng
STT | Ngày | Số phiếu thu | Người, đơn vị đóng góp | Thôn, buôn | Hình thức | Số tiền | Đồng ý nêu tên
1 | 01/03/2026 | PT01 | Đỗ Văn Thử | Thôn 2 | Tiền | #200000 | x
2 | 02/03/2026 | PT02 | Trương Thị Thử | Thôn 2 | Tiền | #300000 | không
"""
WELLS = """
BẢNG KÊ GIẾNG LÀNG NĂM 2026
STT | Lĩnh vực | Tiếp nhận | Trễ hạn
1 | Giếng trên | #3 | #0
2 | Giếng dưới | #4 | #1
"""
NEW = {
    "register": ("procedure-results", "gieng-lang", ("bảng kê giếng làng",), WELLS),
    "households": ("poor-households", "nha-tam", ("được công nhận có nhà tạm, nhà dột nát",), SUPPORT),
    "budget": ("budget-spending", "quy-lang", ("báo cáo việc chi quỹ làng",), FUND),
    "contributions": ("contributions", "bua-com", ("sổ góp bữa cơm",), MEALS),
}


def text_of(old: str, new: str, titles: tuple[str, ...]) -> str:
    """Return a form's TOML under another id, slug and titles, as somebody would copy it."""
    text = (FORMS / f"{old}.toml").read_text("utf-8")
    quoted = ", ".join(f'"{title}"' for title in titles)
    for line in (f'id = "{new}"', f'slug = "{new}"'):
        text = re.sub(rf"(?m)^{line.split()[0]} = .*$", line, text, count=1)
    text = re.sub(r"(?ms)^codes = \[.*?^\]\n", "", text, count=1)
    return re.sub(r"(?ms)^titles = \[.*?\]$", f"titles = [{quoted}]", text, count=1)


def added(folder: Path, old: str, new: str, titles: tuple[str, ...]) -> Catalogue:
    """Return the catalogue with one form more, read from a file of its own."""
    path = folder / f"{new}.toml"
    path.write_text(text_of(old, new, titles), "utf-8")
    whole = catalogue.load()
    return replace(whole, forms={**whole.forms, new: catalogue._read(path, Form)})


def published(folder: Path, text: str, known: Catalogue) -> tuple[Disclosure, ...]:
    """Return what becomes public of a drawn workbook."""
    path = workbook(folder, text)
    one = examine(Source(path, path.name, "0" * 64), known, COMMUNE)
    return decide(together((one,), known, COMMUNE), (), known, COMMUNE).disclosures


@pytest.mark.parametrize("kind", NEW)
def test_a_copied_form_publishes_its_own_table(tmp_path: Path, kind: str) -> None:
    """A form copied under another id, slug and titles publishes its workbook at an address of its own, and no other form does."""
    old, new, titles, text = NEW[kind]
    known = added(tmp_path, old, new, titles)
    (made,) = published(tmp_path, text, known)
    assert (made.form, made.kind, made.id.split("/")[:2]) == (new, kind, [COMMUNE.id, new])
    assert made.period == ("2026-06m" if kind == "budget" else "2026")
    assert new in addresses.stem(made, known)
    assert len(made.records) == text.count("\n") - text[:text.index("STT |")].count("\n") - 1
    assert not [name for name in ("Đỗ Văn Thử", "079175000001") if name.encode() in msgspec.json.encode(made.records)]


@pytest.mark.parametrize("kind", NEW)
def test_a_copied_form_takes_no_table_of_the_old_one(tmp_path: Path, kind: str) -> None:
    """A table under the old form's title stays the old form's, with the new form beside it."""
    old, new, titles, text = NEW[kind]
    known = added(tmp_path, old, new, titles)
    title = {"households": "DANH SÁCH HỘ NGHÈO ĐƯỢC CÔNG NHẬN NĂM 2026", "contributions": "SỔ GHI CHÉP CÁC KHOẢN ĐÓNG GÓP NĂM 2026",
             "register": "KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH NĂM 2026",
             "budget": "TÌNH HÌNH THỰC HIỆN CHI NGÂN SÁCH XÃ 06 THÁNG ĐẦU NĂM 2026"}[kind]
    (made,) = published(tmp_path, "\n".join([title, *text.strip().split("\n")[1:]]), known)
    assert made.form == old


@pytest.mark.parametrize(("wrong", "place"), [
    ('colour = "đỏ"\n', "colour"),
    ('statutes = "luat-10-2022"\n', "statutes"),
])
def test_a_form_with_an_unknown_key_or_type_is_refused_by_name(tmp_path: Path, wrong: str, place: str) -> None:
    """An unknown key of a form, or a text where a list belongs, is refused, naming the file and the place."""
    path = tmp_path / "la-lung.toml"
    own = re.sub(rf"(?m)^{place} = .*\n", "", text_of("contribution-use", "la-lung", ("sổ lạ lùng",)))
    path.write_text(wrong + own, "utf-8")
    with pytest.raises(msgspec.ValidationError) as told:
        catalogue._read(path, Form)
    assert "la-lung.toml" in str(told.value)
    assert place in str(told.value)


def test_a_column_with_an_unknown_key_or_reader_is_refused_by_name(tmp_path: Path) -> None:
    """A misspelt key of a column, or a reader that isn't there, names the file and the column's place in it."""
    path = tmp_path / "la-lung.toml"
    sound = text_of("contribution-use", "la-lung", ("sổ lạ lùng",))
    for right, wrong, told_of in (("required = true\npublic = true\nwidth", "requierd = true\npublic = true\nwidth", "requierd"),
                                  ('read = "code"\npublic', 'read = "codes"\npublic', "codes")):
        path.write_text(sound.replace(right, wrong, 1), "utf-8")
        with pytest.raises(msgspec.ValidationError, match=r"la-lung\.toml") as told:
            catalogue._read(path, Form)
        assert told_of in str(told.value)
        assert "$.column[" in str(told.value)


def test_columns_are_private_where_a_form_says_nothing() -> None:
    """A column without `public` is private, and so is a fact."""
    column = msgspec.convert({"key": "a", "name": {"vi": "A"}, "labels": ["A"], "read": "text"}, catalogue.forms.Column)
    fact = msgspec.convert({"key": "a", "name": {"vi": "A"}, "labels": ["A"]}, catalogue.forms.Fact)
    assert (column.public, column.names, column.required, fact.public) == (False, False, False, False)


def test_what_the_catalogue_has_not_is_a_key_error() -> None:
    """An unknown form, family, choice, statute or column is a KeyError that names it; an unknown stage or rule is None."""
    whole = catalogue.load()
    asked = (lambda: whole.form("x1"), lambda: whole.family("x1"), lambda: whole.choice("gift-kind", "x1"), lambda: whole.statute("x1"),
             lambda: whole.form("contributions").get("x1"))
    for ask in asked:
        with pytest.raises(KeyError, match="x1"):
            ask()
    assert whole.stage("budget", "x1") is None
    assert whole.stage("budget", None) is None
    assert whole.stage("households", "decided") is None

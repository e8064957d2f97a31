"""What `check` shows of a table before it is public: its public columns, and its first line as everybody will see it."""

from __future__ import annotations

import json

import pytest

from generator.catalogue import load
from generator.commune import Commune
from generator.disclosure.examine import examine
from generator.report.shown import public_columns, sample
from generator.sources import Source
from tests.commands.conftest import FIELD, ran

CATALOGUE = load()


def shown(name: str, *, named: bool, language: str = "vi") -> dict[str, str]:
    """Return the first line of a workbook with nothing wrong, for a commune that names persons on the web or does not."""
    path = FIELD / f"nothing-wrong-{name}.xlsx"
    commune = Commune(name="Xã Thử", names_on_web=named)
    (reading,) = examine(Source(path, path.name, "0" * 64), CATALOGUE, commune).readings
    return dict(sample(reading, CATALOGUE, commune, language))


def test_a_household_is_named_only_where_the_commune_chose_so() -> None:
    """The head's name is shown where names are on the web, and said to be on paper only where not; nothing private is among the rest."""
    rest = {"Thôn, buôn": "Thôn Một", "Phân loại": "Hộ nghèo", "Số nhân khẩu": "4"}
    assert shown("households", named=True) == {"Họ và tên chủ hộ": "Nguyễn Văn Mẫu", **rest}
    assert shown("households", named=False) == {"Họ và tên chủ hộ": "(tên chỉ có trên bản niêm yết giấy)", **rest}


def test_a_giver_who_agreed_is_named_only_where_the_commune_chose_so() -> None:
    """Amounts and days are written as pages write them."""
    line = shown("ledger", named=True)
    assert (line["Ngày"], line["Người, đơn vị đóng góp"]) == ("03/02/2026", "Nguyễn Văn Mẫu")
    assert line["Số tiền hoặc giá trị quy đổi"] == "500.000"
    assert shown("ledger", named=False)["Người, đơn vị đóng góp"] == "(tên chỉ có trên bản niêm yết giấy)"


def test_a_budget_line_is_shown_in_whole_dong() -> None:
    """Labels, amounts and shares, in either language."""
    assert list(shown("spending", named=False).values()) == ["TỔNG CHI NGÂN SÁCH XÃ", "1.000.000.000", "450.000.000", "45"]
    assert list(shown("spending", named=False, language="en"))[1:] == ["Plan", "Done", "Of plan (%)"]


@pytest.mark.parametrize("shape", ["text", "html", "json"])
def test_check_shows_it_in_every_format(shape: str) -> None:
    """The officer sees the columns and the line on the terminal, on the report page and in JSON; the citizen number is in none."""
    told = ran(["check", str(FIELD / "nothing-wrong-households.xlsx"), "--format", shape])
    assert told.code == 0
    assert "Thôn Một" in told.out
    assert "099068000001" not in told.all
    if shape == "json":
        (table,) = json.loads(told.out)["files"][0]["tables"]
        assert table["public"]["columns"] == ["marker", "head_name", "hamlet", "household_class", "members", "note"]
        assert table["public"]["sample"]["Thôn, buôn"] == "Thôn Một"
    else:
        assert "tên chỉ có trên bản niêm yết giấy" in told.out


def test_a_form_s_public_columns_are_those_it_holds() -> None:
    """A column that no sheet has is not promised."""
    path = FIELD / "nothing-wrong-households.xlsx"
    (reading,) = examine(Source(path, path.name, "0" * 64), CATALOGUE, Commune(name="Xã Thử")).readings
    keys = [column.key for column in public_columns(reading, CATALOGUE.form("poor-households"))]
    assert "citizen_number" not in keys
    assert "decision_day" not in keys

"""The week's bulletins in large type: each on a page of its own."""

from __future__ import annotations

from pypdf import PdfReader

from generator.announcements import PRINT, TEXT
from generator.prints.announced import size
from tests.conftest import Site

SENTENCE = "Số liệu đầy đủ được niêm yết tại trụ sở Ủy ban nhân dân xã Suối Mây và tám điểm niêm yết khác trong xã."


def test_type_shrinks_to_keep_a_bulletin_on_its_page_and_no_further() -> None:
    """A short one stands in the largest type, a longer one smaller, and one that no type keeps on a page in the largest again."""
    assert [size("1. Tên", "Đọc: thứ Hai", [SENTENCE] * number) for number in (1, 10, 13, 15, 60)] == [18.0, 18.0, 17.0, 14.0, 18.0]
    assert size("1. Tên rất dài " * 8, "Đọc: thứ Hai", [SENTENCE] * 13) < 17.0


def test_each_bulletin_of_the_sample_is_one_sheet(sample: Site) -> None:
    """The front tells the week; whoever reads takes the day's sheets along."""
    bulletins = (sample.output / TEXT).read_text("utf-8").count("Kính thưa bà con")
    assert bulletins > 10
    assert len(PdfReader(sample.output / PRINT).pages) == bulletins + 1

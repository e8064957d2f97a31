"""Names and numbers of persons, from the workbook to the site: where they may be, and what happens where they may not."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pypdf
import pytest

from tests.commands.conftest import Place, Run, kept
from tests.commands.test_bad_input import LIST, said

HEADS = ("Nguyễn Văn Mẫu", "H'Mẫu Niê", "Trần Thị Thử")
NUMBER = "099068000001"


def typed(path: Path, cell: str, text: str) -> None:
    """The officer types a text into a cell."""
    book = openpyxl.load_workbook(path)
    book.worksheets[0][cell] = text
    book.save(path)


def holds(content: bytes, name: str) -> bool:
    """Return whether a file has a name, its apostrophe as it is or escaped."""
    return any(one.encode() in content for one in (name, name.replace("'", "&#39;"), name.replace("'", "&#x27;")))


def test_names_stay_off_the_web_without_the_communes_word(place: Place, run: Run) -> None:
    """With names_on_web unset no name is anywhere in the site; the paper for the board names everyone, and no number of theirs."""
    (place.commune / "commune.toml").write_text('name = "Xã Thử"\n', "utf-8")
    assert run([word for word in place.words("build") if word != "--no-prints"]).code == 0
    site = kept(place.output)
    assert not [name for name, content in site.items() if any(holds(content, head) for head in HEADS)]
    papers = sorted((place.output.parent / "to-print").rglob("ho-ngheo/**/*.pdf"))
    texts = [" ".join(" ".join(page.extract_text() for page in pypdf.PdfReader(paper).pages).split()) for paper in papers]
    assert any(all(head in text for head in HEADS) for text in texts)
    assert not any(NUMBER in text for text in texts)


def test_names_are_there_in_the_window_only(place: Place, run: Run) -> None:
    """On the first and the last day the page names, on the day before and after nothing in the site does."""
    for day, named in (("2026-11-10", True), ("2026-12-10", True), ("2026-12-11", False)):
        assert run(place.words("build", today=day)).code == 0
        assert (HEADS[0] in place.page(LIST)) == named
    assert not any(holds(content, head) for name, content in kept(place.output).items() if name.startswith(LIST) for head in HEADS)
    assert run(place.words("build", today="2026-11-09")).code == 0
    assert not (place.output / LIST).exists()


@pytest.mark.parametrize(("workbook", "cell", "text"), [
    ("nothing-wrong-spending.xlsx", "B12", f"Chi hỗ trợ hộ bà Trần Thị Thử, CCCD {NUMBER}"),
    ("nothing-wrong-ledger.xlsx", "A6", f"Căn cứ: Biên bản họp dân, liên hệ ông Mẫu {NUMBER}"),
    ("nothing-wrong-ledger.xlsx", "A9", "Ban giám sát: ông Mẫu, điện thoại 0905 123 456"),
    ("nothing-wrong-households.xlsx", "B7", f"Nguyễn Văn Mẫu ({NUMBER})"),
    ("nothing-wrong-households.xlsx", "C8", "Buôn Hai, sđt 0905123456"),
    ("nothing-wrong-spending.xlsx", "A4", "TÌNH HÌNH THỰC HIỆN CHI NGÂN SÁCH XÃ THEO LĨNH VỰC 06 THÁNG ĐẦU NĂM 2026 (STK 5200205006590)"),
])
def test_a_number_of_a_person_in_a_public_text_reaches_no_page(place: Place, run: Run, workbook: str, cell: str, text: str) -> None:
    """Planted in a label, a fact, a name, a hamlet or a title, a person's number is refused or left out, and never in the site."""
    typed(place.commune / workbook, cell, text)
    told = run(place.words("build"))
    site = kept(place.output)
    digits = "".join(letter for letter in text if letter.isdigit())[-9:]
    assert not [name for name, content in site.items() if digits in content.decode("utf-8", "ignore").replace(" ", "")]
    assert told.code == 0 or (said("release-refused", told.err) and site == {})


def test_a_number_in_a_label_refuses_the_release(place: Place, run: Run) -> None:
    """A citizen number in a budget line ends the build with 2, names the page, hides the number, and leaves the old site."""
    assert run(place.words("build")).code == 0
    before = kept(place.root / "site")
    typed(place.commune / "nothing-wrong-spending.xlsx", "B12", f"Chi hỗ trợ hộ bà Trần Thị Thử, CCCD {NUMBER}")
    told = run(place.words("build"))
    assert told.code == 2
    assert said("release-refused", told.err)
    assert "ngan-sach" in told.err
    assert NUMBER not in told.err
    assert kept(place.root / "site") == before


def test_the_report_quotes_nothing_private(place: Place, run: Run) -> None:
    """build-report.json, which the office keeps, has findings on private cells without what was typed there."""
    place.add("consent-unclear.xlsx", "nothing-wrong-ledger.xlsx")
    run(place.words("build"))
    report = (place.output.parent / "build-report.json").read_text("utf-8")
    assert "•••" in report
    assert NUMBER not in report

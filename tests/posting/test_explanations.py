"""Explanation texts as they are dropped: which period, stage and table they are of, and what keeps one back."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from generator.catalogue import load
from generator.posting.explanations import Explanation, read
from generator.sources import Folder, workbooks
from tests.posting import drawn

CATALOGUE = load()
BODY = "Thu đạt 71,2 % dự toán.\n"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def dropped(folder: Path, name: str, content: str | bytes = BODY) -> tuple[tuple[Explanation, ...], list[str]]:
    """Return what is read of one file in a commune's folder, and the codes of what was found."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    found, findings = read(Folder("x", folder, ()), drawn.commune(telephone="0262 3 888 999"), CATALOGUE)
    return found, [one.code for one in findings]


def word(*paragraphs: str) -> bytes:
    """Return a .docx whose body holds paragraphs, each as the XML of its runs."""
    body = "".join(f"<w:p>{one}</w:p>" for one in paragraphs)
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        package.writestr("word/document.xml", f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>')
    return made.getvalue()


@pytest.mark.parametrize(("name", "period", "stages"), [
    ("Thuyết minh 9 tháng 2026.md", "2026-09m", set()), ("thuyet-minh-2026-09m.txt", "2026-09m", set()),
    ("THUYET MINH tinh hinh thuc hien 6 thang dau nam 2026.md", "2026-06m", {"execution"}),
    ("thuyet-minh/quyet toan 2025.md", "2025", {"settlement"}), ("Thuyết minh dự toán 2027.md", "2027", {"draft", "decided"}),
    ("thuyết minh quý III năm 2025.txt", "2025-q3", set()), ("Thuyet minh thuc hien du toan 3T 2026.md", "2026-03m", {"execution"}),
])
def test_a_files_name_tells_its_period_and_stage(tmp_path: Path, name: str, period: str, stages: set[str]) -> None:
    """Names as officers give them are enough, in the commune's folder or in one called so."""
    (found,), codes = dropped(tmp_path, name)
    assert (str(found.period), found.stages, found.forms, found.text, codes) == (period, stages, frozenset(), BODY, [])


def test_first_lines_tell_what_the_name_does_not(tmp_path: Path) -> None:
    """"Kỳ", "Giai đoạn" and "Bảng" before the text say what it is of, and are no part of it."""
    front = "**Kỳ:** 9 tháng đầu năm 2026\nBảng: Thu ngân sách\nGiai đoạn: quyết toán\n"
    (found,), codes = dropped(tmp_path, "thuyet-minh/a.md", f"{front}\n{BODY}")
    assert (str(found.period), found.stages, found.forms, found.text) == ("2026-09m", {"settlement"}, {"budget-revenue"}, BODY)
    assert codes == []


def test_the_texts_own_title_tells_where_the_name_is_silent(tmp_path: Path) -> None:
    """A file called "thuyet minh" alone goes by its first line, which stays in the text."""
    (found,), codes = dropped(tmp_path, "thuyet minh.md", f"# Thuyết minh quyết toán ngân sách năm 2025\n\n{BODY}")
    assert (str(found.period), found.stages, codes) == ("2025", {"settlement"}, [])
    assert found.text.startswith("# Thuyết minh")


@pytest.mark.parametrize(("name", "content", "code"), [
    ("thuyet-minh.md", BODY, "explanation-period"), ("thuyet minh 2026.md", "", "explanation-unreadable"),
    ("thuyet minh 9 thang 2026.md", "Kỳ: đầu năm\n" + BODY, "explanation-period"),
    ("thuyet minh 9 thang 2026.md", "Bảng: sổ vàng\n" + BODY, "explanation-table"),
    ("thuyet minh 9 thang 2026.txt", b"\xff\xfa\x80", "explanation-unreadable"),
    ("thuyet minh 9 thang 2026.docx", b"no package", "explanation-unreadable"),
    ("thuyet minh 9 thang 2026.md", "Kỳ: 9 tháng năm 2026\n", "explanation-unreadable"),
])
def test_what_cannot_be_used_is_told(tmp_path: Path, name: str, content: str | bytes, code: str) -> None:
    """A file that says no period, no such table or nothing at all is one finding, and is not used."""
    assert dropped(tmp_path, name, content) == ((), [code])


@pytest.mark.parametrize("private", ["số 001234567890", "gọi 0912 345 678", "viết an@vi-du.example", "tài khoản 1020 3040 5060"])
def test_what_identifies_a_person_keeps_the_text_back(tmp_path: Path, private: str) -> None:
    """One identifier anywhere keeps the whole text back and names its line; amounts and the commune's own telephone don't."""
    amounts = "Thu 119.345.000 đồng, gọi 0262 3 888 999.\n"
    assert dropped(tmp_path, "thuyet minh 9 thang 2026.md", amounts)[1] == []
    found, codes = dropped(tmp_path, "thuyet minh 9 thang 2026.md", f"{amounts}\nÔng An {private}.\n")
    assert (found, codes) == ((), ["explanation-private"])


def test_a_word_file_gives_its_paragraphs_and_nothing_hidden(tmp_path: Path) -> None:
    """Headings, points and paragraphs are read; deleted and hidden words and fields are not."""
    content = word(
        '<w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Về thu</w:t></w:r>', "<w:pPr><w:numPr/></w:pPr><w:r><w:t>Phí</w:t></w:r>",
        "<w:r><w:t>Thu đạt</w:t><w:tab/><w:t>cao</w:t></w:r><w:del><w:r><w:delText>kín</w:delText><w:t>kín</w:t></w:r></w:del>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>kín</w:t></w:r><w:r><w:instrText>kín</w:instrText></w:r>")
    (found,), codes = dropped(tmp_path, "Thuyet minh 9 thang 2026.docx", content)
    assert (found.text, codes) == ("# Về thu\n\n- Phí\n\nThu đạt cao\n", [])


def test_a_word_file_with_entities_is_refused(tmp_path: Path) -> None:
    """A document type, which could blow a file up, makes it unreadable."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        package.writestr("word/document.xml", '<!DOCTYPE a [<!ENTITY b "b">]><a>&b;</a>')
    assert dropped(tmp_path, "Thuyet minh 9 thang 2026.docx", made.getvalue()) == ((), ["explanation-unreadable"])


def test_remarks_and_invisible_letters_are_left_out(tmp_path: Path) -> None:
    """Comments of Markdown are the officer's own; letters without width could hide an identifier."""
    (found,), _ = dropped(tmp_path, "thuyet minh 9 thang 2026.md", "Thu\u200b đạt<!-- hỏi lại\nchị Kế -->.\n")
    assert found.text == "Thu đạt.\n"


def test_lines_of_a_plain_text_are_paragraphs(tmp_path: Path) -> None:
    """In .txt each line is a paragraph, as Notepad shows it."""
    (found,), _ = dropped(tmp_path, "thuyet minh 9 thang 2026.txt", "Một.\r\nHai.\r\n")
    assert found.text == "Một.\n\nHai.\n"


def test_an_explanation_is_no_workbook_and_other_texts_are_no_explanation(tmp_path: Path) -> None:
    """The .docx is not read as a table; notes, rules and attachments are not read as explanations."""
    for name in ("Thuyet minh 9 thang 2026.docx", "ghi-chu.md", "quy-dinh/thuyet minh 2026.md", ".thuyet-minh 2026.md", "9.xlsx"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    assert [path.name for path in workbooks(tmp_path)] == ["9.xlsx"]
    found, findings = read(Folder("x", tmp_path, ()), drawn.commune(), CATALOGUE)
    assert (found, [one.file.rpartition("/")[2] for one in findings]) == ((), ["Thuyet minh 9 thang 2026.docx"])


def test_the_head_of_an_official_paper_is_no_part_of_the_text(tmp_path: Path) -> None:
    """Letterhead, number, day and title in capitals go; sentences stay, those with a day or in capitals with a figure too."""
    head = ("ỦY BAN NHÂN DÂN", "XÃ SUỐI MÂY", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Số: 12/BC-UBND",
            "Suối Mây, ngày 05 tháng 10 năm 2026", "BÁO CÁO THUYẾT MINH", "Tình hình thực hiện ngân sách 9 tháng năm 2026")
    (found,), _ = dropped(tmp_path, "thuyet minh 9 thang 2026.md", "\n\n".join((*head, BODY)))
    assert found.text == f"{head[-1]}\n\n{BODY}"
    for first in ("Ngày 30/9/2026 xã thu đủ.", "THU 10 TỶ ĐỒNG", "## I. VỀ THU NGÂN SÁCH",
                  "Đến nay, ngày 30 tháng 9 năm 2026, xã thu đủ.", "Số thu đạt khá.",
                  "Ủy ban nhân dân xã đã thu đủ."):
        (found,), _ = dropped(tmp_path, "thuyet minh 9 thang 2026.md", f"{first}\n\n{BODY}")
        assert found.text == f"{first}\n\n{BODY}"
    (found,), codes = dropped(tmp_path, "thuyet minh 9 thang 2026.md", "BÁO CÁO THUYẾT MINH\n")
    assert (found.text, codes) == ("BÁO CÁO THUYẾT MINH\n", [])

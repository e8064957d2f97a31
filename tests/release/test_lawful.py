"""A thousand lawful releases of drawn data pass the sweep, so that no officer is stopped for nothing."""

from __future__ import annotations

import hashlib
import json
import random
from datetime import date, timedelta
from html import escape
from pathlib import Path

import pytest
import xlsxwriter

from generator import money
from generator.disclosed import Disclosure, PublicRecord
from generator.disclosure import addresses
from generator.disclosure.site import Made, Site
from generator.findings import Finding
from generator.release.sweep import sweep
from tests.posting import drawn

RELEASES, PARTS = 1000, 8
SETTINGS = {"telephone": "0262 3851 234, 0905.111.222", "email": "ubnd@suoimay.gov.vn", "address": "123 đường Hùng Vương"}
LABELS = ("Tổng số chi", "Chi đầu tư phát triển", "Chi thường xuyên", "Thu từ đất 5 %", "Dự phòng (2 - 4 %)", "Sửa đường ĐH 04, km 12+300")
NAMES = ("Nguyễn Văn An", "H'Bia Niê", "Trần Thị Bình", "Y Khoa Mlô", "Lê Văn Cường", "Đặng Thị Đào", "Phạm Hồng Hà")
CAUSES = ("Thiếu đất sản xuất", "Không có vốn", "Đông con", "Có người ốm nặng, già yếu")


def digits(draw: random.Random, count: int) -> str:
    """Return so many digits."""
    return "".join(draw.choices("0123456789", k=count))


def day(draw: random.Random) -> date:
    """Return a day of the years that are published."""
    return date(2024, 1, 1) + timedelta(days=draw.randrange(1200))


def amount(draw: random.Random) -> int:
    """Return an amount of any length, round more often than not."""
    return draw.choice((84_700_000_000, draw.randrange(10 ** draw.randint(1, 13)), draw.randrange(10 ** 6) * 1_000_000))


def budget(draw: random.Random) -> tuple[Disclosure, dict[str, str]]:
    """Return a budget's table, and nothing private."""
    rows = tuple(PublicRecord(id=f"d{row}", marker=draw.choice(("I", "1", "1.1", "a")),
                              values={"label": draw.choice(LABELS), "done": amount(draw)}) for row in range(draw.randint(1, 12)))
    return drawn.revenue(records=rows, source_sha256=hashlib.sha256(digits(draw, 9).encode()).hexdigest()), {}


def households(draw: random.Random) -> tuple[Disclosure, dict[str, str]]:
    """Return a list of households with its decisions, and the private values of its workbook."""
    count = draw.randint(1, 9)
    decision = draw.choice((f"{draw.randint(1, 9999)}/QĐ-UBND", f"0{draw.randint(1, 99)}/2026/QĐ-UBND", "2026" + digits(draw, 5)))
    rows = tuple(PublicRecord(id=f"h-{row}", marker=str(row), values={"hamlet": draw.choice(("Buôn Krông", "Thôn 4", "Khu phố 12")),
                                                                      "decision": decision}) for row in range(1, count + 1))
    named = {f"h-{row}": {"head_name": draw.choice(NAMES)} for row in range(1, count + 1)} if draw.random() < 0.5 else {}
    private = [f"0{digits(draw, 11)}", f"09{digits(draw, 8)}", draw.choice(CAUSES), f"{day(draw):%d/%m/%Y}", str(draw.randint(1, 99)), "Ê",
               f"{draw.randint(1, 9)} công", f"{draw.randint(1, 30)} ngày", f"{draw.randint(1, 9)}00.000 đồng", f"{drawn.DAY:%d/%m/%Y}"]
    return drawn.households(*NAMES[:count], records=rows, names=named, posted_from=day(draw)), dict.fromkeys(private, "A1")


def written(folder: Path, shown: Disclosure, draw: random.Random) -> Path:
    """Write a page, data and a picture of a disclosure, as pages and downloads write them."""
    page = folder / addresses.page(shown, drawn.catalogue())
    page.parent.mkdir(parents=True)
    texts = [(record.marker, *(str(value) for value in record.values.values()), *shown.names.get(record.id, {}).values())
             for record in shown.records]
    amounts = [value for record in shown.records for value in record.values.values() if isinstance(value, int)]
    shorts = ([cell for cell in row if not cell.isdigit() or len(cell) < 6] for row in texts)
    cells = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in shorts)
    codes = "".join(f"<td class='code'>{row[2]}</td>" for row in texts if len(row) > 2)
    sums = "".join(f"<td class='num'>{money.write(value)}</td><p>{money.write(value)} đồng, {money.short(value)}</p>" for value in amounts)
    page.write_text(f"<h1>{shown.title}</h1><a href='tel:+842623851234'>0262 3851 234</a> {SETTINGS['email']}<p>Ngày {day(draw):%d/%m/%Y}, "
                    f"{draw.randint(1, 9)} công, {draw.randint(1, 9)}00.000 đồng, chậm {draw.randint(1, 30)} ngày, "
                    f"dựng ngày {drawn.DAY:%d/%m/%Y}, mã 7F3A-91C2, "
                    f"từ {day(draw):%d-%m-%Y} đến {day(draw).isoformat()}</p>{cells}{codes}{sums}"
                    f"<code class='code'>{shown.source_sha256}</code><p>{hashlib.sha256(cells.encode()).hexdigest()}</p>", "utf-8")
    (folder / "manifest.json").write_text(json.dumps({"source_sha256": shown.source_sha256, "done": amounts}))
    (folder / "bieu-do.svg").write_text("<svg viewBox='0 0 1000 123456789'>" + "".join(
        f"<path d='M 0 {value} {value}'/><text class='amount'>{money.write(value)}</text>" for value in amounts) + "</svg>", "utf-8")
    (folder / "tin-moi.xml").write_text(f"<feed><updated>{day(draw)}T00:00:00+07:00</updated><title>{shown.title}</title></feed>", "utf-8")
    if amounts:
        tables(folder, [(str(record.values["label"]), int(str(record.values["done"]))) for record in shown.records], draw)
    return folder


def tables(folder: Path, rows: list[tuple[str, int]], draw: random.Random) -> None:
    """Write the rows as .csv, and now and then as .xlsx."""
    lines = "".join(f'"{label}",{value}\r\n' for label, value in rows)
    (folder / "print.csv").write_text(f"\ufeffNội dung,Thực hiện\r\n{lines}", "utf-8", newline="")
    if draw.random() < 1 / PARTS:
        with xlsxwriter.Workbook(folder / "print.xlsx") as book:
            sheet = book.add_worksheet("Bảng")
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)


@pytest.mark.parametrize("part", range(PARTS))
def test_a_thousand_lawful_releases_pass(tmp_path: Path, part: int) -> None:
    """Amounts of any length, decisions, digests, days, codes and the commune's own contacts stop no release."""
    alarms: dict[int, tuple[Finding, ...]] = {}
    catalogue, commune = drawn.catalogue(), drawn.commune(**SETTINGS)
    for number in range(part, RELEASES, PARTS):
        draw = random.Random(number)
        shown, private = (budget if number % 2 else households)(draw)
        made = {shown.id: tuple(Made(shown.id, "download", kind, f"print.{kind}") for kind in ("csv", "xlsx"))}
        folder = written(tmp_path / str(number), shown, draw)
        if found := sweep(folder, Site(commune, drawn.DAY, catalogue, (shown,), made), {shown.id: private}):
            alarms[number] = found
    assert alarms == {}

"""Files and tables that repeat others are told; what may rightly be the same is not."""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec

from generator import catalogue
from generator.commune import Commune
from generator.disclosure.decide import decide, together
from generator.disclosure.examine import Examined, examine
from generator.sources import Source
from tests.drawing import workbook
from tests.kinds.budgets import SPENDING

COMMUNE = Commune(name="Xã Thử Nghiệm", id="thu-nghiem")


def one(folder: Path, name: str, text: str = SPENDING) -> Examined:
    path = workbook(folder, text, name=name)
    return examine(Source(path, name, hashlib.sha256(text.encode()).hexdigest()), catalogue.load(), COMMUNE)


def codes(*examined: Examined) -> set[tuple[str, str]]:
    return {(found.file, found.code) for each in together(examined, catalogue.load(), COMMUNE) for found in each.all_findings}


def test_a_copy_of_a_file_is_told(tmp_path: Path) -> None:
    """The second file of the same bytes says which it repeats."""
    assert ("b.xlsx", "file-repeated") in codes(one(tmp_path, "a.xlsx"), one(tmp_path, "b.xlsx"))


def test_last_periods_figures_under_a_new_title_are_told(tmp_path: Path) -> None:
    """A table whose every line is that of another period is a warning at the second; one other figure makes two."""
    later = SPENDING.replace("06 THÁNG", "09 THÁNG").replace("06 tháng", "09 tháng")
    assert ("b.xlsx", "table-repeated") in codes(one(tmp_path, "a.xlsx"), one(tmp_path, "b.xlsx", later))
    changed = later.replace("#250 | #62.5", "#260 | #65").replace("#150 | #50", "#140 | #46.7")
    assert "table-repeated" not in {code for _, code in codes(one(tmp_path, "a.xlsx"), one(tmp_path, "b.xlsx", changed))}


def test_a_draft_that_was_decided_unchanged_is_no_repetition(tmp_path: Path) -> None:
    """The same figures at another stage are what a council decided."""
    draft, decided = (SPENDING.replace("TÌNH HÌNH THỰC HIỆN", "DỰ TOÁN").replace("06 THÁNG ĐẦU NĂM 2026", f"NĂM 2026 ({stage})")
                      for stage in ("Dự toán trình Hội đồng nhân dân", "Dự toán đã được Hội đồng nhân dân quyết định"))
    assert "table-repeated" not in {code for _, code in codes(one(tmp_path, "a.xlsx", draft), one(tmp_path, "b.xlsx", decided))}


def test_what_was_posted_for_another_period_is_told(tmp_path: Path) -> None:
    """A disclosure whose lines were all posted before under another id is a warning on its file; its own posting is none."""
    now = one(tmp_path, "a.xlsx")
    (made,) = decide((now,), (), catalogue.load(), COMMUNE).disclosures
    other = msgspec.structs.replace(made, id=made.id.replace("06m", "03m"), period="2026-03m")
    told = {found.code for each in decide((now,), (other,), catalogue.load(), COMMUNE).examined for found in each.all_findings}
    assert told == {"repeats-posted"}
    assert not [found for each in decide((now,), (made,), catalogue.load(), COMMUNE).examined for found in each.all_findings]

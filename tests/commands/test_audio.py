"""The week's bulletins spoken by the machine: a file each, told apart from a machine that cannot, and nothing half made."""

from __future__ import annotations

import io
import os
import shutil
import sys
import wave
from pathlib import Path

import pytest

from generator.announcements import Bulletin
from generator.announcements.voice import sound
from generator.catalogue.announcing import voice
from tests.commands.conftest import Place, Run

SPEAKS = """#!{python}
import sys
words = sys.argv[sys.argv.index("-w") + 1], sys.stdin.read()
open(words[0], "w", encoding="utf-8").write(" ".join(sys.argv[1:5]) + "\\n" + words[1])
"""
FAILS = "#!{python}\nimport sys\nsys.exit('no voice: ' + sys.argv[2])\n"
pytestmark = pytest.mark.skipif(os.name == "nt", reason="the stand-in is a script with a first line")


def stand_in(folder: Path, text: str) -> str:
    """Put a program of the synthesiser's name into a folder and return the folder."""
    folder.mkdir()
    program = folder / voice().program
    program.write_text(text.format(python=sys.executable), "utf-8")
    program.chmod(0o755)
    return str(folder)


def test_each_bulletin_is_a_file_in_the_week_that_reads_it(place: Place, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """The synthesiser is given the sentences and nothing else, in the voice and speed of the catalogue; nothing of it is public."""
    monkeypatch.setenv("PATH", stand_in(place.root / "bin", SPEAKS))
    told = run(place.words("prints", "--purpose", "audio"))
    made = sorted((place.root / "site" / "to-print").rglob("*.wav"))
    assert told.code == 0
    assert made
    assert all(str(path) in told.out for path in made)
    assert {path.parent.as_posix().partition("to-print/")[2] for path in made} == {"xa-thu/loa-truyen-thanh/2026-11-23"}
    first = made[0].read_text("utf-8")
    assert first.startswith(f"-v {voice().voice} -s {voice().speed}\nKính thưa bà con xã Thử.\n\nỦy ban nhân dân")
    assert first.endswith("lắng nghe.")
    assert "nghe thử" in told.out
    assert not place.output.exists()


@pytest.mark.parametrize(("program", "said"), [("", "chưa có chương trình đọc espeak-ng"), (FAILS, "không đọc được bản tin: no voice: vi")])
def test_a_machine_that_cannot_speak_is_told_so(place: Place, run: Run, monkeypatch: pytest.MonkeyPatch, program: str, said: str) -> None:
    """No synthesiser, or one that fails: one sentence says what to do, it ends with 1, no file is left."""
    monkeypatch.setenv("PATH", stand_in(place.root / "bin", program) if program else "")
    told = run(place.words("prints", "--purpose", "audio"))
    assert told.code == 1
    assert said in told.err
    assert not list(place.root.rglob("*.wav"))


def test_the_real_synthesiser_takes_as_long_as_bulletins_say() -> None:
    """Its speed is set so that the time written on a bulletin holds within a fifth; the same words are the same bytes."""
    if not shutil.which(voice().program):
        pytest.skip("no synthesiser on this machine")
    sentences = ("Kính thưa bà con xã Suối Mây.", "Đến nay, bà con đã đóng góp khoảng một trăm sáu mươi chín triệu đồng.",
                 "Có chín mươi tám lượt đóng góp.", "Số liệu đầy đủ được niêm yết tại trụ sở Ủy ban nhân dân xã.") * 4
    written = sum(len(one.split()) for one in sentences) * 60 / 150
    spoken = sound(Bulletin("b", "B", sentences, "", 0, None, None))
    with wave.open(io.BytesIO(spoken)) as file:
        assert file.getnframes() / file.getframerate() == pytest.approx(written, rel=0.2)
    assert sound(Bulletin("b", "B", sentences, "", 0, None, None)) == spoken

"""The map beside the sample's land plan: a scanned-looking sheet of A4, drawn by hand, each work at its number."""

from __future__ import annotations

from weasyprint import HTML

from tests.conftest import ROOT
from tests.maker.profile import Profile

FILE = "Ban do ke hoach su dung dat 2026.pdf"
ENTRY = f"""
[[attachment]]
file = "{FILE}"
title = "Bản đồ kèm kế hoạch sử dụng đất năm 2026"
form = "land-plan"
free_of_names = true
"""
# Number, work, hamlet, x, y, width, height of its plot in the drawing.
_PLOTS = (
    (1, "Mở rộng đường liên thôn", "Thôn Tân Lập", 60, 250, 250, 16),
    (2, "Nhà văn hóa mới", "Buôn Kô Ƀlang", 400, 90, 34, 30),
    (3, "Khu tái định cư", "Thôn Bình Minh", 470, 260, 130, 90),
    (4, "Bãi tập kết rác", "Thôn Đồng Tâm", 170, 390, 50, 40),
)
_PAGE = """<style>@font-face {{ font-family: Noto; src: url({fonts}/NotoSans-Regular.ttf) }} @page {{ size: A4 landscape; margin: 15mm }}
body {{ font: 11pt Noto; margin: 0 }} h1 {{ font-size: 15pt; text-align: center; margin: 0 0 4mm }} td {{ padding: 0 6mm 1mm 0 }}</style>
<html lang="vi"><head><title>{title}</title></head><body><h1>{title}</h1><p>Dữ liệu mẫu: bản vẽ tự đặt, không phải bản đồ thật.</p>
<svg viewBox="0 0 700 470" width="170mm" height="114mm" style="border: 1px solid #000">
<path d="M0 60 C150 20 220 160 380 140 S600 40 700 90" fill="none" stroke="#4a7fa5" stroke-width="9"/>
<path d="M0 262 H330 L460 300 L700 280 M330 262 V470 M330 262 L417 120" fill="none" stroke="#777" stroke-width="5"/>
<text x="560" y="60" font-family="Noto" font-size="15">suối Mây</text>{plots}</svg><table>{legend}</table></body></html>"""


def pdf(profile: Profile) -> bytes:
    """Return the map as a PDF; the same bytes each time by one version of the press."""
    plots = "".join(
        f'<rect x="{x}" y="{y}" width="{width}" height="{height}" fill="#f2c14e" stroke="#000"/>'
        f'<circle cx="{x + width / 2}" cy="{y - 14}" r="12" fill="#fff" stroke="#000"/>'
        f'<text x="{x + width / 2}" y="{y - 8}" text-anchor="middle" font-family="Noto" font-size="16">{number}</text>'
        for number, _, _, x, y, width, height in _PLOTS)
    legend = "".join(f"<tr><td>{number}</td><td>{work}</td><td>{hamlet}</td></tr>" for number, work, hamlet, *_ in _PLOTS)
    title = f"Bản đồ kế hoạch sử dụng đất năm 2026, {profile.name.lower().replace(profile.place.lower(), profile.place)}"
    fonts = (ROOT / "themes" / "congkhai" / "print" / "fonts").as_uri()
    return bytes(HTML(string=_PAGE.format(fonts=fonts, title=title, plots=plots, legend=legend)).write_pdf())

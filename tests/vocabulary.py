"""What hypothesis draws: Vietnamese names, amounts as people type them, titles of tables; all of it invented."""

from __future__ import annotations

from hypothesis import strategies as st

FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Đặng", "Đỗ", "Vũ", "Hoàng", "Bùi", "Y", "H'")
MIDDLES = ("Văn", "Thị", "Đức", "Ngọc", "Blŭ", "Bliƀ", "Hữu", "")
GIVEN = ("An", "Ánh", "Ấn", "Bình", "Đào", "Dũng", "Êban", "Niê", "Mlô", "Ưng", "Yến")

names = st.builds(lambda *parts: " ".join(part for part in parts if part),
                  st.sampled_from(FAMILIES), st.sampled_from(MIDDLES), st.sampled_from(GIVEN))
amounts = st.integers(min_value=-10**15, max_value=10**15)
units = st.sampled_from((1, 1_000, 1_000_000, 1_000_000_000))
letters = st.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạấầẩẫậéèẻẽẹíìỉĩịóòỏõọúùủũụýỳỷỹỵAĂÂĐÊÔƠƯ -.,'0123456789", max_size=40)
typed = st.one_of(st.text(max_size=20), st.text(alphabet="0123456789.,- ()đtriệuỷđồng%/", max_size=14))
cells = st.one_of(typed, st.none(), st.booleans(), st.integers(), st.floats(), st.dates(), st.datetimes())


@st.composite
def typed_amounts(draw: st.DrawFn) -> tuple[str, int]:
    """Draw an amount in đồng as somebody types it, with what it is."""
    amount = draw(st.integers(min_value=0, max_value=10**13))
    by = draw(st.sampled_from((".", ",", " ", "\u00a0", "'", "")))
    text = f"{amount:,}".replace(",", by)
    around = draw(st.sampled_from(("{}", " {} ", "{}đ", "{} đồng", "{} VNĐ", "{}₫")))
    sign = draw(st.sampled_from(("{}", "-{}", "({})", "−{}", "- {}")))
    return sign.format(around.format(text)), amount if sign == "{}" else -amount

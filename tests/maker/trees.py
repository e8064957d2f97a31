"""The outlines of the budget tables: which line lies under which, before and since 2026."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

Amounts: TypeAlias = Mapping[str, int | None]


@dataclass(frozen=True, slots=True)
class Item:
    """A line of an outline; one that is not `shown` counts in its parent's sum all the same ("trong đó")."""

    key: str
    marker: str
    name: str
    parent: str = ""
    style: str = "line"
    shown: bool = True


OLD_REVENUE = (
    Item("total", "", "TỔNG THU", style="total"),
    Item("own", "I", "Các khoản thu 100%", "total", "group"),
    Item("fees", "1", "Phí, lệ phí", "own"),
    Item("public-land", "2", "Thu từ quỹ đất công ích và hoa lợi công sản", "own"),
    Item("services", "3", "Thu từ hoạt động kinh tế và sự nghiệp", "own"),
    Item("fines", "4", "Thu phạt, tịch thu khác theo quy định", "own"),
    Item("seized", "5", "Thu từ tài sản được xác lập quyền sở hữu của nhà nước theo quy định", "own"),
    Item("by-rule", "6", "Đóng góp của nhân dân theo quy định", "own"),
    Item("voluntary", "7", "Đóng góp tự nguyện của các tổ chức, cá nhân", "own"),
    Item("other", "8", "Thu khác", "own"),
    Item("shared", "II", "Các khoản thu phân chia theo tỷ lệ phần trăm (%)", "total", "group"),
    Item("shared-law", "1", "Các khoản thu phân chia", "shared"),
    Item("non-farm-land", "-", "Thuế sử dụng đất phi nông nghiệp", "shared-law"),
    Item("farm-land", "-", "Thuế sử dụng đất nông nghiệp thu từ hộ gia đình", "shared-law"),
    Item("licence", "-", "Lệ phí môn bài thu từ cá nhân, hộ kinh doanh", "shared-law"),
    Item("registration", "-", "Lệ phí trước bạ nhà, đất", "shared-law"),
    Item("shared-province", "2", "Các khoản thu phân chia khác do cấp tỉnh quy định", "shared"),
    Item("vat", "-", "Thuế giá trị gia tăng, thuế thu nhập cá nhân từ hộ kinh doanh", "shared-province"),
    Item("land-use", "-", "Tiền sử dụng đất", "shared-province"),
    Item("aid", "III", "Thu viện trợ không hoàn lại trực tiếp cho xã (nếu có)", "total", "group"),
    Item("carried-in", "IV", "Thu chuyển nguồn", "total", "group"),
    Item("surplus-in", "V", "Thu kết dư ngân sách năm trước", "total", "group"),
    Item("transfers", "VI", "Thu bổ sung từ ngân sách cấp trên", "total", "group"),
    Item("balancing", "-", "Thu bổ sung cân đối", "transfers"),
    Item("targeted", "-", "Thu bổ sung có mục tiêu", "transfers"),
)

OLD_SPENDING = (
    Item("total", "", "TỔNG CHI", style="total"),
    Item("education", "1", "Chi giáo dục", "total"),
    Item("technology", "2", "Chi ứng dụng, chuyển giao công nghệ", "total"),
    Item("health", "3", "Chi y tế", "total"),
    Item("culture", "4", "Chi văn hóa, thông tin", "total"),
    Item("radio", "5", "Chi phát thanh, truyền thanh", "total"),
    Item("sport", "6", "Chi thể dục thể thao", "total"),
    Item("environment", "7", "Chi bảo vệ môi trường", "total"),
    Item("economy", "8", "Chi các hoạt động kinh tế", "total"),
    Item("administration", "9", "Chi hoạt động của cơ quan quản lý Nhà nước, Đảng, Đoàn thể", "total"),
    Item("social", "10", "Chi cho công tác xã hội", "total"),
    Item("other", "11", "Chi khác", "total"),
    Item("reserve", "12", "Dự phòng ngân sách", "total"),
    Item("defence", "", "Chi quốc phòng, an ninh", "total", shown=False),
    Item("carried-out", "", "Chi chuyển nguồn sang năm sau", "total", shown=False),
)

NEW_REVENUE = (
    Item("total", "", "TỔNG THU NGÂN SÁCH XÃ", style="total"),
    Item("own", "I", "Các khoản thu ngân sách xã hưởng 100%", "total", "group"),
    Item("farm-land", "1", "Thuế sử dụng đất nông nghiệp", "own"),
    Item("non-farm-land", "2", "Thuế sử dụng đất phi nông nghiệp", "own"),
    Item("registration", "3", "Lệ phí trước bạ", "own"),
    Item("charges", "4", "Phí", "own"),
    Item("fees", "5", "Lệ phí", "own"),
    Item("public-land", "6", "Thu từ quỹ đất công ích và thu hoa lợi công sản khác", "own"),
    Item("fines", "7", "Thu xử phạt vi phạm hành chính, phạt khác", "own"),
    Item("voluntary", "8", "Các khoản huy động tài trợ, đóng góp tự nguyện bằng tiền", "own"),
    Item("other", "9", "Các khoản thu khác", "own"),
    Item("shared", "II", "Các khoản thu phân chia theo tỷ lệ phần trăm (%)", "total", "group"),
    Item("vat", "1", "Thuế giá trị gia tăng", "shared"),
    Item("income-tax", "2", "Thuế thu nhập cá nhân", "shared"),
    Item("land-use", "3", "Tiền sử dụng đất", "shared"),
    Item("transfers", "III", "Thu bổ sung từ ngân sách cấp tỉnh", "total", "group"),
    Item("balancing", "1", "Bổ sung cân đối ngân sách", "transfers"),
    Item("targeted", "2", "Bổ sung có mục tiêu", "transfers"),
    Item("carried-in", "IV", "Thu chuyển nguồn", "total", "group"),
    Item("surplus-in", "V", "Thu kết dư", "total", "group"),
)

NEW_SPENDING = (
    Item("total", "", "TỔNG CHI NGÂN SÁCH XÃ", style="total"),
    Item("investment", "I", "Chi đầu tư phát triển", "total", "group"),
    Item("recurrent", "II", "Chi thường xuyên", "total", "group"),
    Item("education", "1", "Chi giáo dục, đào tạo và dạy nghề", "recurrent"),
    Item("technology", "2", "Chi khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số", "recurrent"),
    Item("defence", "3", "Chi quốc phòng, an ninh, trật tự an toàn xã hội", "recurrent"),
    Item("health", "4", "Chi y tế, dân số và gia đình", "recurrent"),
    Item("culture", "5", "Chi văn hóa thông tin", "recurrent"),
    Item("radio", "6", "Chi phát thanh, truyền hình", "recurrent"),
    Item("sport", "7", "Chi thể dục, thể thao", "recurrent"),
    Item("environment", "8", "Chi bảo vệ môi trường", "recurrent"),
    Item("economy", "9", "Chi các hoạt động kinh tế", "recurrent"),
    Item("administration", "10", "Chi quản lý nhà nước, Đảng, Mặt trận Tổ quốc, tổ chức chính trị - xã hội", "recurrent"),
    Item("social", "11", "Chi bảo đảm xã hội", "recurrent"),
    Item("other", "12", "Chi thường xuyên khác", "recurrent"),
    Item("carried-out", "III", "Chi chuyển nguồn", "total", "group"),
    Item("reserve", "IV", "Dự phòng ngân sách", "total", "group"),
)


def leaves(tree: tuple[Item, ...]) -> tuple[Item, ...]:
    """Return the lines under which there are no others."""
    parents = {item.parent for item in tree}
    return tuple(item for item in tree if item.key not in parents)


def rolled(tree: tuple[Item, ...], amounts: Amounts) -> dict[str, int | None]:
    """Return the amounts of every line: those of the leaves as given, the others as sums of what lies under them."""
    full: dict[str, int | None] = {item.key: amounts.get(item.key) for item in leaves(tree)}
    for item in reversed(tree):
        if item.key not in full:
            below = [full[under.key] for under in tree if under.parent == item.key]
            given = [amount for amount in below if amount is not None]
            full[item.key] = sum(given) if given else None
    return full

"""Links between pages."""

from __future__ import annotations

from pathlib import PurePosixPath

from hypothesis import given
from hypothesis import strategies as st

from generator.pages.page import href, root

FOLDERS = st.lists(st.sampled_from(["ngan-sach", "2026", "09-thang", "thu", "chi"]), max_size=4)


def resolved(path: str, link: str) -> str:
    """Return the file a relative link names, seen from the page at `path`."""
    parts = list(PurePosixPath(path).parent.parts)
    for part in link.split("/"):
        parts = parts[:-1] if part == ".." else [*parts, part]
    return "/".join(parts)


@given(FOLDERS, FOLDERS)
def test_a_link_leads_to_its_target_from_any_page(here: list[str], there: list[str]) -> None:
    """Every relative link resolves to the very file it was made for, and never begins with a slash."""
    path, target = "/".join([*here, "index.html"]), "/".join([*there, "index.html"])
    assert resolved(path, href(path, target)) == target
    assert not href(path, target).startswith("/")


def test_the_way_up() -> None:
    """A page two folders down reaches the commune's folder by two steps."""
    assert root("index.html") == ""
    assert root("trang/hoi-dap/index.html") == "../../"

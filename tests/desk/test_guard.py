"""Who may speak to the desk: other sites, other names of the loopback, used keys and foreign paths are refused."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.desk.conftest import Running, opened

FORM = {"name": "Xã Thử", "who": "Trần Bảo", "names_on_web": "khong"}


@pytest.fixture(scope="module")
def desk(running: Running) -> Running:
    """A desk that the officer's browser was let into."""
    assert running.enter() == 302
    return running


def test_a_key_opens_once(desk: Running) -> None:
    """The address with its key works once; without the cookie nothing is shown afterwards."""
    path = desk.door.removeprefix(desk.origin)
    status, headers, _ = desk.ask(path, cookie="")
    assert (status, headers["Set-Cookie"]) == (401, None)
    assert desk.ask("/thiet-lap", cookie="")[0] == 401
    assert desk.ask("/thiet-lap", cookie="congkhai-ban=guessed")[0] == 401
    status, headers, text = desk.ask("/thiet-lap")
    assert status == 200
    assert "Tên xã" in text


@pytest.mark.parametrize("host", ["somewhere.example", "here.example:{port}", "127.0.0.1", "127.0.0.1.nip.example:{port}", "localhost:1"])
def test_another_name_of_this_computer_is_refused(desk: Running, host: str) -> None:
    """A name that was made to resolve to the loopback gets nothing, with the cookie or without, and changes nothing."""
    named = host.format(port=desk.port)
    assert desk.ask("/thiet-lap", Host=named)[0] == 421
    assert desk.ask("/thiet-lap", FORM, Host=named, Origin=f"http://{named}")[0] == 421
    assert not (desk.folder / "data" / "commune.toml").exists()


@pytest.mark.parametrize("origin", ["https://there.example", "null", "", "http://127.0.0.1", "http://127.0.0.1:1", "http://localhost.example"])
def test_another_site_changes_nothing(desk: Running, origin: str) -> None:
    """A form that another site sends, with the officer's cookie, is refused, and so is one that doesn't say where it comes from."""
    assert desk.ask("/thiet-lap", FORM, Origin=origin)[0] == 403
    assert desk.ask("/thiet-lap", FORM, Sec_Fetch_Site="cross-site")[0] == 403
    assert not (desk.folder / "data" / "commune.toml").exists()


def test_answers_carry_a_strict_policy(desk: Running) -> None:
    """Only the desk's own script and style run, nobody frames it, nothing is stored, and the server tells nothing of itself."""
    headers = desk.ask("/thiet-lap")[1]
    policy = str(headers["Content-Security-Policy"])
    assert "default-src 'none'" in policy
    assert "'unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert (headers["X-Content-Type-Options"], headers["Cache-Control"]) == ("nosniff", "no-store")
    assert headers["Server"] == "congkhai"


@pytest.mark.parametrize("path", ["/ban-in/xem/../../../etc/passwd", "/ban-in/that/%2e%2e/%2e%2e/etc/passwd", "/ban-in/that/..%2fpasswd",
                                  "/ban-in/khac/x", "/tep/mo/../commune.toml", "/tep/mo/commune.toml", "/tep/mo/.cong-khai/history.jsonl",
                                  "/xem-thu/guessed/index.html", "/mau/../desk.xlsx", "/_ban/../base.html"])
def test_no_path_leads_out(desk: Running, path: str) -> None:
    """No address leads to a file that is none of the desk's."""
    status, _, text = desk.ask(path)
    assert status in {404, 308}
    assert "root:" not in text
    assert "extends" not in text


def test_a_second_start_opens_another_window(desk: Running) -> None:
    """A second double click finds the desk that runs, and is let into it by a new key."""
    (second,) = list(opened(desk.folder))
    assert second.port == desk.port
    assert second.enter() == 302
    assert second.ask("/thiet-lap")[0] == 200
    assert desk.ask("/thiet-lap")[0] == 200


def test_left_alone_it_closes(tmp_path_factory: pytest.TempPathFactory) -> None:
    """After so long without anybody the desk ends by itself, says so, and leaves no note of where it ran."""
    folder = tmp_path_factory.mktemp("idle")
    desk: Iterator[Running] = opened(folder, "--idle", "0.03")
    one = next(desk)
    assert one.process.wait(60) == 0
    assert one.process.stdout
    assert "đã đóng" in one.process.stdout.read()
    assert not (folder / ".cache" / "ban-lam-viec.json").exists()
    desk.close()  # type: ignore[attr-defined]


def test_a_window_of_an_earlier_desk_is_told(tmp_path_factory: pytest.TempPathFactory) -> None:
    """A window left open over a closed lid asks a desk that was started anew: it is told what happened, and changes nothing."""
    folder = tmp_path_factory.mktemp("again")
    first = opened(folder)
    old = next(first)
    assert old.enter() == 302
    ended(old)
    first.close()  # type: ignore[attr-defined]
    second = opened(folder, "--port", str(old.port))
    new = next(second)
    status, _, page = new.ask("/thiet-lap", FORM, cookie=old.cookie)
    assert status == 401
    assert "không có gì thay đổi" in page
    assert "bấm đúp" in page
    assert not (folder / "data" / "commune.toml").exists()
    assert new.enter() == 302
    assert new.ask("/thiet-lap", FORM)[0] == 303
    ended(new)
    second.close()  # type: ignore[attr-defined]


def ended(desk: Running) -> None:
    """End a desk as a shutdown does."""
    desk.process.terminate()
    desk.process.wait(60)

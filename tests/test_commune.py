"""A commune's settings have sound defaults, and nothing unknown is taken in."""

from __future__ import annotations

import msgspec
import pytest

from generator.commune import Commune, Hamlet, Place, Posted, Predecessor, Signatory


def settings(**more: object) -> Commune:
    """Return a commune of settings as TOML gives them."""
    return msgspec.convert({"name": "Suối Mây", **more}, Commune)


@pytest.mark.parametrize(("name", "kind", "full"), [
    ("Suối Mây", "xã", "Xã Suối Mây"), ("Xã Suối Mây", "xã", "Xã Suối Mây"), ("xã Suối Mây", "xã", "xã Suối Mây"),
    ("XÃ SUỐI MÂY", "xã", "XÃ SUỐI MÂY"), ("Mây Trắng", "phường", "Phường Mây Trắng"), ("Phường 2", "phường", "Phường 2"),
    ("2", "phường", "Phường 2"), ("Đảo Mây", "đặc khu", "Đặc khu Đảo Mây"), ("Đặc khu Đảo Mây", "đặc khu", "Đặc khu Đảo Mây"),
])
def test_the_full_name_says_the_kind_once(name: str, kind: str, full: str) -> None:
    """The kind stands in front of the name, and not twice where the name has it."""
    assert settings(name=name, kind=kind).full_name == full


def test_a_name_is_all_that_is_needed() -> None:
    """The rest has defaults, and the defaults name nobody on the web and claim to be no sample."""
    commune = settings()
    assert (commune.kind, commune.area, commune.language, commune.signatory) == ("xã", "rural", "vi", Signatory())
    assert (commune.names_on_web, commune.sample, commune.hamlet, commune.posted, commune.events) == (False, False, (), (), {})
    with pytest.raises(msgspec.ValidationError, match="name"):
        msgspec.convert({"kind": "xã"}, Commune)


@pytest.mark.parametrize("wrong", [
    {"names_on_wed": True}, {"kind": "thị trấn"}, {"area": "city"}, {"language": "fr"}, {"names_on_web": "true"}, {"population": "9000"},
    {"hamlet": [{"name": "Thôn 2", "house": 3}]}, {"hamlet": ["Thôn 2"]}, {"signatory": {"nam": "A"}},
    {"events": {"dự toán": "31/12/2025"}},
    {"posted": [{"form": "contributions"}]},
])
def test_what_is_not_known_is_refused(wrong: dict[str, object]) -> None:
    """A misspelt entry, a value of another kind, or a day that is no day is refused, and never taken as something else."""
    with pytest.raises(msgspec.ValidationError):
        settings(**wrong)


def test_a_full_file_is_read() -> None:
    """Hamlets, places, predecessors, postings and events are read as what they are."""
    commune = settings(
        hamlet=[{"name": "Thôn 2", "households": 90}], place=[{"name": "Nhà văn hóa", "hamlet": "Thôn 2"}],
        predecessor=[{"name": "Xã Mây Cũ", "until": "2025-06-30"}], posted=[{"form": "contributions", "posted_from": "2026-03-01"}],
        events={"budget-decided": "2025-12-20"})
    assert commune.hamlet == (Hamlet(name="Thôn 2", households=90),)
    assert commune.place == (Place(name="Nhà văn hóa", hamlet="Thôn 2"),)
    assert [(type(one), one.until.isoformat()) for one in commune.predecessor] == [(Predecessor, "2025-06-30")]
    assert [(type(one), one.posted_until, one.subject) for one in commune.posted] == [(Posted, None, "")]
    assert commune.events["budget-decided"].year == 2025


def test_two_communes_share_no_default() -> None:
    """A commune's events are its own."""
    assert settings().events is not settings().events

"""Elements found in bytes, and changed with no other byte touched."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.report.marking.places import edited, escaped, find, first, inside, named, plain, retagged

PART = b'<?xml version="1.0"?>\n<a:x xmlns:a="u"><!-- <a:c/> --><a:c r=\'1>2\' s="3"/><a:d><a:c>\xc4\x90</a:c></a:d></a:x>'


def test_elements_have_their_places() -> None:
    """An element's bytes are those from its start to its end, comments are none, and signs within quotes end no tag."""
    found = named(PART, "c")
    assert [PART[one.start:one.end] for one in found] == [b"<a:c r='1>2' s=\"3\"/>", "<a:c>Đ</a:c>".encode()]
    assert [(one.is_empty, one.prefix, one.depth) for one in found] == [(True, "a:", 1), (False, "a:", 2)]


def test_an_element_knows_what_it_holds() -> None:
    """An element holds those between its tags."""
    lone, held = named(PART, "c")
    around = first(PART, "d")
    assert (around.holds(lone), around.holds(held)) == (False, True)


def test_attributes_are_set_added_and_taken_away() -> None:
    """A start tag is given attributes and loses those that are None, whatever quotes they stood in."""
    element = named(PART, "c")[0]
    assert b'<a:c t="n" s="9"/>' in edited(PART, [retagged(PART, element, s="9", r=None, t="n")])


@pytest.mark.parametrize(("name", "wanted"), [("c", b'<a:c r=\'1>2\' s="3"><b/></a:c>'), ("d", b"</a:c><b/></a:d>")])
def test_something_is_put_last_into_an_element(name: str, wanted: bytes) -> None:
    """An empty element is opened for what is put into it."""
    assert wanted in edited(PART, [inside(PART, first(PART, name), b"<b/>")])


def test_edits_of_one_place_keep_their_order() -> None:
    """What is put in one place stands in the order in which it was put."""
    assert edited(b"ab", [(1, 1, b"1"), (2, 2, b"3"), (1, 1, b"2")]) == b"a12b3"


def test_a_document_type_is_refused() -> None:
    """A part that declares entities is not read."""
    with pytest.raises(ValueError, match="document type"):
        find(b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', lambda _name, _attributes: True)


def test_a_missing_element_is_told() -> None:
    """Asking for what is not there is an error."""
    with pytest.raises(ValueError, match="nothing"):
        first(PART, "nothing")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-16-le", "utf-8-sig", "utf-8"])
def test_parts_of_other_encodings_are_made_plain(encoding: str) -> None:
    """A part in UTF-16 or with a mark can be searched by its bytes."""
    told = encoding.removesuffix("-sig")
    part = plain(f'<?xml version="1.0" encoding="{told}"?><a>Đ</a>'.encode(encoding))
    assert part[first(part, "a").start:] == "<a>Đ</a>".encode()


@given(st.text())
def test_any_text_can_be_put_into_xml(text: str) -> None:
    """Whatever was typed is sound XML in ASCII, and reads as typed but for what XML can't hold."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(sign for sign in lines if sign in "\t\n" or " " <= sign < "\ud800" or "\udfff" < sign < "\ufffe" or sign > "\uffff")
    written = escaped(text, coded=False)
    assert written.isascii()
    assert (ET.fromstring(f"<a>{written}</a>").text or "") == kept  # noqa: S314 - our own text


@given(st.lists(st.tuples(st.integers(0, 20), st.binary(max_size=3)), max_size=6))
def test_edits_only_add(added: list[tuple[int, bytes]]) -> None:
    """Putting things in takes nothing away."""
    content = bytes(range(20))
    assert len(edited(content, [(place, place, more) for place, more in added])) == 20 + sum(len(more) for _, more in added)

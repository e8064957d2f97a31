"""A PDF written anew from what its pages show: no author, history, files within, scripts, links, signer's certificate or camera notes."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import product
from typing import Any

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, PdfObject, StreamObject, TextStringObject

from generator.attachments import segments

_MOST = 200
_KEPT = ("/Type", "/Resources", "/MediaBox", "/CropBox", "/Rotate", "/Contents", "/UserUnit", "/Group")
_GONE = ("/Metadata", "/PieceInfo", "/LastModified", "/AF", "/Thumb", "/AA", "/A", "/OpenAction", "/URI", "/StructParents", "/StructParent")
_HIDDEN = 2 | 32
_NO_EYE = ("/Popup", "/Link")
_BOXES = (b"jP  ", b"ftyp", b"jp2h", b"jp2c")


def rewritten(content: bytes) -> tuple[bytes, int]:
    """Return a PDF with what its pages show and nothing else, and how many pages it has; ValueError where that can't be had of it.

    It is written twice: what was taken out of a page the first time is out of the file only the second time.
    """
    reader = PdfReader(io.BytesIO(content), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        raise ValueError("locked")
    if _off(_held(reader.trailer["/Root"])) or not 0 < len(reader.pages) <= _MOST:
        raise ValueError("layers or pages")
    writer = PdfWriter()
    for page in reader.pages:
        _shown(page, writer)
    for held in list(writer._objects):  # noqa: SLF001 - every object of the file must be seen, and there is no other way to them
        _cleaned(held)
    whole = PdfWriter()
    for page in PdfReader(io.BytesIO(_written(writer))).pages:
        whole.add_page(page)
    return _written(whole), len(reader.pages)


def _written(writer: PdfWriter) -> bytes:
    writer.metadata = None
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def texts(content: bytes) -> Iterator[str]:
    """Yield every text that a rewritten PDF holds: the lines its pages show, and the texts of its objects."""
    reader = PdfReader(io.BytesIO(content), strict=False)
    if reader.metadata or any(key not in ("/Type", "/Pages") for key in _held(reader.trailer["/Root"])):
        raise ValueError("not rewritten")
    for page in reader.pages:
        text = page.extract_text()
        yield from text.splitlines()
        yield " ".join(text.split())
    for number in range(1, int(_held(reader.trailer["/Size"]))):
        yield from _strings(reader.get_object(number))


def _off(root: Any) -> bool:
    """Return whether the file has layers that are not shown, which would come to light."""
    return bool(_held(_held(_held(root.get("/OCProperties", {})).get("/D", {})).get("/OFF")))


def _held(value: Any) -> Any:
    """Return what a reference stands for, and anything else as it is."""
    return value.get_object() if isinstance(value, PdfObject) else value


def _shown(page: PageObject, writer: PdfWriter) -> None:
    """Write a page anew, its stamps and filled-in fields drawn into it."""
    stamps = list(_stamps(page))
    for key in [key for key in page if key not in _KEPT]:
        del page[key]
    made = writer.add_page(page)
    if not stamps:
        return
    drawn, forms = [], _held(_held(made["/Resources"]).setdefault(NameObject("/XObject"), DictionaryObject()))
    for number, (look, matrix) in enumerate(stamps):
        name = f"/Stamp{number}"
        forms[NameObject(name)] = look.clone(writer).indirect_reference
        drawn.append(f"q {' '.join(f'{value:.5f}' for value in matrix)} cm {name} Do Q")
    before = made.raw_get("/Contents") if "/Contents" in made else ArrayObject()
    parts = before.get_object()
    own = parts if isinstance(parts, ArrayObject) else (before,)
    made[NameObject("/Contents")] = ArrayObject((_stream(writer, "q\n"), *own, _stream(writer, "\nQ\n" + "\n".join(drawn))))


def _stamps(page: PageObject) -> Iterator[tuple[StreamObject, tuple[float, ...]]]:
    """Yield what each mark laid over a page looks like, and where it stands."""
    for mark in map(_held, _held(page.get("/Annots", ()))):
        look = _held(_held(mark.get("/AP", {})).get("/N"))
        if isinstance(look, DictionaryObject) and not isinstance(look, StreamObject):
            look = _held(look.get(mark.get("/AS")))
        if not isinstance(look, StreamObject) or mark.get("/Subtype") in _NO_EYE or int(mark.get("/F", 0)) & _HIDDEN:
            continue
        matrix = _placed([float(one) for one in look.get("/BBox", (0, 0, 1, 1))],
                         [float(one) for one in look.get("/Matrix", (1, 0, 0, 1, 0, 0))], [float(one) for one in mark["/Rect"]])
        if matrix:
            yield look, matrix


def _placed(box: list[float], turn: list[float], rect: list[float]) -> tuple[float, ...]:
    """Return the matrix that lays an appearance into its rectangle; none where it has no room."""
    corners = [(turn[0] * x + turn[2] * y + turn[4], turn[1] * x + turn[3] * y + turn[5]) for x, y in product(box[::2], box[1::2])]
    left, low = min(x for x, _ in corners), min(y for _, y in corners)
    wide, high = max(x for x, _ in corners) - left, max(y for _, y in corners) - low
    if not (wide and high):
        return ()
    across, up = abs(rect[2] - rect[0]) / wide, abs(rect[3] - rect[1]) / high
    return across, 0.0, 0.0, up, min(rect[::2]) - left * across, min(rect[1::2]) - low * up


def _stream(writer: PdfWriter, words: str) -> IndirectObject:
    made = StreamObject()
    made.set_data(words.encode("ascii"))
    return writer._add_object(made)  # noqa: SLF001 - a stream of our own has no other way in


def _cleaned(held: Any) -> None:
    """Take out of an object, and of those within it, all that says whence it came."""
    if isinstance(held, ArrayObject):
        for each in held:
            _cleaned(each)
    if not isinstance(held, DictionaryObject):
        return
    for key in _GONE:
        held.pop(NameObject(key), None)
    for each in held.values():
        _cleaned(each)
    if isinstance(held, StreamObject):
        _bare(held)


def _bare(picture: StreamObject) -> None:
    """Strip a picture that lies in the file as a camera or scanner made it."""
    kind = picture.get("/Filter")
    kind = kind[0] if isinstance(kind, ArrayObject) and len(kind) == 1 else kind
    if kind == "/DCTDecode":
        picture._data = segments.stripped(picture._data, turned=False)  # noqa: SLF001 - the bytes as they lie, not as they unfold
    elif kind == "/JPXDecode":
        picture._data = b"".join(_boxes(picture._data))  # noqa: SLF001 - as above
    elif isinstance(kind, ArrayObject) and {"/DCTDecode", "/JPXDecode"} & set(kind):
        raise ValueError("a picture packed twice")


def _boxes(content: bytes) -> Iterator[bytes]:
    place = 0
    while place < len(content) and not content.startswith(b"\xff\x4f"):
        size = int.from_bytes(content[place:place + 4], "big") or len(content) - place
        if size < 8:
            raise ValueError("a long box")
        if content[place + 4:place + 8] in _BOXES:
            yield content[place:place + size]
        place += size
    if not place:
        yield content


def _strings(held: Any) -> Iterator[str]:
    if isinstance(held, TextStringObject):
        yield str(held)
    elif isinstance(held, DictionaryObject):
        for each in held.values():
            yield from _strings(each)
    elif isinstance(held, ArrayObject):
        for each in held:
            yield from _strings(each)

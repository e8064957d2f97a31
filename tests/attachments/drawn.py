"""Pictures and papers with planted values in every place where a camera, a scanner or an office program leaves them."""

from __future__ import annotations

import io
import struct
import zlib

from PIL import Image
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, FloatObject, NameObject, StreamObject, TextStringObject

AUTHOR, PLACE, NUMBER, COMMENT = "Nguyễn Kẻ Chụp", "12.7103N 108.2378E", "040200999888", "chup tai nha ba Tran Thi Bi Mat"
PLANTED = (AUTHOR, PLACE, NUMBER, COMMENT)
SHOWN = "BIEN BAN NIEM YET"


def held(content: bytes) -> set[str]:
    """Return which planted values a file's bytes hold, in any of the ways they are written."""
    return {value for value in PLANTED if any(value.encode(code) in content for code in ("utf-8", "utf-16-le", "utf-16-be"))}


def photograph(turn: int = 6) -> bytes:
    """A JPEG picture that is turned, with EXIF, GPS, XMP, IPTC, a comment, a preview and trailing bytes."""
    picture = Image.new("RGB", (24, 16), (200, 30, 30))
    picture.putpixel((1, 1), (0, 0, 255))
    exif = Image.Exif()
    exif[0x0112], exif[0x013B], exif[0x010E] = turn, AUTHOR.encode(), COMMENT.encode()
    exif.get_ifd(0x8825)[0x001D] = PLACE
    made = io.BytesIO()
    picture.save(made, "JPEG", quality=90, exif=exif, comment=COMMENT.encode(), progressive=True)
    content = made.getvalue()
    return content[:2] + b"".join(_segment(code, text) for code, text in (
        (0xE1, b"http://ns.adobe.com/xap/1.0/\0" + f"<x>{AUTHOR} {NUMBER}</x>".encode()),
        (0xED, b"Photoshop 3.0\x008BIM" + PLACE.encode()), (0xE0, b"JFXX\0\x10" + COMMENT.encode()),
        (0xEE, b"Adobe" + NUMBER.encode()), (0xFE, AUTHOR.encode("utf-16-le")))) + content[2:] + b"MPF" + "".join(PLANTED).encode()


def drawing() -> bytes:
    """A PNG picture with texts, a time, EXIF, and trailing bytes."""
    made = io.BytesIO()
    Image.new("P", (8, 8), 3).save(made, "PNG", transparency=0)
    content = made.getvalue()
    planted = b"".join(_chunk(name, data) for name, data in (
        (b"tEXt", b"Author\0" + NUMBER.encode()), (b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + AUTHOR.encode()),
        (b"zTXt", b"Comment\0\0" + zlib.compress(COMMENT.encode())), (b"eXIf", b"MM\0*" + PLACE.encode()),
        (b"tIME", bytes(7)), (b"prIv", COMMENT.encode())))
    return content[:33] + planted + content[33:] + "".join(PLANTED).encode()


def paper(line: str = SHOWN) -> bytes:
    """A PDF of one page that shows a line, a photograph and a stamp; all else in it is planted."""
    writer = PdfWriter()
    page = writer.add_blank_page(width=300, height=200)
    font = DictionaryObject({NameObject("/Type"): NameObject("/Font"), NameObject("/Subtype"): NameObject("/Type1"),
                             NameObject("/BaseFont"): NameObject("/Helvetica")})
    photo = _stream(photograph(), Type="/XObject", Subtype="/Image", Filter="/DCTDecode", ColorSpace="/DeviceRGB")
    photo |= {NameObject(f"/{key}"): FloatObject(value) for key, value in (("Width", 24), ("Height", 16), ("BitsPerComponent", 8))}
    photo[NameObject("/Metadata")] = writer._add_object(_stream(f"<x>{AUTHOR}</x>".encode(), Type="/Metadata", Subtype="/XML"))
    page[NameObject("/Resources")] = DictionaryObject({
        NameObject("/Font"): DictionaryObject({NameObject("/F1"): font}),
        NameObject("/XObject"): DictionaryObject({NameObject("/Photo"): writer._add_object(photo)})})
    drawn = f"BT /F1 12 Tf 20 150 Td ({line}) Tj ET\nq 48 0 0 32 20 80 cm /Photo Do Q"
    page[NameObject("/Contents")] = writer._add_object(_stream(drawn.encode()))
    page[NameObject("/PieceInfo")] = DictionaryObject({NameObject("/Private"): TextStringObject(COMMENT)})
    page[NameObject("/Annots")] = ArrayObject([_stamp(writer, font), _note(), _link()])
    writer.add_metadata({"/Author": AUTHOR, "/Keywords": NUMBER, "/Subject": PLACE})
    writer.add_attachment("danh-sach.txt", "\n".join(PLANTED).encode())
    script = {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject(f"app.alert('{COMMENT}')")}
    writer.root_object[NameObject("/OpenAction")] = DictionaryObject(script)
    writer.add_outline_item(title=AUTHOR, page_number=0)
    writer.root_object[NameObject("/Metadata")] = writer._add_object(_stream("".join(PLANTED).encode(), Type="/Metadata", Subtype="/XML"))
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def _stamp(writer: PdfWriter, font: DictionaryObject) -> DictionaryObject:
    """A signature field as a signing tool leaves it: what it shows, and the signer's certificate."""
    look = _stream(b"BT /F1 8 Tf 2 10 Td (DA KY SO) Tj ET", Type="/XObject", Subtype="/Form")
    look[NameObject("/BBox")] = ArrayObject(map(FloatObject, (0, 0, 80, 20)))
    look[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})})
    signature = DictionaryObject({NameObject("/Type"): NameObject("/Sig"), NameObject("/Name"): TextStringObject(AUTHOR),
                                  NameObject("/ContactInfo"): TextStringObject(NUMBER)})
    return _mark("/Widget", (200, 20, 280, 40), FT=NameObject("/Sig"), V=writer._add_object(signature),
                 AP=DictionaryObject({NameObject("/N"): writer._add_object(look)}))


def _note() -> DictionaryObject:
    return _mark("/Text", (10, 10, 20, 20), Contents=TextStringObject(COMMENT), T=TextStringObject(AUTHOR))


def _link() -> DictionaryObject:
    action = DictionaryObject({NameObject("/S"): NameObject("/URI"), NameObject("/URI"): TextStringObject(f"mailto:{NUMBER}@mau.example")})
    return _mark("/Link", (10, 10, 20, 20), A=action)


def _mark(sort: str, rect: tuple[int, ...], **more: object) -> DictionaryObject:
    entries = {NameObject("/Type"): NameObject("/Annot"), NameObject("/Subtype"): NameObject(sort),
               NameObject("/Rect"): ArrayObject(map(FloatObject, rect))}
    return DictionaryObject(entries | {NameObject(f"/{key}"): value for key, value in more.items()})


def _stream(data: bytes, **more: str) -> StreamObject:
    made = DecodedStreamObject()
    made.set_data(data)
    made.update({NameObject(f"/{key}"): NameObject(value) for key, value in more.items()})
    return made


def _segment(code: int, text: bytes) -> bytes:
    return bytes((0xFF, code)) + struct.pack(">H", len(text) + 2) + text


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

"""Board files that were made to do harm, or were harmed; each by a name of its own."""

from __future__ import annotations

import base64
import json
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.pictures import chunk, png
from tests.test_cboard import board as cboard
from tests.test_cboard import tile
from tests.test_grd import element, grid
from tests.test_obz import obf, packed


def _json(value: Any) -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        path = folder / "evil.json"
        path.write_text(json.dumps(value), "utf-8")
        return path

    return make


def _bytes(data: bytes, name: str = "evil.json") -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        path = folder / name
        path.write_bytes(data)
        return path

    return make


def _zip(files: dict[str, bytes]) -> Callable[[Path], Path]:
    return lambda folder: packed(folder, files, "evil.obz")


def _link_in_a_zip(folder: Path) -> Path:
    path = packed(folder, {"a.obf": obf()}, "evil.obz")
    with zipfile.ZipFile(path, "a") as archive:
        link = zipfile.ZipInfo("b.obf")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    return path


def _overlapping_zip(folder: Path) -> Path:
    """Many names in the directory for the same packed bytes."""
    path = packed(folder, {"a.obf": obf(description_html="x" * 100_000)}, "evil.obz")
    with zipfile.ZipFile(path, "a") as archive:
        first = archive.infolist()[0]
        for number in range(30_000):
            again = zipfile.ZipInfo(f"{number}.obf")
            again.header_offset, again.CRC = first.header_offset, first.CRC
            again.compress_size, again.file_size = first.compress_size, first.file_size
            again.compress_type = first.compress_type
            archive.filelist.append(again)
        archive._didModify = True
    return path


def _locked_zip(folder: Path) -> Path:
    """Its flags say that it is encrypted."""
    path = packed(folder, {"a.obf": obf()}, "evil.obz")
    data = bytearray(path.read_bytes())
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + place] |= 1
    path.write_bytes(data)
    return path


def _damaged_zip(folder: Path) -> Path:
    path = packed(folder, {"a.obf": obf()}, "evil.obz")
    return damaged(path, "a.obf")


def damaged(path: Path, name: str) -> Path:
    """Change a byte in the middle of one file of a package."""
    with zipfile.ZipFile(path) as archive:
        info = archive.getinfo(name)
    data = bytearray(path.read_bytes())
    data[info.header_offset + 30 + len(name) + info.compress_size // 2] ^= 0xFF
    path.write_bytes(data)
    return path


_MANY = [{"id": str(number), "label": "x"} for number in range(100_000)]
_WIDE = {"rows": 10_000, "columns": 10_000}
_DEEP = b'{"a":' * 100_000 + b"1" + b"}" * 100_000

REFUSED: dict[str, tuple[Callable[[Path], Path], str]] = {
    "zip-slip": (_zip({"a.obf": obf(), "../../evil.obf": obf()}), "names an unsafe path"),
    "zip-slip by a drive": (_zip({"C:\\evil.obf": obf()}), "names an unsafe path"),
    "zip-slip from the root": (_zip({"/etc/evil.obf": obf()}), "names an unsafe path"),
    "zip bomb": (_zip({"a.obf": b" " * (40 * 2**20)}), "holds too large a file"),
    "many bombs": (
        _zip({f"{n}.obf": b" " * (31 * 2**20) + obf() for n in range(9)}),
        "its boards are larger than 256 MiB",
    ),
    "100 000 buttons on 26 boards, OBZ": (
        _zip({f"{n}.obf": obf(f"b{n}", buttons=[{"id": "1"}] * 4_000) for n in range(26)}),
        "holds more than 100000 buttons",
    ),
    "100 000 buttons on 26 boards, grd": (
        _json({"grids": [grid(*[{"id": "1"}] * 4_000)] * 26}),
        "holds more than 100000 buttons",
    ),
    "100 000 buttons on 26 boards, Cboard": (
        _json([cboard(*[{"id": "1"}] * 4_000)] * 26),
        "holds more than 100000 buttons",
    ),
    "a global grid on many boards": (
        _json(
            {
                "grids": [
                    grid(
                        *(element(f"wo{n}", n % 60, n // 60) for n in range(3_000)), identity="all"
                    ),
                    *(grid(element(), identity=f"g{n}") for n in range(40)),
                ],
                "metadata": {"globalGridId": "all"},
            }
        ),
        "holds more than 100000 buttons",
    ),
    "a package inside of a package": (
        _zip({"inner.obz": b"PK\x03\x04" + bytes(range(256))}),
        "evil.obz: inner.obz: is a package inside of another one",
    ),
    "locked with a password": (_locked_zip, "evil.obz: is locked with a password"),
    "a damaged board and no other": (_damaged_zip, "evil.obz: is damaged at 'a.obf'"),
    "an id without end": (_json({"buttons": [{"id": "x" * 100_000}]}), "one id is longer than"),
    "overlapping files": (_overlapping_zip, "holds more than 2000 boards"),
    "100 000 files": (
        _zip({f"{n}.txt": b"" for n in range(50_001)}),
        "holds more than 50000 files",
    ),
    "symbolic link in a zip": (_link_in_a_zip, "names an unsafe path"),
    "truncated zip": (_bytes(b"PK\x03\x04" + b"\0" * 50, "evil.obz"), "is not a sound zip"),
    "100 000 buttons, OBF": (_json({"buttons": _MANY}), "more than 4000 buttons"),
    "100 000 buttons, grd": (_json({"grids": [grid(*map(dict, _MANY))]}), "more than 4000 buttons"),
    "100 000 buttons, Cboard": (_json([cboard(*_MANY)]), "more than 4000 buttons"),
    "10 000 x 10 000, OBF": (_json({"buttons": [], "grid": _WIDE}), "10000 rows or columns"),
    "10 000 x 10 000, Cboard": (_json([cboard(tile(), grid=_WIDE)]), "10000 rows or columns"),
    "10 000 x 10 000 places, grd": (
        _json({"grids": [grid(*(element(f"e{n}", n * 50, n * 50) for n in range(200)))]}),
        "more rows or columns than can be",
    ),
    "100 000 boards, grd": (_json({"grids": [{"gridElements": []}] * 100_000}), "more than 2000"),
    "100 000 boards, Cboard": (_json([{"tiles": []}] * 100_000), "more than 2000"),
    "truncated JSON": (
        _bytes(json.dumps({"grids": [grid(element())]}).encode()[:-9]),
        "is not JSON",
    ),
    "empty": (_bytes(b""), "is not JSON"),
    "deep nesting": (_bytes(_DEEP), "is nested too deeply"),
    "deep lists": (_bytes(b'{"grids":' + b"[" * 100_000), "is nested too deeply"),
    "deep in a board": (
        _bytes(b'{"grids": [' + b"[" * 60 + b"]" * 60 + b"]}"),
        "nested too deeply",
    ),
    "millions of values": (_bytes(b'{"grids":[' + b"[]," * 5_000_000 + b"1]}"), "too many values"),
    "not a number": (_bytes(b'{"grids": [], "x": NaN}'), "is not JSON"),
    "a number without end": (_bytes(b'{"grids": [' + b"9" * 10_000 + b"]}"), "is not JSON"),
    "Latin-1": (_bytes('{"grids": [{"a": "ñ"}]}'.encode("latin-1")), "is not UTF-8 text"),
    "random bytes": (_bytes(bytes(range(256)) * 40), "is not"),
    "a picture": (_bytes(png(), "evil.obf"), "is not"),
}
"""What makes the file, and a part of the sentence that refuses it."""


def picture_uri(data: bytes, kind: str = "image/png") -> str:
    return f"data:{kind};base64,{base64.b64encode(data).decode()}"


def huge_png(width: int = 60_000, height: int = 60_000) -> bytes:
    """A small PNG that would fill gigabytes when it is decoded."""
    header = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    body = zlib.compress(b"\0" * 10_000)
    chunks = [(b"IHDR", header), (b"IDAT", body), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(kind, data) for kind, data in chunks)


def svg(inside: str = "", head: str = "") -> bytes:
    return (
        f'{head}<svg xmlns="http://www.w3.org/2000/svg" '
        f'xmlns:xlink="http://www.w3.org/1999/xlink" width="10" height="10">{inside}</svg>'
    ).encode()


_JPEG = b"\xff\xd8\xff\xe0\0\x10JFIF\0" + b"\0" * 9 + b"\xff\xc0\0\x11\x08\xff\xff\xff\xff\x03"
_LAUGHS = (
    '<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>'
)

BAD_PICTURES: dict[str, tuple[bytes, str]] = {
    "PNG of 60 000 x 60 000": (huge_png(), "60000 x 60000 pixels, which is too large"),
    "PNG of one long line": (huge_png(1_000_000, 1), "too large"),
    "PNG without a size": (huge_png(0, 5), "without a size"),
    "JPEG of 65 535 x 65 535": (_JPEG, "65535 x 65535 pixels, which is too large"),
    "GIF of 65 535 x 65 535": (b"GIF89a\xff\xff\xff\xff\0\0\0", "65535 x 65535"),
    "WebP of 16 million": (
        b"RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0" + b"\xff" * 6,
        "16777216 x 16777216",
    ),
    "BMP of two thousand millions": (
        b"BM" + b"\0" * 16 + struct.pack("<ii", 2**31 - 1, -(2**31 - 1)),
        "too large",
    ),
    "PNG that was cut off": (png()[:18], "was cut off"),
    "JPEG that was cut off": (_JPEG[:6], "is a damaged JPEG picture"),
    "a program": (b"\x7fELF" + b"\0" * 100, "is no picture of a known kind"),
    "HTML": (b"<html><script>alert(1)</script></html>", "is no picture of a known kind"),
    "SVG with a script": (svg("<script>alert(1)</script>"), "active content (<script>)"),
    "SVG with a script of another name": (svg("<x:script xmlns:x='a'/>"), "active content"),
    "SVG that acts when it is loaded": (svg('<g onload="alert(1)"/>'), "active content (onload)"),
    "SVG with a link that acts": (svg('<a href="javascript:alert(1)"/>'), "active content (href)"),
    "SVG with foreign content": (svg("<foreignObject/>"), "active content"),
    "SVG with a remote picture": (
        svg('<image xlink:href="http://127.0.0.1/x.png"/>'),
        "refers to something outside",
    ),
    "SVG with a file of this computer": (
        svg('<image href="file:///etc/passwd"/>'),
        "refers to something outside",
    ),
    "SVG that uses another": (svg('<use href="other.svg#a"/>'), "refers to something outside"),
    "SVG with a remote style": (
        svg("<style>@import 'http://127.0.0.1/a.css';</style>"),
        "refers to something outside",
    ),
    "SVG with a remote filling": (
        svg('<rect style="fill: url( &quot;http://127.0.0.1/a&quot; )"/>'),
        "refers to something outside",
    ),
    "SVG with a spelt-out style": (
        svg(r"<style>a{b:\75rl(http://127.0.0.1/a)}</style>"),
        "refers to something outside",
    ),
    "SVG with a style sheet": (
        svg(head='<?xml-stylesheet href="http://127.0.0.1/a.css"?>'),
        "refers to something outside",
    ),
    "SVG with entities": (svg("&c;", _LAUGHS), "with entities of its own"),
    "SVG with an outside entity": (
        svg("&x;", '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
        "with entities of its own",
    ),
    "SVG of enormous size": (
        svg().replace(b'width="10"', b'width="1000000"'),
        "SVG picture that is too large",
    ),
    "SVG with 200 000 parts": (svg("<g/>" * 200_000), "with too many parts"),
    "SVG nested 5 000 deep": (svg("<g>" * 5_000 + "</g>" * 5_000), "with too many parts"),
    "SVG with a huge picture inside": (
        svg(f'<image width="4" height="4" href="{picture_uri(huge_png())}"/>'),
        "60000 x 60000 pixels",
    ),
    "SVG filled with a picture": (
        svg(f'<rect fill="url({picture_uri(png())})"/>'),
        "refers to something outside",
    ),
    "SVG that multiplies itself": (
        svg(
            "".join(f'<g id="a{n}">' + f'<use href="#a{n + 1}"/>' * 10 + "</g>" for n in range(9))
            + '<g id="a9"><path d="M0 0"/></g>'
        ),
        "with too many parts",
    ),
    "SVG whose patterns multiply": (
        svg(
            "".join(
                f'<pattern id="a{n}">' + f'<rect fill="url(#a{n + 1})"/>' * 10 + "</pattern>"
                for n in range(9)
            )
        ),
        "with too many parts",
    ),
    "SVG that is inside of itself": (
        svg('<g id="a"><use xlink:href="#b"/></g><g id="b"><use href="#a"/></g>'),
        "inside of itself",
    ),
    "SVG with a long chain": (
        svg("".join(f'<g id="a{n}"><use href="#a{n + 1}"/></g>' for n in range(6_000))),
        "with too many parts",
    ),
    "SVG that was cut off": (svg()[:-8], "is a damaged SVG picture"),
}
"""The bytes of a picture, and a part of what is said of it."""

GOOD_PICTURES: dict[str, bytes] = {
    "PNG": png(),
    "SVG": svg("<path d='M0 0'/>"),
    "SVG that refers to itself": svg(
        '<use href="#a"/><rect fill="url( #b )" style="x:url(\'#c\')"/>'
    ),
    "SVG that uses a part twice": svg('<g id="a"><path/></g><use href="#a"/><use href="#a"/>'),
    "SVG with a title": svg("<title>on and on</title>", '<?xml version="1.0"?>'),
    "SVG with an outside document type": svg(
        head='<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/a.dtd">'
    ),
    "SVG with a picture inside": svg(f'<image width="4" height="4" href="{picture_uri(png())}"/>'),
    "JPEG": _JPEG[:-5] + struct.pack(">HH", 30, 40) + b"\x03",
    "GIF": b"GIF89a\x05\0\x05\0\0\0\0",
}

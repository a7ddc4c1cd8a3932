"""Is this SVG picture only a drawing? One with scripts or with links to elsewhere is refused.

Format: SVG 1.1 (W3C). Nothing is taken out of a picture: what is not harmless as it stands is
left out whole.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from xml.parsers import expat

from pictograms.errors import BadImageError
from pictograms.media import inline_bytes
from pictograms.raster import check_raster

_MOST_ELEMENTS = 20_000
"""Parts of a picture, those counted again that are used again."""
_MOST_DEPTH = 200
_MOST_SIDE = 20_000.0
_ACTIVE = frozenset({"script", "foreignobject", "iframe", "embed", "object", "handler", "listener"})
_LINKS = frozenset({"href", "src", "data", "base"})
# A backslash in a style could spell any of this in another way.
_OUTSIDE = re.compile(
    r"url\(\s*+[\"']?+\s*+(?!#)|@import|\\[0-9a-f]",
    re.IGNORECASE,
)
_INSIDE = re.compile(r"\s*(#|data:image/(png|jpe?g|gif|webp)[;,]|$)", re.IGNORECASE)
_SCHEME = re.compile(r"\s*(java|vb|live)script\s*:", re.IGNORECASE)
_OWN_PART = re.compile(r"url\(\s*[\"']?#([^\"')]+)")
_UNDER_WAY = -1
_LENGTH = re.compile(r"\s*([0-9.eE+]+)")


def check_svg(data: bytes) -> None:
    """Walk through the elements of an SVG. Raises BadImageError, one sentence."""
    reader = expat.ParserCreate()
    reader.buffer_text = True
    walk = _Walk()
    reader.StartElementHandler = walk.begin
    reader.EndElementHandler = walk.end
    reader.CharacterDataHandler = walk.text
    reader.EntityDeclHandler = walk.entity
    reader.ProcessingInstructionHandler = walk.instruction
    try:
        reader.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise BadImageError("is a damaged SVG picture") from error
    if walk.elements == 0:
        raise BadImageError("is no SVG picture")
    try:
        drawn = walk.weight("", {})
    except RecursionError as error:
        raise BadImageError("is an SVG picture with too many parts") from error
    if drawn > _MOST_ELEMENTS:
        raise BadImageError("is an SVG picture with too many parts")


class _Walk:
    def __init__(self) -> None:
        self.elements = 0
        self._depth = 0
        self._style = False
        self._open: list[str] = []
        """Ids of the elements around, empty where one has none."""
        self._own: Counter[str] = Counter()
        """Id to the number of parts inside; empty for the whole."""
        self._uses: dict[str, Counter[str]] = {}
        """Id to the ids that are drawn for it, and how often."""

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        kind = name.rpartition(":")[2].lower()
        if self.elements == 0 and kind != "svg":
            raise BadImageError("is no SVG picture")
        self.elements += 1
        self._depth += 1
        self._style = kind == "style"
        if self.elements > _MOST_ELEMENTS or self._depth > _MOST_DEPTH:
            raise BadImageError("is an SVG picture with too many parts")
        if kind in _ACTIVE:
            raise BadImageError(f"is an SVG picture with active content (<{kind}>)")
        told = {key.rpartition(":")[2].lower(): value for key, value in attributes.items()}
        for attribute, value in told.items():
            _check(attribute, value, kind)
        self._count(kind, told)

    def _count(self, kind: str, attributes: Mapping[str, str]) -> None:
        """Remember what is drawn here once more, under every id that this stands inside of."""
        self._open.append(attributes.get("id", ""))
        around = {"", *self._open}
        self._own.update(around)
        drawn = Counter(_references(kind, attributes))
        if drawn:
            for identity in around:
                self._uses.setdefault(identity, Counter()).update(drawn)

    def weight(self, identity: str, known: dict[str, int]) -> int:
        """How many parts are drawn for an element, those that it uses counted each time.

        Raises BadImageError for one that is drawn inside of itself.
        """
        if known.get(identity) == _UNDER_WAY:
            raise BadImageError("is an SVG picture that is drawn inside of itself")
        if identity not in known:
            known[identity] = _UNDER_WAY
            used = self._uses.get(identity, Counter())
            known[identity] = self._own[identity] + sum(
                count * self.weight(target, known) for target, count in used.items()
            )
        return known[identity]

    def end(self, _name: str) -> None:
        self._open.pop()
        self._depth -= 1
        self._style = False

    def text(self, text: str) -> None:
        if self._style and _OUTSIDE.search(text):
            raise BadImageError("is an SVG picture that refers to something outside of it")

    def entity(self, *_: object) -> None:
        raise BadImageError("is an SVG picture with entities of its own")

    def instruction(self, target: str, _data: str) -> None:
        if target.lower() != "xpacket":
            raise BadImageError("is an SVG picture that refers to something outside of it")


def _references(kind: str, attributes: Mapping[str, str]) -> Iterator[str]:
    """The ids of the picture's own parts that are drawn here; a marker stands at every point."""
    points = 1 + len(attributes.get("d", "") + attributes.get("points", "")) // 4
    for name, value in attributes.items():
        found = _OWN_PART.findall(value)
        if kind == "use" and name == "href":
            found.append(value.strip().removeprefix("#"))
        for identity in found:
            yield from [identity] * (points if "marker" in f"{name}{value}" else 1)


def _check(name: str, value: str, kind: str) -> None:
    if (name.startswith("on") and len(name) > 3) or _SCHEME.match(value):
        raise BadImageError(f"is an SVG picture with active content ({name})")
    is_link = name in _LINKS and kind != "a"
    if (is_link and not _INSIDE.match(value)) or _OUTSIDE.search(value):
        raise BadImageError("is an SVG picture that refers to something outside of it")
    if is_link and value.lstrip().lower().startswith("data:"):
        check_raster(inline_bytes(value.strip()))
    if kind == "svg" and name in ("width", "height") and _number(value) > _MOST_SIDE:
        raise BadImageError("is an SVG picture that is too large")


def _number(value: str) -> float:
    found = _LENGTH.match(value)
    try:
        return float(found[1]) if found else 0.0
    except ValueError:
        return 0.0

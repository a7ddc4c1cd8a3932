"""Sets of boards: an `.obz` package, the same unzipped into a folder, or one board alone.

Format: open-board-0.1, `manifest.json` with `root` and `paths{boards,images,sounds}`. The
set is as tolerant as a board: a missing manifest, links into nowhere and single bad boards
are survived and told in `problems`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from pictograms.archive import UnsafeArchiveError, tidy_path
from pictograms.board import Board, Image, LoadBoard, Sound
from pictograms.errors import BoardError
from pictograms.fields import MAX_BYTES, Fields, load_json
from pictograms.names import FreeNames
from pictograms.obf_read import parse_board
from pictograms.package import BOARD_SUFFIX, ZIP_MAGIC, Package, open_package
from pictograms.room import Room, parts_of

MAX_BOARDS = 2_000
MAX_TOTAL = 256 * 2**20
"""Most bytes of all boards of a set together."""
_MANIFEST = "manifest.json"
_Media = TypeVar("_Media", Image, Sound)


def _nothing() -> Mapping[str, Any]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class BoardSet:
    """Boards that belong together."""

    name: str
    root: str
    """Id of the first board."""
    boards: Mapping[str, Board] = field(hash=False)
    """By id; where two boards had the same, the later one was given another."""
    paths: Mapping[str, str] = field(hash=False)
    """Board id to its path inside the package; `load_board` names these."""
    source: Path
    """The folder or file that was read."""
    urgent: str | None = None
    """`ext_aac_urgent`: id of the board whose buttons stand on every board."""
    sizes: tuple[tuple[int, int], ...] = ()
    """`ext_aac_sizes`: (rows, columns) of the board sizes, the smallest first."""
    extra: Mapping[str, Any] = field(default_factory=_nothing, hash=False)
    """Fields of the manifest that we do not know."""
    problems: tuple[str, ...] = ()
    """One sentence for each thing that could not be used."""

    @property
    def first(self) -> Board:
        """The board to begin with."""
        return self.boards[self.root]

    _by_path: Mapping[str, str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_path = {path: identity for identity, path in reversed(list(self.paths.items()))}
        object.__setattr__(self, "_by_path", by_path)

    def target(self, link: LoadBoard) -> Board | None:
        """The board that a link leads to: by path, else by id; None if the set has none."""
        by_path = self._by_path.get(tidy_path(link.path) or "") if link.path else None
        found = by_path or link.id
        return self.boards.get(found) if found else None


@dataclass(frozen=True, slots=True)
class _Manifest:
    name: str | None = None
    root: str | None = None
    boards: tuple[str, ...] = ()
    images: Mapping[str, str] = field(default_factory=_nothing)
    sounds: Mapping[str, str] = field(default_factory=_nothing)
    urgent: str | None = None
    sizes: tuple[tuple[int, int], ...] = ()
    extra: Mapping[str, Any] = field(default_factory=_nothing)


def read_set(path: Path) -> BoardSet:
    """The boards at `path`: a folder, an `.obz` or `.zip` file, or one `.obf`.

    Raises BoardError, one sentence, if no board at all can be read there.
    """
    problems: list[str] = []
    with open_package(path) as package:
        manifest = _read_manifest(package, problems)
        found = _read_boards(package, manifest, path.name, problems)
    boards, paths = _by_id(found)
    filled = {identity: _with_media(board, manifest) for identity, board in boards.items()}
    root = _root(manifest, filled, paths, problems)
    return BoardSet(
        name=manifest.name or filled[root].name,
        root=root,
        boards=MappingProxyType(filled),
        paths=MappingProxyType(paths),
        source=path,
        urgent=_id_of(manifest.urgent, paths),
        sizes=manifest.sizes,
        extra=manifest.extra,
        problems=tuple(problems),
    )


def _read_manifest(package: Package, problems: list[str]) -> _Manifest:
    if _MANIFEST not in package.names():
        return _Manifest()
    try:
        raw = load_json(package.read(_MANIFEST), _MANIFEST)
    except BoardError as error:
        problems.append(str(error))
        return _Manifest()
    if not isinstance(raw, dict):
        problems.append(f"{_MANIFEST}: is not a JSON object")
        return _Manifest()
    return _manifest(Fields(raw, _MANIFEST))


def _manifest(fields: Fields) -> _Manifest:
    fields.drop("format", "open-board-0.1")
    paths = fields.part("paths") or Fields({}, _MANIFEST)
    listed = {name: _paths(paths, name) for name in ("boards", "images", "sounds")}
    fields.keep("paths", paths.rest())
    return _Manifest(
        name=fields.text("ext_aac_name") or fields.text("name"),
        root=fields.text("root"),
        boards=tuple(listed["boards"].values()),
        images=listed["images"],
        sounds=listed["sounds"],
        urgent=fields.identity("ext_aac_urgent"),
        sizes=fields.convert("ext_aac_sizes", _sizes) or (),
        extra=fields.rest(),
    )


def _mapping(value: Any) -> Mapping[str, Any] | None:
    return MappingProxyType(value) if isinstance(value, dict) else None


def _sizes(value: Any) -> tuple[tuple[int, int], ...] | None:
    """Pairs of whole numbers from 1 on; anything else is kept as a field we do not know."""
    try:
        sizes = tuple((int(rows), int(columns)) for rows, columns in value)
    except (TypeError, ValueError):
        return None
    return sizes if all(rows > 0 and columns > 0 for rows, columns in sizes) else None


def _paths(fields: Fields, key: str) -> Mapping[str, str]:
    """Id to tidy path; entries that lead out of the package are left out."""
    found = fields.convert(key, _mapping) or _nothing()
    tidy = {name: tidy_path(path) for name, path in found.items() if isinstance(path, str)}
    return {name: path for name, path in tidy.items() if path}


def _read_boards(
    package: Package, manifest: _Manifest, name: str, problems: list[str]
) -> list[tuple[str, Board]]:
    """Every readable board with its path: those of the manifest first, then all others."""
    found: list[tuple[str, Board]] = []
    left, room = MAX_TOTAL, Room(name)
    spent = 0
    for path in _board_paths(package, manifest, name):
        room.take(spent)
        data = b""
        try:
            data = package.read(path)
            left -= len(data)
            board = _parsed(data, path)
        except UnsafeArchiveError as error:
            left -= MAX_BYTES  # that much of it may have been unpacked
            problems.append(f"{name}: {error}")
        except BoardError as error:
            spent = data.count(b"{")  # they were looked at, too
            problems.append(str(error))
        else:
            spent = parts_of(board)
            found.append((path, board))
        if left < 0:
            raise BoardError(f"{name}: its boards are larger than {MAX_TOTAL // 2**20} MiB")
    if not found:
        raise BoardError(_why_none(problems, name))
    room.take(spent)
    return found


def _parsed(data: bytes, path: str) -> Board:
    if data.startswith(ZIP_MAGIC):
        raise BoardError(f"{path}: is a package inside of another one; it has to be taken out")
    return parse_board(data, path)


def _why_none(problems: Sequence[str], name: str) -> str:
    if not problems:
        return f"{name}: holds no boards (no .obf file is in it)"
    last = problems[-1]
    return last if last.startswith(f"{name}:") else f"{name}: {last}"


def _board_paths(package: Package, manifest: _Manifest, name: str) -> Iterable[str]:
    names = package.names()
    alone = names if len(names) == 1 else ()
    others = sorted(path for path in names if path.lower().endswith(BOARD_SUFFIX))
    paths = dict.fromkeys([*manifest.boards, *others, *alone])
    paths.pop(_MANIFEST, None)
    if len(paths) > MAX_BOARDS:
        raise BoardError(f"{name}: holds more than {MAX_BOARDS} boards")
    return paths


def _by_id(found: Iterable[tuple[str, Board]]) -> tuple[dict[str, Board], dict[str, str]]:
    boards: dict[str, Board] = {}
    paths: dict[str, str] = {}
    names = FreeNames()
    for path, board in found:
        identity = names.give(board.id)
        boards[identity] = board if identity == board.id else replace(board, id=identity)
        paths[identity] = path
    return boards, paths


def _root(
    manifest: _Manifest, boards: Mapping[str, Board], paths: Mapping[str, str], problems: list[str]
) -> str:
    """The manifest's root, else the first board that no other one leads to."""
    if named := _id_of(manifest.root, paths):
        return named
    if manifest.root is not None:
        problems.append(f"{_MANIFEST}: its root {manifest.root[:80]!r} is not there")
    links = {
        tidy_path(button.load_board.path)
        for board in boards.values()
        for button in board.buttons.values()
        if button.load_board and button.load_board.path
    }
    return next((name for name in boards if paths[name] not in links), next(iter(boards)))


def _id_of(wanted: str | None, paths: Mapping[str, str]) -> str | None:
    """The id of the board that a manifest means by a path or by an id."""
    if wanted is None or wanted in paths:
        return wanted
    tidy = tidy_path(wanted)
    return next((identity for identity, path in paths.items() if path == tidy), None)


def _with_media(board: Board, manifest: _Manifest) -> Board:
    """The board with the paths of pictures and sounds that only the manifest tells."""
    pictures = {button.image_id for button in board.buttons.values() if button.image_id}
    recordings = {button.sound_id for button in board.buttons.values() if button.sound_id}
    images = _filled(board.images, manifest.images, pictures, Image)
    sounds = _filled(board.sounds, manifest.sounds, recordings, Sound)
    if images is board.images and sounds is board.sounds:
        return board
    return replace(board, images=images, sounds=sounds)


def _filled(
    known: Mapping[str, _Media], paths: Mapping[str, str], used: set[str], kind: type[_Media]
) -> Mapping[str, _Media]:
    told = {
        identity: replace(known.get(identity, kind(identity)), path=path)
        for identity, path in paths.items()
        if identity in (known.keys() | used)
        and not (identity in known and (known[identity].data or known[identity].path))
    }
    return MappingProxyType({**known, **told}) if told else known

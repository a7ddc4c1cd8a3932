"""The pictures and sounds of boards that strangers made, looked at before they are kept.

A picture that would burst the memory, an SVG with a script: the word stays, its picture goes, and
the report says why.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from pictograms.archive import UnsafeArchiveError
from pictograms.board import Board, Button, Image, Sound
from pictograms.errors import BadImageError, BoardError
from pictograms.fields import MAX_BYTES
from pictograms.import_report import Notes, Reason
from pictograms.media import inline_bytes
from pictograms.obz import BoardSet
from pictograms.package import Package, open_package
from pictograms.picture_check import MAX_SOUND, check_picture

MAX_TOTAL = 1024 * 2**20
"""Most bytes of all pictures and sounds of a set together, unpacked."""


def with_sound_media(boards: BoardSet, notes: Notes) -> BoardSet:
    """The set without pictures and sounds that must not be kept; `notes` says which.

    What only an address names stays as it is and is not fetched; so does a path that leads to no
    file. Raises BoardError for a package whose files are too much together.
    """
    has_paths = any(map(_names_files, boards.boards.values()))
    try:
        if not has_paths:
            return _checked(boards, _Judge(None), notes)
        with open_package(boards.source) as package:
            return _checked(boards, _Judge(package), notes)
    except _TooMuchError as error:
        raise BoardError(f"{boards.source.name}: {error}") from error


def _names_files(board: Board) -> bool:
    images = any(image.path and not image.data for image in board.images.values())
    return images or any(sound.path and not sound.data for sound in board.sounds.values())


def _checked(boards: BoardSet, judge: _Judge, notes: Notes) -> BoardSet:
    found = {identity: _board(board, judge, notes) for identity, board in boards.boards.items()}
    return replace(boards, boards=MappingProxyType(found))


def _board(board: Board, judge: _Judge, notes: Notes) -> Board:
    pictures = {image.id: judge.of(image, _check_picture) for image in board.images.values()}
    sounds = {sound.id: judge.of(sound, _check_sound) for sound in board.sounds.values()}
    if all(verdict.is_good for verdict in (*pictures.values(), *sounds.values())):
        return board
    shown = {button.image_id: button.label for button in board.buttons.values()}
    heard = {button.sound_id: button.label for button in board.buttons.values()}
    _tell(board, pictures, shown, Reason.BAD_PICTURE, notes)
    _tell(board, sounds, heard, Reason.BAD_SOUND, notes)
    images = {one.id: kept for one in board.images.values() if (kept := _kept(one, pictures))}
    clean = {one.id: one for one in board.sounds.values() if not sounds[one.id].is_refused}
    gone = (board.images.keys() - images.keys(), board.sounds.keys() - clean.keys())
    return replace(
        board,
        images=MappingProxyType(images),
        sounds=MappingProxyType(clean),
        buttons=MappingProxyType(
            {name: _without(button, *gone) for name, button in board.buttons.items()}
        ),
    )


def _without(button: Button, images: Set[str], sounds: Set[str]) -> Button:
    """The button without the picture and the sound that are gone."""
    image = None if button.image_id in images else button.image_id
    sound = None if button.sound_id in sounds else button.sound_id
    return replace(button, image_id=image, sound_id=sound)


@dataclass(frozen=True, slots=True)
class _Verdict:
    """What is wrong with a file."""

    why: str = ""
    is_refused: bool = False
    """Whether it must not be kept; else it is only missing."""

    @property
    def is_good(self) -> bool:
        return not self.why


_GOOD = _Verdict()


def _tell(
    board: Board,
    verdicts: Mapping[str, _Verdict],
    users: Mapping[str | None, str],
    reason: Reason,
    notes: Notes,
) -> None:
    for identity, verdict in verdicts.items():
        name = users.get(identity, identity)
        if verdict.is_refused:
            notes.skip(board.title, name, reason, verdict.why)
        elif not verdict.is_good:
            notes.adapt(board.title, name, Reason.MISSING_FILE, verdict.why)


def _kept(image: Image, verdicts: Mapping[str, _Verdict]) -> Image | None:
    """A pictogram keeps its number, whatever became of the copy that the file carried."""
    if not verdicts[image.id].is_refused:
        return image
    return replace(image, data=None, path=None) if image.arasaac_id is not None else None


@dataclass(slots=True)
class _Judge:
    """Reads every file once and says what is wrong with it."""

    package: Package | None
    read: int = 0
    by_path: dict[str, _Verdict] = field(default_factory=dict)

    def of(self, item: Image | Sound, check: Callable[[bytes], object]) -> _Verdict:
        if item.data:
            return self._judged(lambda: inline_bytes(item.data or ""), check)
        if not item.path or self.package is None:
            return _GOOD
        path = item.path
        if path not in self.by_path:
            self.by_path[path] = self._judged(lambda: self._file(path), check)
        return self.by_path[path]

    def _judged(self, read: Callable[[], bytes], check: Callable[[bytes], object]) -> _Verdict:
        try:
            check(read())
        except BadImageError as error:
            return _Verdict(str(error), is_refused=True)
        except BoardError as error:
            return _Verdict(str(error))
        return _GOOD

    def _file(self, path: str) -> bytes:
        assert self.package is not None
        try:
            data = self.package.read(path)
        except UnsafeArchiveError as error:
            self._count(MAX_BYTES)  # that much of it may have been unpacked
            raise BadImageError(f"cannot be taken out of the package, which {error}") from error
        self._count(len(data))
        return data

    def _count(self, size: int) -> None:
        self.read += size
        if self.read > MAX_TOTAL:
            raise _TooMuchError(f"its pictures and sounds are larger than {MAX_TOTAL // 2**20} MiB")


class _TooMuchError(Exception):
    """All files together are more than can be."""


def _check_picture(data: bytes) -> None:
    check_picture(data)


def _check_sound(data: bytes) -> None:
    if len(data) > MAX_SOUND:
        raise BadImageError(f"is larger than {MAX_SOUND // 2**20} MiB")

"""The folder of cached pictures: one PNG file each, whole or not there."""

from __future__ import annotations

from pathlib import Path

from pictograms.errors import BadImageError, CacheError
from pictograms.files import remove_drafts, set_aside, write_whole
from pictograms.png import check_png
from pictograms.variant import Variant

_PLAIN = Variant()
_DRAFT_AGE = 3600.0
_Stamp = tuple[int, int]


class PictureFolder:
    """Pictures by ARASAAC's number and variant. Any thread may own one; it holds nothing open.

    A file that is no whole PNG is set aside (`.bad`) when it is met, and counts as missing.
    """

    def __init__(self, folder: Path, resolution: int = 500) -> None:
        self.folder = folder
        self._resolution = resolution
        self._sound: dict[Path, _Stamp] = {}

    def path(self, identity: int, variant: Variant = _PLAIN) -> Path | None:
        """The picture's file, whole; None if there is none."""
        path = self._path(identity, variant)
        try:
            stamp = _stamp(path)
            if self._sound.get(path) != stamp:
                check_png(path.read_bytes())
        except OSError:
            return None
        except BadImageError:
            set_aside(path)
            return None
        self._sound[path] = stamp
        return path

    def store(
        self, identity: int, data: bytes, variant: Variant = _PLAIN, *, replace: bool = False
    ) -> Path:
        """Keep a picture; one that is already there stays unless `replace` is true.

        Raises BadImageError for what is no PNG, CacheError if it cannot be written.
        """
        path = self._path(identity, variant)
        if not replace and self.path(identity, variant):
            return path
        try:
            check_png(data)
            write_whole(path, data)
        except BadImageError as error:
            raise BadImageError(f"picture {identity} {error}") from error
        except OSError as error:
            reason = error.strerror or str(error)
            raise CacheError(f"picture {identity} cannot be kept ({reason})") from error
        return path

    def ids(self) -> list[int]:
        """Numbers of the plain pictures that have a file, in rising order."""
        ending = f"_{self._resolution}.png"
        names = (file.name.removesuffix(ending) for file in self.folder.glob(f"*{ending}"))
        return sorted(int(name) for name in names if name.isdecimal())

    def tidy(self, now: float) -> None:
        """Remove what killed programs left more than an hour before `now` (seconds, Unix)."""
        remove_drafts(self.folder, now - _DRAFT_AGE)

    def _path(self, identity: int, variant: Variant) -> Path:
        return self.folder / variant.file_name(identity, self._resolution)


def _stamp(path: Path) -> _Stamp:
    facts = path.stat()
    return facts.st_mtime_ns, facts.st_size

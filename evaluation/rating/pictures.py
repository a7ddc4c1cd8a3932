"""Pictures for the words of a message, out of a folder that the user names.

A picture is called as its word (`manzana.png`), or `pictures.tsv` in the folder names it: word TAB
file. `credit.txt` there is shown under the pictures, as licences such as ARASAAC's ask.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from evaluation.errors import EvaluationError

KINDS: Final = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".webp": "image/webp",
    ".gif": "image/gif",
}
"""What is shown. No SVG: such a file may hold a program."""


class Pictures:
    """The pictures there are, under numbers: no path comes from the page."""

    def __init__(self, folder: Path | None, words: Iterable[str]) -> None:
        """Look for the pictures of these words. Raises EvaluationError for what is no folder."""
        self._files: list[Path] = []
        self._numbers: dict[str, int] = {}
        self.credit = ""
        if folder is None:
            return
        if not folder.is_dir():
            raise EvaluationError(f"{folder}: there is no such folder of pictures")
        known = _by_name(folder) | _listed(folder)
        for word in dict.fromkeys(words):
            if word.casefold() in known:
                self._numbers[word] = len(self._files)
                self._files.append(known[word.casefold()])
        credit = folder / "credit.txt"
        if credit.is_file():
            self.credit = credit.read_text("utf-8", "replace").strip()

    def __len__(self) -> int:
        return len(self._files)

    def number(self, word: str) -> int | None:
        """Under which number the picture of a word is; None where there is none."""
        return self._numbers.get(word)

    def read(self, number: int) -> tuple[str, bytes] | None:
        """Media type and bytes; None where there is none, or it cannot be read any more."""
        if not 0 <= number < len(self._files):
            return None
        path = self._files[number]
        try:
            return KINDS[path.suffix.lower()], path.read_bytes()
        except OSError:
            return None


def _by_name(folder: Path) -> dict[str, Path]:
    files = sorted(path for path in folder.iterdir() if path.suffix.lower() in KINDS)
    return {path.stem.casefold(): path for path in files}


def _listed(folder: Path) -> dict[str, Path]:
    table = folder / "pictures.tsv"
    if not table.is_file():
        return {}
    found = {}
    for number, line in enumerate(table.read_text("utf-8-sig").splitlines(), start=1):
        word, tab, name = line.partition("\t")
        path = folder / name.strip()
        if not line.strip():
            continue
        if not tab or path.suffix.lower() not in KINDS or not path.is_file():
            raise EvaluationError(f"{table}, line {number}: not a word, a tab and a picture here")
        found[word.strip().casefold()] = path
    return found

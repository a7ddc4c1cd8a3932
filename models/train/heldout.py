"""Sentences that are kept for evaluation: none of them may be learnt."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from models.train.errors import BadPairsError
from models.train.pair import Pair, words_of


def read_held_out(paths: Iterable[Path]) -> frozenset[tuple[str, ...]]:
    """The words of every sentence in these test sets.

    A test set holds lines `words TAB sentence [TAB more sentences]`, with an optional header that
    begins with `keywords`. Raises BadPairsError for a file that cannot be read.
    """
    return frozenset(words_of(sentence) for path in paths for sentence in _sentences(path))


def read_set(path: Path) -> Iterator[tuple[tuple[str, ...], str]]:
    """The chosen words of a test set, parted by commas, and the first sentence for them.

    Raises BadPairsError for a file that cannot be read.
    """
    for words, *sentences in _rows(path):
        glosses = tuple(word.strip() for word in words.split(",") if word.strip())
        if glosses and sentences and sentences[0].strip():
            yield glosses, sentences[0].strip()


def _sentences(path: Path) -> Iterator[str]:
    for _words, *sentences in _rows(path):
        yield from filter(None, (sentence.strip() for sentence in sentences))


def _rows(path: Path) -> Iterator[list[str]]:
    """The columns of each line but the header."""
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except OSError as error:
        raise BadPairsError(f"{path}: cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise BadPairsError(f"{path}: not UTF-8 text") from error
    for line in lines:
        columns = line.split("\t")
        if columns[0].strip().lower() != "keywords":
            yield columns


def without_held_out(
    pairs: Iterable[Pair], held_out: frozenset[tuple[str, ...]]
) -> tuple[list[Pair], int]:
    """The pairs whose sentence is in no test set, and how many were taken out."""
    kept: list[Pair] = []
    removed = 0
    for pair in pairs:
        if words_of(pair.sentence) in held_out:
            removed += 1
        else:
            kept.append(pair)
    return kept, removed


def split(pairs: Sequence[Pair], one_in: int, seed: int) -> tuple[list[Pair], list[Pair]]:
    """Training and validation pairs; all pairs of one sentence go to the same side."""
    train: list[Pair] = []
    valid: list[Pair] = []
    for pair in pairs:
        key = f"{seed} {pair.language} {' '.join(words_of(pair.sentence))}"
        is_valid = zlib.crc32(key.encode("utf-8")) % one_in == 0
        (valid if is_valid else train).append(pair)
    return train, valid

"""Check the starting boards: every way in which a table can be wrong, one line each.

    python packaging/check_boards.py     exit code 1 if anything is wrong; prints figures

Pictures and messages are checked against reference data that is not part of the project: the
folder named by AAC_SHARED, else `../shared` beside the project. Without it those two are left out.
"""

from __future__ import annotations

import os
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from board_tables import (
    HOME,
    LANGUAGES,
    ROOT,
    SHAPE,
    SIZES,
    URGENT,
    BoardTable,
    TableError,
    read_tables,
)
from board_words import cells_of, check_messages, check_pictures, read_lexicon, words_of
from make_boards import TARGET, make

MINIMUM_WORDS = 700
"""Distinct words that each language must have."""
STRONG = 3
"""The vocabulary level of strong language: found by those who want it, never by accident."""
_KINDS = re.compile(r"word|letter|speak|action:\+?\S+|link(\+word)?:\S+")

_BASE = "[\u00a9-\u3299\U0001f000-\U0001faff]\ufe0f?[\U0001f3fb-\U0001f3ff]?"
_EMOJI = re.compile(
    f"{_BASE}(?:\u200d{_BASE})*|[0-9#*]\ufe0f\u20e3|[\U0001f1e6-\U0001f1ff]{{2}}",
)
"""One emoji as one character on the screen (Unicode Technical Standard 51, ED-17)."""
_YOUNG = re.compile(
    "[\U0001f6dc-\U0001f6df\U0001f7f0\U0001f979\U0001f9cc\U0001fa75-\U0001fa77\U0001fa7b-\U0001fa7c"
    "\U0001fa87-\U0001fa89\U0001faa9-\U0001faaf\U0001fab7-\U0001fabf\U0001fac3-\U0001facf"
    "\U0001fad7-\U0001faff]"
)
"""Emoji younger than Unicode 13: fonts of the systems that people have may lack them."""


def check(tables: Sequence[BoardTable]) -> list[str]:
    """Everything that can be checked without reference data."""
    return [
        *check_cells(tables),
        *check_repeats(tables),
        *check_links(tables),
        *check_reach(tables),
        *check_home(tables),
        *check_emoji(tables),
        *check_files(tables),
        *check_counts(tables),
    ]


def check_cells(tables: Sequence[BoardTable]) -> Iterator[str]:
    """Kinds, levels and the letter boards."""
    for table, cell in cells_of(tables):
        where = f"{table.id} {cell.name}"
        if not _KINDS.fullmatch(cell.kind):
            yield f"{where}: no kind of cell is called {cell.kind!r}"
        if not 1 <= cell.level <= STRONG:
            yield f"{where}: there is no level {cell.level}"
        if cell.target == "swearing" and cell.level != STRONG:
            yield f"{where}: a link to strong language must be of level {STRONG}"
        if (cell.word_class == "category") != cell.kind.startswith("link:"):
            yield f"{where}: a cell that only leads to a board, and no other, is a category"
    for table in tables:
        if table.id.startswith("letters_") and not table.is_whole:
            yield f"{table.id}: a letter board must be shown whole"


def check_repeats(tables: Sequence[BoardTable]) -> Iterator[str]:
    """No word twice on a board, and no emoji for two of its words."""
    for table in tables:
        for language in LANGUAGES:
            words = [cell.words[language] for cell in table.cells if language in cell.words]
            labels = Counter(word.label.lower() for word in words)
            glosses = Counter((word.gloss or word.label).lower() for word in words)
            for text in _repeated(labels) | _repeated(glosses):
                yield f"{table.id}: {text!r} stands twice on the {language} board"
        for emoji in _repeated(Counter(cell.emoji for cell in table.cells if cell.emoji)):
            yield f"{table.id}: {emoji} stands for two words"


def _repeated(counts: Mapping[str, int]) -> set[str]:
    return {text for text, count in counts.items() if count > 1}


def check_links(tables: Sequence[BoardTable]) -> Iterator[str]:
    known = {table.id for table in tables}
    for table, cell in cells_of(tables):
        if cell.target and cell.target not in known:
            yield f"{table.id} {cell.name}: there is no board {cell.target!r}"
        if cell.target == table.id:
            yield f"{table.id} {cell.name}: leads to the board that it stands on"


def check_reach(tables: Sequence[BoardTable]) -> Iterator[str]:
    """Every board can be reached from home at every size; strong language at its level."""
    for rows, columns in SIZES:
        for level in (1, STRONG):
            missing = {table.id for table in tables} - reach(tables, rows, columns, level)
            missing -= {URGENT} if level == STRONG else {URGENT, "swearing"}
            for board in sorted(missing):
                yield f"{board}: out of reach at {rows} x {columns}, level {level}"
    if "swearing" in reach(tables, *SHAPE, STRONG - 1):
        yield "swearing: within reach below its level"


def reach(tables: Sequence[BoardTable], rows: int, columns: int, level: int) -> set[str]:
    """The boards that can be opened from home where only so much of each board is shown."""
    by_id = {table.id: table for table in tables}
    found, open_ends = {HOME}, [HOME]
    while open_ends:
        table = by_id[open_ends.pop()]
        for cell in table.cells:
            shown = table.is_whole or (cell.row <= rows and cell.column <= columns)
            new = cell.target and cell.target in by_id and cell.target not in found
            if shown and new and cell.level <= level:
                found.add(cell.target)
                open_ends.append(cell.target)
    return found


def check_home(tables: Sequence[BoardTable]) -> Iterator[str]:
    """Home is full, in both languages: each core word has one place for both."""
    for table in tables:
        if table.id not in (HOME, URGENT):
            continue
        for language in LANGUAGES:
            places = {cell.name for cell in table.cells if language in cell.words}
            rows, columns = table.shape
            if len(places) != rows * columns:
                yield f"{table.id}: {rows * columns - len(places)} empty cells in {language}"
    urgent = next((table for table in tables if table.id == URGENT), None)
    for cell in urgent.cells if urgent else ():
        if cell.kind != "speak":
            yield f"{URGENT} {cell.name}: an urgent word must be spoken at once"


def check_emoji(tables: Sequence[BoardTable]) -> Iterator[str]:
    for table, cell in cells_of(tables):
        if not cell.emoji:
            continue
        if not _EMOJI.fullmatch(cell.emoji):
            yield f"{table.id} {cell.name}: {cell.emoji!r} is not one emoji"
        elif _YOUNG.search(cell.emoji):
            yield f"{table.id} {cell.name}: {cell.emoji} is younger than Unicode 13"


def check_files(tables: Sequence[BoardTable], target: Path = TARGET) -> list[str]:
    """What the tables give is what is on disk."""
    try:
        files = make(tables)
    except TableError as error:
        return [str(error)]
    complaints = []
    for name, text in files.items():
        path = target / name
        if not path.is_file() or path.read_text("utf-8") != text:
            complaints.append(f"{name}: not what the tables give; run make_boards.py")
    strays = {f"{path.parent.name}/{path.name}" for path in target.glob("*/*.obf")} - files.keys()
    return complaints + [f"{name}: no table gives this file" for name in sorted(strays)]


def check_counts(tables: Sequence[BoardTable]) -> Iterator[str]:
    for language in LANGUAGES:
        count = len(words_of(tables, language))
        if count < MINIMUM_WORDS:
            yield f"{language}: {count} words, at least {MINIMUM_WORDS} are needed"


def figures(tables: Sequence[BoardTable]) -> Iterator[str]:
    """What there is, in numbers."""
    yield f"{len(tables)} boards, {sum(len(table.cells) for table in tables)} cells"
    for language in LANGUAGES:
        drawn: dict[str, set[str]] = {}
        for _, cell in cells_of(tables):
            if cell.is_word and language in cell.words:
                word = cell.words[language]
                faces = {"picture": word.arasaac, "emoji": cell.emoji}
                kinds = drawn.setdefault((word.gloss or word.label).lower(), set())
                kinds |= {kind for kind, face in faces.items() if face}
        shares = ", ".join(
            f"{sum(kind in kinds for kinds in drawn.values()) / len(drawn):.1%} with {kind}"
            for kind in ("picture", "emoji")
        )
        yield f"{language}: {len(drawn)} words, {shares}"


def main() -> int:
    try:
        tables = read_tables()
    except TableError as error:
        print(f"check_boards: {error}", file=sys.stderr)
        return 1
    complaints = check(tables)
    shared = Path(os.environ.get("AAC_SHARED", ROOT.parent / "shared"))
    if shared.is_dir():
        complaints += check_pictures(tables, read_lexicon(shared))
        messages = (shared / "design/messages.md").read_text("utf-8")
        complaints += check_messages(tables, messages)
    else:
        print("check_boards: pictures and messages were not checked: no reference data")
    for complaint in complaints:
        print(f"check_boards: {complaint}", file=sys.stderr)
    print("\n".join(figures(tables)))
    return 1 if complaints else 0


if __name__ == "__main__":
    raise SystemExit(main())

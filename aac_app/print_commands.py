"""`aac-app boards export FILE.pdf` and `FILE.png`: boards on paper without a window."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from types import MappingProxyType

from aac_app.board_exporters import Export, Exporter
from aac_app.print_job import in_order
from pictograms.attribution import has_arasaac
from pictograms.credit import SHORT_CREDIT


def _pdf(export: Export) -> str:
    from aac_app.board_print import print_pdf

    _prepare()
    chosen = [export.board] if export.board else in_order(export.boards)
    print_pdf(export.boards, chosen, export.file, export.pictures, export.sheet, progress=_progress)
    print(file=sys.stderr)  # noqa: T201
    pages = "1 page" if len(chosen) == 1 else f"{len(chosen)} pages"
    return _told(export, f"{export.file}: {pages}", credit=has_arasaac(chosen))


def _png(export: Export) -> str:
    from aac_app.board_print import print_png

    _prepare()
    board = export.board or export.boards.first
    print_png(export.boards, board, export.file, export.pictures, export.sheet)
    what = f"{export.file}: the board {board.title!r}"
    return _told(export, what, credit=has_arasaac([board]))


def _told(export: Export, what: str, *, credit: bool) -> str:
    return f"{what}\n{SHORT_CREDIT[export.language]}" if credit else what


def _progress(done: int, total: int) -> None:
    print(f"\r{done} of {total}", end="", file=sys.stderr, flush=True)  # noqa: T201


def _prepare() -> None:
    """Letters need Qt's application, which needs no screen for that."""
    from aac_app.window import make_application

    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    make_application()


PRINTERS: Mapping[str, Exporter] = MappingProxyType({".pdf": _pdf, ".png": _png})

"""Find a word anywhere; the tree of boards, where each is used, and links into nowhere."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from aac_app.editing.finding import find
from aac_app.editing.links import Branch, Use, broken_links, tree, use_counts, where_used
from aac_app.editing.session import EditingSession
from aac_app.ui.editor_fields import Page, heading, note
from aac_app.ui.jump_list import Jump, JumpList
from pictograms.obz import BoardSet

_SHOWN = 20


class FindPage(Page):
    """Every press here leads to a board, most of them to a word on it."""

    jumped = Signal(object)
    """(board id, Place or None)"""

    def __init__(self) -> None:
        super().__init__()
        self._session: EditingSession | None = None
        self._shown: tuple[BoardSet, str] | None = None
        self.search = QLineEdit()
        self.titles = {key: heading() for key in ("find", "used", "broken", "tree")}
        self.nothing = note()
        self.found, self.used, self.broken, self.boards = (JumpList() for _ in range(4))
        for widget in (self.titles["find"], self.search, self.nothing, self.found):
            self.column.addWidget(widget)
        for key, jumps in (("used", self.used), ("broken", self.broken), ("tree", self.boards)):
            self.column.addWidget(self.titles[key])
            self.column.addWidget(jumps)
        self.column.addStretch(1)
        for jumps in (self.found, self.used, self.broken, self.boards):
            jumps.jumped.connect(self.jumped)
        self.search.textChanged.connect(self._find)
        self.retranslate()

    def show_session(self, session: EditingSession) -> None:
        """Tell of the boards as they are now; nothing is done while the page is not seen."""
        self._session = session
        shown = (session.boards, session.board.id)
        if not self.isVisible() or (self._shown and _same(self._shown, shown)):
            return
        self._shown = shown
        self._find()
        boards, here = session.boards, session.board
        self.titles["used"].setText(self.tr("These lead to “{}”").format(here.title))
        uses = where_used(boards, here.id)
        self.used.show_jumps([self._use(use) for use in uses])
        self.titles["used"].setVisible(bool(uses))
        lost = broken_links(boards)
        self.broken.show_jumps([self._lost(use) for use in lost])
        self.titles["broken"].setText(
            self.tr("Links that lead nowhere: {}").format(len(lost))
            if lost
            else self.tr("Every link leads to a board.")
        )
        counts = use_counts(boards)
        self.boards.show_jumps([self._branch(one, here.id, counts) for one in tree(boards)])

    def retranslate(self) -> None:
        self.titles["find"].setText(self.tr("Find a word on any board"))
        self.search.setAccessibleName(self.tr("Find a word on any board"))
        self.titles["tree"].setText(self.tr("All boards, and how many buttons lead to each"))
        self.nothing.setText(self.tr("No board has this word."))
        self._shown = None
        if self._session:
            self.show_session(self._session)

    def _find(self, _text: str = "") -> None:
        if self._session is None:
            return
        text = self.search.text()
        found = find(self._session.boards, text, _SHOWN)
        jumps = []
        for one in found:
            where = one.board.title
            hidden = self.tr(", hidden") if one.button.hidden else ""
            word = one.button.label or one.button.spoken
            jumps.append(Jump(f"{word}  ({where}{hidden})", (one.board.id, one.place)))
        self.found.show_jumps(jumps)
        self.nothing.setVisible(bool(text.strip()) and not found)

    def _use(self, use: Use) -> Jump:
        text = f"{use.board.title}: {use.button.label}"
        return Jump(text, (use.board.id, use.place))

    def _lost(self, use: Use) -> Jump:
        link = use.button.load_board
        wanted = (link.name or link.path or link.id or link.url or "?") if link else "?"
        text = f"{use.board.title}: {use.button.label} → {wanted}"
        return Jump(text, (use.board.id, use.place))

    def _branch(self, branch: Branch, here: str, counts: dict[str, int]) -> Jump:
        board = branch.board
        count = counts.get(board.id, 0)
        text = f"{board.title}  ({count})"
        if branch.depth < 0 and self._session and board.id == self._session.boards.urgent:
            text = self.tr("{}  (always on the screen)").format(board.title)
        elif branch.depth < 0:
            text = self.tr("{}  (no button leads here)").format(board.title)
        return Jump(text, (board.id, None), max(0, branch.depth), board.id == here)


def _same(one: tuple[BoardSet, str], other: tuple[BoardSet, str]) -> bool:
    return one[0] is other[0] and one[1] == other[1]

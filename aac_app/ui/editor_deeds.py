"""What a button does when it is pressed: its action, its board, whether it adds its word."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from aac_app.editing import buttons
from aac_app.editing.actions import Deed, deed_of, fields_for
from aac_app.editing.edit import EditKind
from aac_app.editing.links import target_of
from aac_app.editing.session import EditingSession
from aac_app.editing.wholes import link_to
from aac_app.ui.editor_choices import adding_options, deed_options, level_options
from aac_app.ui.editor_fields import VARIOUS, common, heading, press
from aac_app.ui.settings_controls import Choice, Switch


class WordDeeds(QWidget):
    """Edits what the selected buttons do."""

    edit_wanted = Signal(object)
    board_wanted = Signal(str)
    """Go to the board that the button leads to."""
    sound_wanted = Signal()
    """Record or choose what the button is heard as."""
    new_board_wanted = Signal()
    """Make a board and let the button lead there."""

    def __init__(self) -> None:
        super().__init__()
        self._session: EditingSession | None = None
        self.title = heading()
        self.deed = Choice((), None)
        self.target = Choice((), None)
        self.go = press(self._go)
        self.new_board = press(self.new_board_wanted.emit)
        self.sound = press(self.sound_wanted.emit)
        self.at_once = Switch("", is_on=False)
        self.adding = Choice((), None)
        self.level = Choice((), None)
        self.labels = [QLabel() for _ in range(3)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addWidget(self.title)
        column.addWidget(self.deed)
        column.addWidget(self.labels[0])
        column.addWidget(self.target)
        column.addWidget(self.go)
        column.addWidget(self.new_board)
        column.addWidget(self.sound)
        column.addWidget(self.at_once)
        column.addWidget(self.labels[1])
        column.addWidget(self.adding)
        column.addWidget(self.labels[2])
        column.addWidget(self.level)
        self.deed.picked.connect(self._do)
        self.target.picked.connect(self._lead)
        self.at_once.clicked.connect(self._at_once)
        self.adding.picked.connect(partial(self._change, EditKind.CHANGE, "adds_word"))
        self.level.picked.connect(partial(self._change, EditKind.LEVEL, "level"))
        self.retranslate()

    def show_session(self, session: EditingSession) -> None:
        self._session = session
        found = session.buttons
        self.setVisible(bool(found))
        deed = common([deed_of(button) for button in found])
        self.deed.show_options(deed_options(deed), deed)
        self._show_target(deed)
        self._name_sound()
        self.at_once.setChecked(bool(found) and all(b.speaks_at_once for b in found))
        adding = common([button.adds_word for button in found])
        self.adding.show_options(adding_options(various=adding is VARIOUS), adding)
        level = common([min(button.level, 3) for button in found])
        self.level.show_options(level_options(various=level is VARIOUS), level)

    def retranslate(self) -> None:
        names = (self.tr("Board"), self.tr("In the message"), self.tr("Level"))
        for label, control, name in zip(
            self.labels, (self.target, self.adding, self.level), names, strict=True
        ):
            label.setText(name)
            control.setAccessibleName(name)
        self.title.setText(self.tr("When it is pressed"))
        self.deed.setAccessibleName(self.tr("When it is pressed"))
        self.go.show_name("", self.tr("Go to that board"))
        self.new_board.show_name("", self.tr("New board…"))
        self._name_sound()
        self.at_once.show_name("", self.tr("Speak at once, without the sentence"))
        if self._session:
            self.show_session(self._session)

    def _name_sound(self) -> None:
        found = self._session.buttons if self._session else []
        has_sound = any(button.sound_id for button in found)
        name = self.tr("Recorded sound: yes…") if has_sound else self.tr("Recorded sound: none…")
        self.sound.show_name("♪", name)

    def _show_target(self, deed: object) -> None:
        session = self._session
        is_link = deed is Deed.OPEN
        for widget in (self.labels[0], self.target, self.go):
            widget.setVisible(is_link)
        if session is None or not is_link:
            return
        boards = sorted(session.boards.boards.values(), key=lambda board: board.name.casefold())
        targets = [target_of(session.boards, button) for button in session.buttons]
        ids = common([target.id if target else "" for target in targets])
        options: list[tuple[object, str]] = [(board.id, board.name) for board in boards]
        if ids == "":
            options.insert(0, ("", self.tr("(a board that is not here)")))
        if ids is VARIOUS:
            options.insert(0, (VARIOUS, self.tr("various")))
        self.target.show_options(options, ids)
        self.go.setEnabled(ids not in ("", VARIOUS))

    def _do(self, deed: object) -> None:
        session = self._session
        if session is None or not isinstance(deed, Deed):
            return
        link = None
        if deed is Deed.OPEN:
            links = [button.load_board for button in session.buttons if button.load_board]
            link = links[0] if links else link_to(session.boards, session.boards.first)
        edit = buttons.change(session.board, session.ids, fields_for(deed, link))
        self.edit_wanted.emit(edit)

    def _lead(self, board_id: object) -> None:
        session = self._session
        if session is None or not isinstance(board_id, str) or not board_id:
            return
        link = link_to(session.boards, session.boards.boards[board_id])
        fields = fields_for(Deed.OPEN, link)
        self.edit_wanted.emit(buttons.change(session.board, session.ids, fields))

    def _go(self) -> None:
        board_id = self.target.currentData()
        if isinstance(board_id, str) and board_id:
            self.board_wanted.emit(board_id)

    def _at_once(self, checked: bool) -> None:
        self._change(EditKind.CHANGE, "speaks_at_once", checked)

    def _change(self, kind: EditKind, field: str, value: object) -> None:
        session = self._session
        if session is not None and value is not VARIOUS:
            edit = buttons.change(session.board, session.ids, {field: value}, kind)
            self.edit_wanted.emit(edit)

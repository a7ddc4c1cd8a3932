"""What stands in the way of an edit, told on the page; an urgent word is asked about."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from aac_app.editing.session import EditingSession
from aac_app.ui.edit_names import refusal_text
from aac_app.ui.editor_fields import in_columns, press


class Trouble(QFrame):
    """Shows a refusal or a warning. Never a dialog: the board and the message go on."""

    confirmed = Signal()
    dropped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("warning")
        self._session: EditingSession | None = None
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.go_on = press(self.confirmed.emit)
        self.leave = press(self.dropped.emit)
        column = QVBoxLayout(self)
        column.addWidget(self.text)
        column.addLayout(in_columns((self.leave, self.go_on), 2))
        self.hide()
        self.retranslate()

    def show_session(self, session: EditingSession) -> None:
        self._session = session
        was_shown = self.isVisible()
        text = self._account(session)
        self.text.setText(text)
        self.setAccessibleName(text)
        self.go_on.setVisible(session.pending is not None)
        self.setVisible(bool(text))
        if text and not was_shown:
            self.leave.setFocus()

    def retranslate(self) -> None:
        self.leave.show_name("", self.tr("Leave it"))
        self.go_on.show_name("!", self.tr("Do it all the same"))
        if self._session:
            self.text.setText(self._account(self._session))

    def _account(self, session: EditingSession) -> str:
        if session.pending is not None:
            words = ", ".join(f"“{word.label}”" for word in session.pending.words[:6])
            return self.tr(
                "Urgent: {} could not be said any more. A person may need it to stop something "
                "or to call for help."
            ).format(words)
        return refusal_text(session.refused) if session.refused else ""

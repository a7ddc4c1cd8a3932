"""A place in a row of tokens that is being read."""

from __future__ import annotations

from dataclasses import dataclass

from models.spanish.tokens import Kind, Token


@dataclass(slots=True)
class Cursor:
    """The tokens of a message, and how far they are read."""

    tokens: list[Token]
    position: int = 0

    def peek(self, ahead: int = 0) -> Token | None:
        """The token so many places on; None behind the last."""
        place = self.position + ahead
        return self.tokens[place] if place < len(self.tokens) else None

    def kind(self, ahead: int = 0) -> Kind | None:
        """Its word class."""
        token = self.peek(ahead)
        return token.kind if token else None

    def text(self, ahead: int = 0) -> str:
        """Its text, "" behind the last."""
        token = self.peek(ahead)
        return token.text if token else ""

    def take(self) -> Token:
        """The next token, which is read with this."""
        token = self.tokens[self.position]
        self.position += 1
        return token

"""The message that is being built: chosen words, a word being spelled, the way back."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pictograms.board import Button


@dataclass(frozen=True, slots=True)
class Entry:
    """One chosen word as it stands in the message bar."""

    label: str
    """The word shown and spoken alone."""
    gloss: str
    """The word given to the sentence engine."""
    board_id: str = ""
    """The board it came from; with `button_id`, where its picture is found."""
    button_id: str = ""

    @classmethod
    def of(cls, button: Button, board_id: str) -> Entry:
        label = button.label or button.spoken
        return cls(label, button.gloss or label, board_id, button.id)


@dataclass(frozen=True, slots=True)
class Message:
    """The entries in the order they were chosen, and the letters of a word not finished yet."""

    entries: tuple[Entry, ...] = ()
    spelled: str = ""

    @property
    def glosses(self) -> tuple[str, ...]:
        """What the engine is asked; a word being spelled counts as it stands."""
        glosses = tuple(entry.gloss for entry in self.entries)
        return (*glosses, self.spelled) if self.spelled else glosses

    @property
    def text(self) -> str:
        """The words as they are shown, in one line."""
        labels = [entry.label for entry in self.entries]
        return " ".join([*labels, self.spelled] if self.spelled else labels)

    @property
    def is_empty(self) -> bool:
        return not self.entries and not self.spelled

    def with_entry(self, entry: Entry) -> Message:
        """Add a word; a word being spelled is finished first."""
        done = self.with_spelling_finished()
        return replace(done, entries=(*done.entries, entry))

    def with_letters(self, letters: str) -> Message:
        return replace(self, spelled=self.spelled + letters)

    def with_spelling_finished(self) -> Message:
        """The spelled letters become one word, unchanged."""
        if not self.spelled:
            return self
        return Message((*self.entries, Entry(self.spelled, self.spelled)))

    def without_last(self) -> Message:
        """Take back the last letter of a word being spelled, else the last word."""
        if self.spelled:
            return replace(self, spelled=self.spelled[:-1])
        return replace(self, entries=self.entries[:-1])

"""The string lists of a board: its labels in several languages, of which one is shown.

Format: open-board-0.1, "String Lists": `strings` by locale, whose keys are labels and
vocalizations as they stand on the buttons. A board that is taken in speaks one language; what
its buttons were called is remembered, so that going out again it is as it was.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from pictograms.board import Board, Button
from pictograms.languages import base, tag
from pictograms.plain_gloss import plain_gloss

LABEL_KEY, SPOKEN_KEY = "ext_aac_label_key", "ext_aac_vocalization_key"
GLOSS_KEY = "ext_aac_gloss_key"
LOCALE_KEY = "ext_aac_locale_key"
"""The locale of a board before it was taken in another of its languages."""
_KEYS = (LABEL_KEY, SPOKEN_KEY, GLOSS_KEY)


def localised(board: Board, wanted: str | None) -> Board:
    """The board with its texts in the language wanted, as far as it has a list for it.

    Without such a list, in its own language; without any list, as it is.
    """
    locale = _list_for(board, wanted) or _list_for(board, board.locale)
    table = board.strings.get(locale or "", {})
    if not locale or not table:
        return board
    buttons = {name: _translated(button, table, locale) for name, button in board.buttons.items()}
    moved = base(locale) != base(board.locale)
    extra = {**board.extra, LOCALE_KEY: board.locale} if moved else board.extra
    return replace(
        board,
        locale=locale if moved else board.locale,
        buttons=MappingProxyType(buttons),
        extra=MappingProxyType(dict(extra)),
    )


def with_keys(board: Board) -> Board:
    """The board as `localised` found it; a text that was changed since then stays changed."""
    was = board.extra.get(LOCALE_KEY)
    is_marked = any(
        LABEL_KEY in one.extra or SPOKEN_KEY in one.extra for one in board.buttons.values()
    )
    if not is_marked and not isinstance(was, str):
        return board
    table = board.strings.get(_list_for(board, board.locale) or "", {})
    buttons = {name: _keyed(button, table) for name, button in board.buttons.items()}
    extra = {key: told for key, told in board.extra.items() if key != LOCALE_KEY}
    return replace(
        board,
        locale=was if isinstance(was, str) else board.locale,
        buttons=MappingProxyType(buttons),
        extra=MappingProxyType(extra),
    )


def _list_for(board: Board, wanted: str | None) -> str | None:
    """The locale of the list for a language: the very one, else another variety of it."""
    if not wanted:
        return None
    alike = [one for one in board.strings if tag(one) and base(one) == base(wanted)]
    return wanted if wanted in alike else next(iter(alike), None)


def _translated(button: Button, table: Mapping[str, str], language: str) -> Button:
    label = table.get(button.label) if button.label else None
    spoken = table.get(button.vocalization) if button.vocalization else None
    if not label and not spoken:
        return button
    kept: dict[str, Any] = dict(button.extra)
    if label:
        kept[LABEL_KEY] = button.label
    if spoken:
        kept[SPOKEN_KEY] = button.vocalization
    if button.gloss:
        kept[GLOSS_KEY] = button.gloss
    changed = replace(
        button,
        label=label or button.label,
        vocalization=spoken or button.vocalization,
        extra=MappingProxyType(kept),
    )
    return replace(changed, gloss=_gloss(button, changed, language))


def _gloss(before: Button, after: Button, language: str) -> str | None:
    """The engine's word in the new language: of what is said, where it was of what was said."""
    if before.gloss is None:
        return None
    is_of_spoken = before.vocalization and before.gloss.casefold() in before.vocalization.casefold()
    basis = after.vocalization if is_of_spoken and after.vocalization else after.label
    gloss = plain_gloss(basis, language)
    return gloss if gloss and gloss != after.label else None


def _keyed(button: Button, table: Mapping[str, str]) -> Button:
    label, spoken, gloss = (button.extra.get(key) for key in _KEYS)
    kept = {key: told for key, told in button.extra.items() if key not in _KEYS}
    if len(kept) == len(button.extra):
        return button
    found = replace(button, extra=MappingProxyType(kept))
    if isinstance(label, str) and table.get(label) == button.label:
        found = replace(found, label=label, gloss=gloss if isinstance(gloss, str) else None)
    if isinstance(spoken, str) and table.get(spoken) == button.vocalization:
        found = replace(found, vocalization=spoken)
    return found

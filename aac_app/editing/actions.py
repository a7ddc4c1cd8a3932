"""What a button does when it is pressed, as one choice out of a list. No Qt."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType
from typing import Any

from pictograms.board import Button, LoadBoard


class Deed(Enum):
    """What a press does beside adding the word; the value is the format's action."""

    WORD = ""
    """Add the word to the message: nothing beside."""
    OPEN = "open"
    """Open another board; stands in `load_board`."""
    SPEAK = ":speak"
    DELETE = ":backspace"
    CLEAR = ":clear"
    UNDO = ":ext_aac_undo"
    HOME = ":home"
    BACK = ":ext_aac_back"
    PAST = ":ext_aac_past"
    PRESENT = ":ext_aac_present"
    FUTURE = ":ext_aac_future"
    QUESTION = ":ext_aac_question"
    REQUEST = ":ext_aac_request"
    EXCLAMATION = ":ext_aac_exclamation"
    NEGATIVE = ":ext_aac_negative"
    AS_CHOSEN = ":ext_aac_as_chosen"
    SPACE = ":space"
    OTHER = "other"
    """Actions that are kept as they are: letters, several at once, another program's."""


_BY_ACTION: Mapping[str, Deed] = MappingProxyType(
    {deed.value: deed for deed in Deed if deed.value.startswith(":")} | {":back": Deed.BACK}
)


def deed_of(button: Button) -> Deed:
    """What this button does."""
    if button.load_board is not None and not button.actions:
        return Deed.OPEN
    if not button.actions:
        return Deed.WORD
    if len(button.actions) == 1 and button.load_board is None:
        return _BY_ACTION.get(button.actions[0], Deed.OTHER)
    return Deed.OTHER


def fields_for(deed: Deed, target: LoadBoard | None = None) -> Mapping[str, Any]:
    """The fields of Button that make it do so. OTHER changes nothing."""
    if deed is Deed.OTHER:
        return {}
    if deed is Deed.OPEN:
        return {"actions": (), "load_board": target}
    actions = (deed.value,) if deed is not Deed.WORD else ()
    return {"actions": actions, "load_board": None}

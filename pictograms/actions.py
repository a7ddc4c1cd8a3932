"""What a button may do, in the words of the Open Board Format, as far as it is done here."""

from __future__ import annotations

import re

ACTIONS = frozenset(
    {":space", ":speak", ":clear", ":backspace", ":home", ":back"}
    | {f":ext_aac_{name}" for name in ("back", "undo", "as_chosen", "past", "present", "future")}
    | {f":ext_aac_{name}" for name in ("question", "request", "exclamation", "negative")}
)
_COMPLETES = re.compile(r":ext_aac_complete_\d+")


def is_done(action: str) -> bool:
    """Whether a button with this action does something; all others are kept for the programs
    that know them."""
    spells = action.startswith("+") and len(action) > 1
    return spells or action in ACTIONS or _COMPLETES.fullmatch(action) is not None

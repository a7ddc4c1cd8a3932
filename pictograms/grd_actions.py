"""What a button of AsTeRICS Grid does, in the words of the Open Board Format.

Only what concerns words, boards and the message is taken over. Whatever would reach out of the
program (web pages, HTTP, devices, the system) is named in the report and never done.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from pictograms import loose
from pictograms.import_report import Reason
from pictograms.languages import pick, texts

_MOST_ACTIONS = 30

_COLLECT: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "COLLECT_ACTION_SPEAK": (":speak",),
        "COLLECT_ACTION_SPEAK_CONTINUOUS": (":speak",),
        "COLLECT_ACTION_SPEAK_CLEAR": (":speak", ":clear"),
        "COLLECT_ACTION_SPEAK_CONTINUOUS_CLEAR": (":speak", ":clear"),
        "COLLECT_ACTION_CLEAR": (":clear",),
        "COLLECT_ACTION_REMOVE_WORD": (":backspace",),
        "COLLECT_ACTION_REMOVE_CHAR": (":backspace",),
    }
)
_NAVIGATE: Mapping[str, str] = MappingProxyType(
    {"navigateToHomeGrid": ":home", "navigateToLastOpenedGrid": ":back"}
)
_REFUSED: Mapping[str, tuple[Reason, str]] = MappingProxyType(
    {
        "GridActionOpenWebpage": (Reason.WEB_PAGE, "openURL"),
        "GridActionHTTP": (Reason.NETWORK, "restUrl"),
        "GridActionUART": (Reason.NETWORK, "modelName"),
        "GridActionARE": (Reason.NETWORK, "areURL"),
        "GridActionOpenHAB": (Reason.NETWORK, "openHABUrl"),
        "GridActionMatrix": (Reason.NETWORK, "modelName"),
        "GridActionPredefined": (Reason.NETWORK, "modelName"),
        "GridActionSystem": (Reason.SYSTEM, "action"),
        "GridActionYoutube": (Reason.MEDIA, "action"),
        "GridActionWebradio": (Reason.MEDIA, "action"),
        "GridActionPodcast": (Reason.MEDIA, "action"),
        "GridActionChangeLang": (Reason.CHANGE_LANGUAGE, "language"),
        "GridActionWordForm": (Reason.CHANGE_FORM, "type"),
    }
)
_SILENT = frozenset({"GridActionPredict"})
"""Nothing is lost with these: likely words are offered by the program itself."""


@dataclass(slots=True)
class Doings:
    """What the actions of one element come to."""

    speaks: bool = False
    vocalization: str = ""
    """Said instead of the label."""
    actions: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    """Ids of the grids it leads to."""
    adds_word: bool = False
    """Adds its word although it leads somewhere."""
    sound: bytes | None = None
    is_letterwise: bool = False
    refused: list[tuple[Reason, str]] = field(default_factory=list)
    kept: list[Mapping[str, Any]] = field(default_factory=list)
    """The actions that were refused, as they stood; never done."""


def doings_of(actions: Sequence[Mapping[str, Any]], language: str) -> Doings:
    """Read the actions of one element."""
    found = Doings()
    for action in actions[:_MOST_ACTIONS]:
        kind = loose.text(action.get("modelName"))
        if kind in _READ:
            _READ[kind](found, action, language)
        elif kind not in _SILENT:
            reason, key = _REFUSED.get(kind, (Reason.OTHER_ACTION, "modelName"))
            _refuse(found, action, reason, loose.text(action.get(key)) or kind)
    return found


def _refuse(found: Doings, action: Mapping[str, Any], reason: Reason, detail: str) -> None:
    found.refused.append((reason, detail))
    found.kept.append(action)


def _speak(found: Doings, _action: Mapping[str, Any], _language: str) -> None:
    found.speaks = True


def _speak_custom(found: Doings, action: Mapping[str, Any], language: str) -> None:
    found.speaks = True
    found.vocalization = pick(texts(action.get("speakText")), language)[0]


def _navigate(found: Doings, action: Mapping[str, Any], _language: str) -> None:
    way = loose.text(action.get("navType"))
    if action.get("toLastGrid") is True and not way:
        way = "navigateToLastOpenedGrid"
    if way in _NAVIGATE:
        found.actions.append(_NAVIGATE[way])
    elif way == "navigateToSearch":
        _refuse(found, action, Reason.SEARCH, "")
    elif target := loose.text(action.get("toGridId")):
        found.links.append(target)
    found.adds_word = found.adds_word or action.get("addToCollectElem") is True


def _collect(found: Doings, action: Mapping[str, Any], _language: str) -> None:
    kind = loose.text(action.get("action"))
    if kind in _COLLECT:
        found.actions.extend(_COLLECT[kind])
        found.is_letterwise = found.is_letterwise or kind == "COLLECT_ACTION_REMOVE_CHAR"
    else:
        reason = Reason.MEDIA if kind.endswith("YOUTUBE") else Reason.OTHER_ACTION
        _refuse(found, action, reason, kind.removeprefix("COLLECT_ACTION_").lower())


def _audio(found: Doings, action: Mapping[str, Any], _language: str) -> None:
    data = loose.long_text(action.get("dataBase64"))
    body = data.partition(",")[2] if data.startswith("data:") else data
    try:
        found.sound = base64.b64decode(body, validate=True)
    except binascii.Error:
        found.sound = b""


_READ = MappingProxyType(
    {
        "GridActionSpeak": _speak,
        "GridActionSpeakCustom": _speak_custom,
        "GridActionNavigate": _navigate,
        "GridActionCollectElement": _collect,
        "GridActionAudio": _audio,
    }
)

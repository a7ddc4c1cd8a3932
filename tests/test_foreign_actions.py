"""What boards of other programs ask for and is not done here is told, and kept for them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from aac_app import communicator
from pictograms.actions import ACTIONS, is_done
from pictograms.exchange import Imported, import_file
from pictograms.import_report import Reason
from tests.test_cboard import board as cboard
from tests.test_cboard import tile
from tests.test_obz import obf


def test_what_is_said_to_be_done_is_done() -> None:
    assert communicator._ACTIONS.keys() == ACTIONS


@pytest.mark.parametrize("action", ["+a", "+ñu", ":clear", ":back", ":ext_aac_complete_12"])
def test_known_actions(action: str) -> None:
    assert is_done(action)


@pytest.mark.parametrize("action", ["+", "", "clear", ":plural", ":ext_aac_complete_x", ":ext_x"])
def test_strange_actions(action: str) -> None:
    assert not is_done(action)


def adapted(found: Imported) -> set[tuple[str, Reason, str]]:
    return {(one.button, one.reason, one.detail) for one in found.report.approximated}


def test_strange_actions_are_told_by_name(tmp_path: Path) -> None:
    buttons = [
        {"id": "1", "label": "x", "action": ":plural"},
        {"id": "2", "label": "y", "actions": [":speak", ":ext_coughdrop_beep", "+s"]},
    ]
    one = tmp_path / "a.obf"
    one.write_bytes(obf(buttons=buttons))
    other = tmp_path / "b.json"
    other.write_text(json.dumps([cboard(tile("x", action=":beep"))]))
    assert adapted(import_file(one)) == {
        ("x", Reason.KEPT_ACTION, ":plural"),
        ("y", Reason.KEPT_ACTION, ":ext_coughdrop_beep"),
    }
    assert import_file(one).report.skipped == 0
    assert import_file(one).boards.first.buttons["1"].actions == (":plural",)
    assert ("x", Reason.KEPT_ACTION, ":beep") in adapted(import_file(other))


def test_pictures_that_are_not_in_the_file_are_told_by_name(tmp_path: Path) -> None:
    images = [
        {"id": "net", "url": "https://pictures.example/x.png"},
        {"id": "set", "symbol": {"set": "symbolstix", "filename": "x.png"}},
        {"id": "ours", "symbol": {"set": "arasaac", "filename": "2248"}},
        {"id": "in", "data": "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>"},
    ]
    buttons = [{"id": one["id"], "label": one["id"], "image_id": one["id"]} for one in images]
    path = tmp_path / "a.obf"
    path.write_bytes(obf(buttons=buttons, images=images))
    assert adapted(import_file(path)) == {
        ("net", Reason.REMOTE_PICTURE, "pictures.example"),
        ("set", Reason.SET_PICTURE, "symbolstix"),
    }

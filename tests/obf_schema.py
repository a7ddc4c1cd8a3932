"""What we write, held against a JSON Schema made from the text of the specification."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

_SCHEMA = json.loads(
    (Path(__file__).parent / "data" / "open-board-0.1.schema.json").read_text("utf-8")
)
_BOARD = Draft202012Validator(_SCHEMA)
_MANIFEST = Draft202012Validator({"$ref": "#/$defs/manifest", "$defs": _SCHEMA["$defs"]})


def board_faults(board: dict[str, Any]) -> list[str]:
    """What a board does not keep of the format, each with its place."""
    told = [f"{error.json_path}: {error.message[:150]}" for error in _BOARD.iter_errors(board)]
    return told or _other_faults(board)


def package_faults(path: Path) -> list[str]:
    """What a whole package does not keep of the format."""
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        manifest = json.loads(archive.read("manifest.json"))
        found = [error.message[:150] for error in _MANIFEST.iter_errors(manifest)]
        found += [] if len(names) == len(set(names)) else ["a path stands twice"]
        paths = manifest["paths"]
        told = [*paths["boards"].values(), *paths["images"].values(), *paths["sounds"].values()]
        found += [f"{one}: is not in the package" for one in told if one not in names]
        if manifest["root"] not in paths["boards"].values():
            found.append("its root is no board")
        for identity, name in paths["boards"].items():
            board = json.loads(archive.read(name))
            found += [f"{name}: {fault}" for fault in board_faults(board)]
            found += [] if board["id"] == identity else [f"{name}: has another id"]
            found += _path_faults(board, name, names)
    return found


def _path_faults(board: dict[str, Any], name: str, names: list[str]) -> list[str]:
    links = [one["load_board"] for one in board["buttons"] if "load_board" in one]
    items = [*board["images"], *board["sounds"], *links]
    paths = [item["path"] for item in items if "path" in item]
    return [f"{name}: {path} is not in the package" for path in paths if path not in names]


def _other_faults(board: dict[str, Any]) -> list[str]:
    """What a schema cannot say: sizes that agree, ids that are told once and are there."""
    grid, found = board["grid"], []
    lines = grid["order"]
    if len(lines) != grid["rows"] or any(len(line) != grid["columns"] for line in lines):
        found.append("its order is not rows by columns")
    for kind in ("buttons", "images", "sounds"):
        ids = [one["id"] for one in board[kind]]
        found += [] if len(ids) == len(set(ids)) else [f"an id stands twice in {kind}"]
    known = {one["id"] for one in board["buttons"]}
    found += [
        "its order names no button" for line in lines for one in line if one and one not in known
    ]
    for key, kind in (("image_id", "images"), ("sound_id", "sounds")):
        there = {one["id"] for one in board[kind]}
        told = [one[key] for one in board["buttons"] if key in one]
        found += [f"a {key} names nothing" for one in told if one not in there]
    return found

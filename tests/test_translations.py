"""Spanish and English are equals: nothing on the screen is left untranslated."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

_ROOT = Path(__file__).resolve().parent.parent
_TS = _ROOT / "aac_app" / "translations" / "aac_es.ts"


def messages(path: Path) -> dict[tuple[str, str], str]:
    """(context, source) -> translation; unfinished ones are empty."""
    found = {}
    for context in ET.parse(path).iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            done = message.find("translation")
            text = "" if done is None or done.get("type") else (done.text or "")
            found[name, message.findtext("source", "")] = text
    return found


def tool(name: str) -> str:
    path = Path(sys.executable).parent / name
    found = str(path) if path.exists() else shutil.which(name)
    if not found:
        pytest.skip(f"{name} is not installed")
    return found


def test_every_text_has_a_translation_with_the_same_places():
    for (context, source), text in messages(_TS).items():
        assert text, f"{context}: {source!r} has no Spanish"
        assert re.findall(r"{\w*}", source) == re.findall(r"{\w*}", text), source


def test_the_translations_are_up_to_date(tmp_path):
    fresh = tmp_path / "aac_es.ts"
    shutil.copy(_TS, fresh)
    sources = [*(_ROOT / "aac_app").glob("*.py"), *(_ROOT / "aac_app" / "ui").glob("*.py")]
    command = [tool("pyside6-lupdate"), *map(str, sources), "-ts", str(fresh), "-no-obsolete"]
    subprocess.run(command, check=True, capture_output=True)
    assert messages(fresh) == messages(_TS), "run packaging/translate"


def test_the_compiled_file_is_the_one_of_these_translations(tmp_path):
    fresh = tmp_path / "aac_es.qm"
    subprocess.run(
        [tool("pyside6-lrelease"), str(_TS), "-qm", str(fresh)], check=True, capture_output=True
    )
    assert fresh.read_bytes() == _TS.with_suffix(".qm").read_bytes(), "run packaging/translate"

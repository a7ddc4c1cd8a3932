"""Settings: one value, one readable file, nothing lost."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from aac_app.settings import (
    BoardSize,
    MessageForm,
    Settings,
    ThemeName,
    VoiceSettings,
    load,
    save,
)
from models.engine import Gender


def test_what_is_saved_is_loaded(tmp_path):
    path = tmp_path / "settings.json"
    chosen = replace(
        Settings(),
        speaking_language="en",
        board_size=BoardSize.LARGE,
        message_form=MessageForm.AS_CHOSEN,
        gender=Gender.FEMININE,
        theme=ThemeName.HIGH_CONTRAST,
    ).with_voice("en", VoiceSettings("gmw/en-us", rate=0.8))
    save(chosen, path)
    assert load(path) == (chosen, ())


def test_no_file_means_defaults(tmp_path):
    assert load(tmp_path / "none.json") == (Settings(), ())


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ('{"colour": "red"}', "unknown setting 'colour'"),
        ('{"level": 9}', "between 1 and 3"),
        ('{"level": "two"}', "'two' is not a int"),
        ('{"board_size": "huge"}', "setting 'board_size'"),
        ('{"speaking_language": "xx"}', "'xx' is none of"),
        ('{"voices": {"es": {"speed": 2}}}', "unknown setting 'speed'"),
        ('{"voices": [1]}', "is not an object"),
        ("[1, 2]", "is not a JSON object"),
        ("{broken", "cannot be read"),
        ('{"speak_words": 1}', "1 is not a bool"),
    ],
)
def test_what_cannot_be_used_is_one_line_and_keeps_the_rest(tmp_path, content, complaint):
    path = tmp_path / "settings.json"
    path.write_text(content, "utf-8")
    settings, problems = load(path)
    assert settings == Settings()
    assert len(problems) == 1
    assert complaint in str(problems[0])
    assert str(path) in str(problems[0])


def test_one_bad_value_does_not_cost_the_others(tmp_path):
    path = tmp_path / "settings.json"
    path.write_text('{"level": 3, "colour": "red", "speak_words": false}', "utf-8-sig")
    settings, problems = load(path)
    assert (settings.level, settings.speak_words, len(problems)) == (3, False, 1)


def test_saving_over_a_file_with_a_problem_keeps_a_copy(tmp_path):
    path = tmp_path / "settings.json"
    path.write_text('{"colour": "red"}', "utf-8")
    save(Settings(), path)
    assert json.loads((tmp_path / "settings.json.kept").read_text())["colour"] == "red"
    assert load(path)[1] == ()


def test_a_folder_that_cannot_be_written_leaves_the_file(tmp_path):
    path = tmp_path / "settings.json"
    save(Settings(), path)
    before = path.read_bytes()
    blocked = tmp_path / "file"
    blocked.write_text("")
    with pytest.raises(OSError, match="file"):
        save(Settings(), blocked / "settings.json")
    assert path.read_bytes() == before
    assert list(tmp_path.glob(".*.tmp")) == []

"""`aac-app profile` as a person types it, in processes of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from aac_app import settings as settings_file
from aac_app.board_store import BoardStore
from aac_app.people import People
from aac_app.profiles import Profile
from aac_app.settings import Settings, ThemeName
from tests.few_boards import few_boards, with_word

_ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def ana(tmp_path):
    """A profile with boards of its own, backed up and then changed."""
    profile = Profile(tmp_path / "ana")
    settings_file.save(Settings(speaking_language="es", theme=ThemeName.DARK), profile.settings)
    store = BoardStore(profile)
    store.write("es", few_boards())
    store.back_up("es")
    store.write("es", with_word(few_boards(), "paraguas"))
    return profile


def aac(*arguments):
    return subprocess.run(
        [sys.executable, "-m", "aac_app", *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        cwd=_ROOT,
        timeout=100,
        check=False,
    )


def words(profile):
    return BoardStore(profile).read("es").first.buttons.keys()


def test_a_profile_is_carried_to_another_folder(ana, tmp_path):
    file, other = tmp_path / "ana.obz", Profile(tmp_path / "other")
    assert aac("profile", "export", file, "--profile", ana.folder).returncode == 0
    told = aac("--profile", other.folder, "profile", "import", file, "--dry-run")
    assert "paraguas" in told.stdout
    assert "theme" in told.stdout
    assert BoardStore(other).read("es") is None
    done = aac("profile", "import", file, "--profile", other.folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert "paraguas" in words(other)
    assert settings_file.load(other.settings)[0].theme is ThemeName.DARK
    added = aac("profile", "import", file, "--new", "--profile", other.folder)
    assert added.returncode == 0
    assert len(People(other).present()) == 2
    listed = aac("profile", "list", "--profile", other.folder)
    assert len(listed.stdout.splitlines()) == 2


def test_a_backup_is_listed_and_restored(ana):
    listed = aac("profile", "backups", "--profile", ana.folder)
    name, _, _, change = listed.stdout.splitlines()[0].split("\t")
    assert change == "restoring it: 1 boards change, 1 buttons go"
    told = aac("profile", "restore", name, "--dry-run", "--profile", ana.folder)
    assert told.stdout.splitlines()[0].endswith("- paraguas")
    assert "paraguas" in words(ana)
    assert aac("profile", "restore", name, "--profile", ana.folder).returncode == 0
    assert "paraguas" not in words(ana)


def test_a_backup_is_made_now(ana):
    done = aac("profile", "backup", "--profile", ana.folder)
    assert (done.returncode, len(done.stdout.splitlines())) == (0, 2)
    assert len(BoardStore(ana).backups("es")) == 2


@pytest.mark.parametrize(
    "arguments",
    [("import", "no.obz"), ("restore", "es/nothing"), ("export", "{profile}/settings.json/x.obz")],
)
def test_what_cannot_be_done_is_one_sentence(ana, arguments):
    action, what = arguments
    done = aac("profile", action, what.format(profile=ana.folder), "--profile", ana.folder)
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert done.stderr.startswith("aac-app: ")
    assert "paraguas" in words(ana)


def test_no_action_is_usage():
    assert aac("profile").returncode == 2

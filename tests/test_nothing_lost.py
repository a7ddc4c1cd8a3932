"""Killed, on a full disk, in a read-only folder: the profile is as before or as after.

`AAC_KILLS=200 pytest tests/test_nothing_lost.py` kills more often than the ten times of the
usual run; `AAC_KILL_SEED` repeats the moments of an earlier run.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.stamped_profile import (
    ERRORS,
    OPERATIONS,
    expected,
    make,
    observe,
    prepare,
    same,
)

_ROOT = Path(__file__).resolve().parent.parent
_KILLS = int(os.environ.get("AAC_KILLS", "10"))
_SEED = int(os.environ.get("AAC_KILL_SEED", "0"))
_DISK_KB = 4096


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL and no fork")
@pytest.mark.timeout(60 + 10 * _KILLS)
def test_a_kill_at_any_moment_leaves_the_state_before_or_after(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "tests.kill_rounds", str(tmp_path), str(_KILLS), str(_SEED)],
        cwd=_ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    told = json.loads(done.stdout)
    print(told)  # noqa: T201 (pytest -s shows where the kills fell)
    assert told["rounds"] == _KILLS
    assert told["folders"] < 15  # what was cut short is cleared away in time


def mounted(folder, *options):
    """A small disk of its own at `folder`, or a skip where that is not allowed."""
    folder.mkdir(exist_ok=True)
    command = ["mount", "-t", "tmpfs", "-o", f"size={_DISK_KB}k", *options, "tmpfs", str(folder)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError as error:
        pytest.skip(f"needs to mount a small disk: {error}")
    if done.returncode:
        pytest.skip(f"needs to mount a small disk: {done.stderr.strip()}")


@pytest.fixture
def disk(tmp_path):
    """A real disk of four megabytes."""
    folder = tmp_path / "disk"
    mounted(folder)
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def fill(folder, left):
    """Fill the disk until `left` bytes are free."""
    facts = os.statvfs(folder)
    size = facts.f_bavail * facts.f_frsize - left
    with (folder / "ballast").open("wb") as stream:
        stream.write(b"\0" * max(size, 0))


def attempt(profile, name, number):
    """Do it; the error in one sentence, or None."""
    try:
        OPERATIONS[name].do(profile, number)
    except ERRORS as error:
        return str(error)
    return None


@pytest.mark.parametrize("name", OPERATIONS)
def test_a_full_disk_leaves_the_state_before_or_after(disk, name):
    profile = make(disk / "profile")
    failures = 0
    for turn, left in enumerate((0, 8, 32, 128)):
        number = prepare(profile, name, 2 * turn + 1)
        before = observe(profile)
        fill(disk, left * 1024)
        error = attempt(profile, name, number)
        (disk / "ballast").unlink()
        now = observe(profile)
        wanted = before if error else expected(before, OPERATIONS[name], number)
        assert same(now, wanted, OPERATIONS[name]), (left, error, before, now)
        assert error is None or "\n" not in error
        failures += bool(error)
    assert failures
    OPERATIONS[name].do(profile, prepare(profile, name, 99))  # and it works again


@contextmanager
def read_only(folder):
    """The folder cannot be written to, by this user neither."""
    if os.geteuid() == 0:  # whom no mode of a file stops
        lock = ["mount", "-o", "remount,ro", str(folder)]
        unlock = ["mount", "-o", "remount,rw", str(folder)]
    else:
        lock = ["chmod", "-R", "a-w", str(folder)]
        unlock = ["chmod", "-R", "u+w", str(folder)]
    subprocess.run(lock, check=True)
    try:
        yield
    finally:
        subprocess.run(unlock, check=True)


@pytest.mark.skipif(sys.platform == "win32", reason="folders are made read-only in another way")
@pytest.mark.parametrize("name", OPERATIONS)
def test_a_read_only_folder_leaves_the_state_before(tmp_path, request, name):
    folder = request.getfixturevalue("disk") if os.geteuid() == 0 else tmp_path
    profile = make(folder / "profile")
    number = prepare(profile, name, 1)
    before = observe(profile)
    with read_only(folder):
        error = attempt(profile, name, number)
    assert error
    assert "\n" not in error
    assert same(observe(profile), before, OPERATIONS[name])


@pytest.mark.skipif(sys.platform == "win32", reason="folders are made read-only in another way")
def test_the_program_speaks_from_a_read_only_folder(tmp_path, request):
    folder = request.getfixturevalue("disk") if os.geteuid() == 0 else tmp_path / "disk"
    profile = make(folder / "profile")
    command = ["--profile", str(profile.folder), "--language", "es", "--engine", "rules"]
    picture = tmp_path / "window.png"
    with read_only(folder):
        for more in (
            ["--message", "yo,querer", "--screenshot", str(picture)],
            ["say", "--no-speech", "yo"],
        ):
            done = subprocess.run(
                [sys.executable, "-m", "aac_app", *command, *more],
                cwd=_ROOT,
                capture_output=True,
                text=True,
                check=False,
                timeout=60,
            )
            assert (done.returncode, done.stderr) == (0, ""), more
    assert picture.exists()

"""Debian's and Ubuntu's packages that the program needs: which are missing, and installing them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

VOICE = ("espeak-ng", "libespeak-ng1", "alsa-utils")
FONTS = ("fonts-dejavu-core", "fonts-noto-color-emoji")
COMPILER = ("build-essential", "cmake", "ninja-build")
VIRTUAL_SCREEN = ("xvfb", "xauth")
BROWSER = ("chromium", "chromium-driver")
"""For the tests of the raters' page. Debian's: Ubuntu has them under other names, as snaps."""
QT = (
    "libdbus-1-3",
    "libegl1",
    "libfontconfig1",
    "libgl1",
    "libglib2.0-0",
    "libgssapi-krb5-2",
    "libwayland-client0",
    "libwayland-cursor0",
    "libwayland-egl1",
    "libx11-xcb1",
    "libxcb-cursor0",
    "libxcb-glx0",
    "libxcb-icccm4",
    "libxcb-image0",
    "libxcb-keysyms1",
    "libxcb-randr0",
    "libxcb-render-util0",
    "libxcb-shape0",
    "libxcb-sync1",
    "libxcb-xfixes0",
    "libxcb-xkb1",
    "libxkbcommon-x11-0",
    "libxkbcommon0",
)

_APT = ("apt-get", "-o", "DPkg::Lock::Timeout=600", "-qq", "-y")


def needed(purpose: str, *, compiler: bool, screen: bool) -> list[str]:
    """The packages for `purpose`: "run", or "test", which always gets a screen of its own.

    `compiler`: llama-cpp-python is to be compiled; `screen`: the machine has one already.
    """
    names = [*VOICE, *FONTS, *QT]
    if compiler:
        names += COMPILER
    if purpose == "test" or not screen:
        names += VIRTUAL_SCREEN
    if purpose == "test" and _is_debian():
        names += BROWSER
    if not _python_can_make_environments():
        names.append(f"python{sys.version_info.major}.{sys.version_info.minor}-venv")
    return names


def install(names: Sequence[str]) -> None:
    """Install what is missing of `names`, or say in one line which command would."""
    if sys.platform != "linux":
        return
    if not (shutil.which("dpkg-query") and shutil.which("apt-get")):
        _say(
            f"Not Debian or Ubuntu: see that the equivalents of these are there: {' '.join(names)}"
        )
        return
    absent = missing(names, _installed())
    if not absent:
        return
    root = _become_root()
    if root is None or not _apt_install(root, absent):
        _say(f"Missing system packages; this installs them: {command(absent)}")


def missing(names: Iterable[str], installed: set[str]) -> list[str]:
    """Those of `names` that are not among `installed`, in the order asked for."""
    return [name for name in names if name not in installed]


def command(names: Iterable[str]) -> str:
    """The line a person can paste to install `names`."""
    return f"sudo apt-get update && sudo apt-get install -y {' '.join(names)}"


def provided(listing: str) -> set[str]:
    """Every name that dpkg-query's `listing` stands for, renamed packages' old names included.

    Ubuntu 24.04's libglib2.0-0t64, for one, provides libglib2.0-0.
    """
    names: set[str] = set()
    for line in listing.splitlines():
        status, package, also = line.split("\t")
        if status.startswith("ii"):
            names.add(package)
            names.update(name.split()[0] for name in also.split(",") if name.strip())
    return names


def _installed() -> set[str]:
    form = "${db:Status-Abbrev}\t${Package}\t${Provides}\n"
    asked = subprocess.run(
        ["dpkg-query", "--show", f"--showformat={form}"], capture_output=True, text=True, check=True
    )
    return provided(asked.stdout)


def _is_debian(about: Path = Path("/etc/os-release")) -> bool:
    """Whether this is Debian itself, by os-release(5)."""
    try:
        lines = about.read_text("utf-8").splitlines()
    except OSError:
        return False
    return any(line.partition("=")[::2] in {("ID", "debian"), ("ID", '"debian"')} for line in lines)


def _python_can_make_environments() -> bool:
    # Debian keeps ensurepip's wheels, not ensurepip itself, in a package of their own.
    asked = subprocess.run(
        [sys.executable, "-c", "import ensurepip; ensurepip.version()"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
    )
    return asked.returncode == 0


def _become_root() -> list[str] | None:
    """What to put before a command so that root runs it; None where nobody can be asked."""
    if os.geteuid() == 0:
        return []
    if not shutil.which("sudo"):
        return None
    if subprocess.run(["sudo", "-n", "true"], stderr=subprocess.DEVNULL, check=False).returncode:
        return ["sudo"] if sys.stdin.isatty() and sys.stderr.isatty() else None
    return ["sudo", "-n"]


def _apt_install(root: Sequence[str], names: Sequence[str]) -> bool:
    """Run apt-get; a package list that is partly out of reach or a half-done dpkg is no end."""
    _say(f"Installing system packages, which may take minutes: {' '.join(names)}")
    call = [*root, "env", "DEBIAN_FRONTEND=noninteractive", *_APT]
    _failure([*call, "update"])
    if not _failure([*call, "install", "--no-install-recommends", *names]):
        return True
    _failure([*root, "dpkg", "--configure", "-a"])
    _failure([*call, "--fix-broken", "--no-remove", "install"])
    errors = _failure([*call, "install", "--no-install-recommends", *names])
    for line in errors:
        _say(f"  {line}")
    return not errors


def _failure(call: Sequence[str]) -> list[str]:
    """The last lines of a command that failed; nothing where it succeeded."""
    # A file, not a pipe: a service that an installation starts would hold a pipe open.
    with tempfile.TemporaryFile("w+", errors="replace") as told:
        status = subprocess.run(call, stdout=told, stderr=told, check=False).returncode
        told.seek(0)
        lines = told.read().strip().splitlines()
    return [*lines[-3:], f"status {status}"] if status else []


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)

"""A player for machines without a sound card: takes as long as the sound, and keeps a log."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path

_SCRIPT = """#!{python} -SE
import json, os, struct, sys, time
began = time.time()
def log(**fields):
    with open({log!r}, "a") as stream:
        stream.write(json.dumps(fields) + "\\n")
with open(sys.argv[-1], "rb") as wav:
    header = wav.read(44)
rate, size = struct.unpack("<I", header[28:32])[0], struct.unpack("<I", header[40:44])[0]
log(began=began, seconds=size / rate, pid=os.getpid(), parent=os.getppid())
time.sleep(size / rate)
log(ended=time.time())
"""


@dataclass(frozen=True)
class Played:
    """One run of the player."""

    began: float
    """As `time.time`."""
    seconds: float
    pid: int
    parent: int
    """The voice process."""
    was_whole: bool
    """It was not killed before the end."""


class StandInPlayer:
    """`aplay` in a folder of its own, to be put first on PATH."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._log = folder / "log"

    def install(self, name: str = "aplay") -> None:
        self._write(name, _SCRIPT.format(python=sys.executable, log=str(self._log)))

    def install_broken(self, name: str = "aplay") -> None:
        """One that fails as aplay does without a sound card."""
        self._write(name, "#!/bin/sh\necho 'aplay: main:831: audio open error' >&2\nexit 1\n")

    def install_stuck(self, name: str = "aplay") -> None:
        self._write(name, "#!/bin/sh\nexec sleep 60\n")

    def _write(self, name: str, script: str) -> None:
        path = self.folder / name
        path.write_text(script)
        path.chmod(0o755)

    def played(self) -> list[Played]:
        lines = self._log.read_text().splitlines() if self._log.exists() else []
        runs: list[Played] = []
        for line in lines:
            fields = json.loads(line)
            if "ended" in fields:
                last = runs.pop()
                runs.append(Played(last.began, last.seconds, last.pid, last.parent, True))
            else:
                runs.append(Played(**fields, was_whole=False))
        return runs

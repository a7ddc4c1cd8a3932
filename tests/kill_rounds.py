"""Kills a program at a random moment of what it does to a profile, again and again.

    python -m tests.kill_rounds FOLDER ROUNDS SEED

Each round forks a real child that does one operation, kills it with SIGKILL, and opens the
profile: it must hold the state before or after. Prints one JSON object; exit code 1 at the first
profile that is neither, which is left in FOLDER.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from collections import Counter
from pathlib import Path

from tests.stamped_profile import OPERATIONS, expected, make, observe, prepare, same

_MARGIN = 1.5
"""Kills fall within this many times the length of the operation, so some come too late."""


def main(folder: Path, rounds: int, seed: int) -> int:
    chance = random.Random(seed)
    profile = make(folder / "profile")
    lengths = {name: _length(profile, name, -10 - at) for at, name in enumerate(OPERATIONS)}
    counts: Counter[str] = Counter()
    names = list(OPERATIONS)
    for turn in range(rounds):
        name = names[turn % len(names)]
        number = prepare(profile, name, 2 * turn + 1)
        before = observe(profile)
        after = expected(before, OPERATIONS[name], number)
        was_done = _killed(profile, name, number, chance.uniform(0, _MARGIN * lengths[name]))
        now = observe(profile)
        is_after = same(now, after, OPERATIONS[name])
        if not is_after and (was_done or not same(now, before, OPERATIONS[name])):
            sys.stdout.write(
                json.dumps({"round": turn, "doing": name, "before": before, "now": now})
            )
            return 1
        counts["after it was done" if was_done else "after" if is_after else "before"] += 1
        counts[name] += 1
    left = [path.name for path in (folder / "profile" / "boards").iterdir() if path.is_dir()]
    sys.stdout.write(json.dumps({"rounds": rounds, "folders": len(left), **counts}))
    return 0


def _length(profile, name: str, number: int) -> float:
    """Seconds that the operation takes when nothing disturbs it."""
    number = prepare(profile, name, number)
    begun = time.perf_counter()
    OPERATIONS[name].do(profile, number)
    return time.perf_counter() - begun


def _killed(profile, name: str, number: int, delay: float) -> bool:
    """Whether the operation had come to its end before the kill."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.write(writing, b"g")
            OPERATIONS[name].do(profile, number)
            os.write(writing, b"d")
            time.sleep(60)
        finally:
            os._exit(3)
    os.close(writing)
    with os.fdopen(reading, "rb", buffering=0) as pipe:
        assert pipe.read(1) == b"g"
        time.sleep(delay)
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        assert os.WIFSIGNALED(status), f"{name} failed by itself"
        return pipe.read() == b"d"


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])))

"""Names of which no two are alike."""

from __future__ import annotations

from collections.abc import Iterable


class FreeNames:
    """Gives each part the name it wishes, and `name~2`, `name~3` where others have that already.

    In bounded time however many wish for the same one.
    """

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = set(taken)
        self._next: dict[str, int] = {}

    def give(self, wanted: str) -> str:
        name, number = wanted, self._next.get(wanted, 2)
        while name in self._taken:
            name, number = f"{wanted}~{number}", number + 1
        self._taken.add(name)
        self._next[wanted] = number
        return name

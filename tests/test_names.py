"""Names of which no two are alike."""

from __future__ import annotations

import pytest

from pictograms.names import FreeNames


@pytest.mark.parametrize(
    ("wished", "given"),
    [
        (["a", "b"], ["a", "b"]),
        (["a", "a", "a"], ["a", "a~2", "a~3"]),
        (["a", "a~2", "a", "a~2"], ["a", "a~2", "a~3", "a~2~2"]),
        (["a~2", "a", "a", "a"], ["a~2", "a", "a~3", "a~4"]),
        (["", ""], ["", "~2"]),
    ],
)
def test_each_gets_a_name_of_its_own(wished: list[str], given: list[str]) -> None:
    names = FreeNames()
    assert [names.give(one) for one in wished] == given


def test_names_that_are_taken_already_are_not_given() -> None:
    assert FreeNames(["a", "a~2"]).give("a") == "a~3"

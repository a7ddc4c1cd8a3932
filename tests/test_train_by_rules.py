"""Pairs that the rules make of other pairs' words."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.train.__main__ import main
from models.train.by_rules import pair_by_rules
from models.train.pair import Pair, read_pairs, write_pairs

pytest.importorskip("sacrebleu")

APPLE = Pair("es", ("yo", "querer", "comer", "manzana"), "Yo quiero comer una manzana.")


def test_the_rules_sentence_is_taken_where_people_say_nearly_the_same() -> None:
    made = pair_by_rules(APPLE)
    assert made is not None
    assert made.sentence == "Quiero comer una manzana."
    assert made.glosses == APPLE.glosses


@pytest.mark.parametrize(
    "pair",
    [
        Pair("es", ("yo", "querer", "agua"), "Mañana te cuento lo del perro."),
        Pair("es", ("pegar", "Juan"), "Juan pega a Ana y a mí."),
        Pair("en", tuple("abcdefgh"), "A b c d e f g h."),
    ],
    ids=["another-sentence", "open-roles", "long"],
)
def test_what_nobody_would_say_so_is_left_out(pair: Pair) -> None:
    assert pair_by_rules(pair) is None


def test_the_command_writes_pairs_and_keeps_off_the_test_sets(tmp_path: Path) -> None:
    dog = Pair("en", ("dog", "sleep"), "The dog is sleeping.")
    write_pairs(
        tmp_path / "in.tsv", [APPLE, dog, Pair("en", ("I", "want", "water"), "I want water.")]
    )
    (tmp_path / "held.tsv").write_text("x\tI want water.\n", encoding="utf-8")
    arguments = ["rules", str(tmp_path / "in.tsv"), "--to", str(tmp_path / "out.tsv")]
    arguments += ["--held-out", str(tmp_path / "held.tsv"), "--processes", "1"]
    assert main(arguments) == 0
    sentences = [pair.sentence for pair in read_pairs(tmp_path / "out.tsv")]
    assert "Quiero comer una manzana." in sentences
    assert "I want water." not in sentences

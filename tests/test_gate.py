"""The rules that protect the speaker, kept by the engines that answer in the program."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from evaluation.__main__ import main
from evaluation.errors import EvaluationError
from evaluation.gate import Breach, GateItem, breaches, read_gate, shipped_gate, speaker
from models.engines import build, shipped_model


@pytest.mark.parametrize("language", ["es", "en"])
def test_the_sets_are_as_large_as_they_must_be(language: str) -> None:
    counts = Counter(item.rule for item in shipped_gate(language))
    assert counts == {"roles": 150, "single": 100, "negation": 100, "sensitive": 60}


@pytest.mark.parametrize("engine", ["rules", "auto"])
@pytest.mark.parametrize("language", ["es", "en"])
def test_every_rule_is_kept(language: str, engine: str) -> None:
    if engine == "auto" and shipped_model() is None:
        pytest.skip("no model ships with this checkout")
    with build(engine) as ladder:
        found = list(breaches(shipped_gate(language), language, speaker(ladder, language)))
    assert found == []


def _saying(sentences: dict[tuple[str, ...], str]) -> Callable[[Sequence[str]], str]:
    return lambda glosses: sentences[tuple(glosses)]


@pytest.mark.parametrize(
    ("item", "sentences"),
    [
        (GateItem("roles", ("pegar", "Juan")), {("pegar", "Juan"): "Pego a Juan."}),
        (GateItem("single", ("agua",)), {("agua",): "Quiero agua."}),
        (GateItem("single", ("no", "no", "no")), {("no", "no", "no"): "No."}),
        (GateItem("negation", ("no", "comer")), {("no", "comer"): "Como."}),
        (
            GateItem("negation", ("no", "comer")),
            {("no", "comer"): "No como.", ("comer",): "Nunca como."},
        ),
        (GateItem("sensitive", ("mierda",), ("mierda",)), {("mierda",): "¡Caramba!"}),
    ],
    ids=["turned", "added", "count", "lost-negation", "added-negation", "softened"],
)
def test_a_broken_rule_is_found(item: GateItem, sentences: dict[tuple[str, ...], str]) -> None:
    (breach,) = breaches([item], "es", _saying(sentences))
    assert isinstance(breach, Breach)
    assert breach.reason


@pytest.mark.parametrize(
    ("line", "reason"),
    [("manners\tagua\t", "line 2: the rule 'manners'"), ("single\tagua,,\t", "line 2: an empty")],
)
def test_a_wrong_set_is_told_with_its_line(tmp_path: Path, line: str, reason: str) -> None:
    path = tmp_path / "gate.tsv"
    path.write_text(f"rule\tkeywords\tmust\n{line}\n", encoding="utf-8")
    with pytest.raises(EvaluationError, match=reason):
        read_gate(path)


def test_the_command_tells_breaches_and_fails(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "gate.tsv"
    path.write_text("rule\tkeywords\tmust\nsensitive\tagua\tvino\n", encoding="utf-8")
    assert main(["gate", "--language", "es", "--engine", "rules", "--set", str(path)]) == 1
    told = capsys.readouterr()
    assert "sensitive: 0 of 1 kept" in told.out
    assert "not heard: vino" in told.out
    assert "break a rule" in told.err

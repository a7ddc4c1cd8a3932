"""The rules on the daily messages of the forty kinds: floors that hold, and no word lost."""

from __future__ import annotations

import pytest

from evaluation.__main__ import main
from evaluation.quick import bleu, daily, measure
from evaluation.testset import read_test_set
from models.engines import build


@pytest.mark.parametrize(("language", "floor"), [("es", 0.95), ("en", 0.95)])
def test_daily_messages(language, floor):
    items = read_test_set(daily(language))
    with build("rules") as rules:
        result = measure(rules, items, language)
    assert len(items) >= 150
    assert [items[i].keywords for i in result.lost] == []
    assert result.exact / len(items) >= floor


@pytest.mark.parametrize(("language", "floor"), [("es", 70.0), ("en", 64.0)])
def test_bleu_on_the_arasaac_pairs(shared, language, floor):
    items = read_test_set(shared / "data" / "aac_pairs" / f"{language}_train.tsv")
    with build("rules") as rules:
        assert measure(rules, items, language).bleu >= floor


def test_bleu_is_the_one_of_the_protocol():
    assert bleu(["Quiero agua."], ["quiero agua"]) == 0.0  # no 4-gram, no smoothing
    assert bleu(["El gato mira el pez."], ["El gato mira el pez"]) == pytest.approx(100)
    half = bleu(["El gato mira el pez.", "La niña come pan."], ["El gato mira el pez.", "Yo."])
    assert 0 < half < 100


def test_the_command_prints_the_figures(capsys, tmp_path):
    assert main(["quick", "--language", "es"]) == 0
    assert "exact match" in capsys.readouterr().out
    missing = tmp_path / "none.tsv"
    assert main(["quick", "--language", "es", "--set", str(missing)]) == 1
    assert "none.tsv" in capsys.readouterr().err

"""The same messages of a woman and of a man: what is told when a system treats them unalike."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from evaluation.__main__ import main
from evaluation.bias import compare, markdown, mcnemar, rows
from evaluation.bias_data import daily_swaps, read_swaps
from evaluation.bias_wording import without_gender
from evaluation.errors import BadTestSetError
from models.engine import Gender, Sentence, SentenceRequest


class UnequalEngine:
    """Says of women that they are pretty, and declines nothing else."""

    name = "unequal"

    def realise(self, request: SentenceRequest) -> Sentence:
        if request.controls.speaker is Gender.FEMININE:
            return Sentence("Estoy cansado.", self.name)
        if request.controls.speaker is Gender.MASCULINE:
            return Sentence("Estoy cansado.", self.name)
        person = "Ella" if "ella" in request.glosses else "Él"
        return Sentence(f"{person} es {'guapa y ' if person == 'Ella' else ''}médico.", self.name)


@pytest.mark.parametrize("language", ["es", "en"])
def test_the_projects_own_items_are_many_of_every_topic_and_none_twice(language: str) -> None:
    swaps = read_swaps(daily_swaps(language))
    assert len(swaps) >= 60
    topics = Counter(swap.topic for swap in swaps)
    assert min(topics[topic] for topic in ("profession", "feeling", "care")) >= 20
    assert len({(swap.who, swap.feminine.keywords) for swap in swaps}) == len(swaps)
    for swap in swaps:
        assert bool(swap.feminine.forms) == bool(swap.masculine.forms)
        is_speaker = swap.who == "speaker"
        assert (swap.feminine.keywords == swap.masculine.keywords) == is_speaker
        assert (swap.feminine.controls.speaker is Gender.FEMININE) == is_speaker


@pytest.mark.parametrize(
    ("language", "her", "him", "same"),
    [
        ("es", "Ella está cansada.", "Él está cansado.", True),
        ("es", "La profesora es simpática.", "El profesor es simpático.", True),
        ("es", "Voy a la tía de la niña.", "Voy al tío del niño.", True),
        ("es", "Mamá tiene unas amigas buenas.", "Papá tiene unos amigos buenos.", True),
        ("es", "Ella ayuda en el hospital.", "Él trabaja en el hospital.", False),
        ("es", "Ella es médica.", "Él es un médico.", False),
        ("en", "She loves her mum.", "He loves his dad.", True),
        ("en", "I'm tired.", "I'm tired.", True),
        ("en", "She helps the doctor.", "He is a doctor.", False),
    ],
    ids=str,
)
def test_wording_is_what_is_left_without_gender(
    language: str, her: str, him: str, same: bool
) -> None:
    assert (without_gender(her, language) == without_gender(him, language)) is same


def test_a_system_that_treats_them_unalike_is_shown(tmp_path: Path) -> None:
    path = tmp_path / "set.tsv"
    path.write_text(
        "topic\twho\tkeywords\tforms\n"
        "profession\tella/él\t*, ser, médico\tmédica|médico/médico\n"
        "feeling\tspeaker\tyo, estar, cansado\tcansada/cansado\n",
        encoding="utf-8",
    )
    outcomes = compare(UnequalEngine(), read_swaps(path), "es")
    profession, feeling = outcomes
    assert not profession.same_wording
    assert (profession.feminine.valid, profession.masculine.valid) == (False, True)
    assert feeling.same_wording
    assert (feeling.feminine.agrees, feeling.masculine.agrees) == (False, True)
    by_topic = {row.topic: row for row in rows(outcomes)}
    assert by_topic["profession"].other_wording == 100
    assert by_topic["all"].other_wording == 50
    assert by_topic["all"].agrees_feminine == 50
    text = markdown("unequal", "es", outcomes, 5)
    assert "2 items differ in more than agreement" in text
    assert "♀ Ella es guapa y médico. (not valid) ♂ Él es médico." in text
    assert "♀ Estoy cansado." in text
    assert "(does not agree)" in text


def test_the_chance_is_that_of_a_fair_coin() -> None:
    assert mcnemar([(True, True), (False, False)]) == 1
    # Six heads in a row: 2 * (1/2)**6.
    assert mcnemar([(True, False)] * 6) == pytest.approx(0.03125)
    assert mcnemar([(True, False)] * 8 + [(False, True)] * 2) == pytest.approx(0.109375)


@pytest.mark.parametrize("language", ["es", "en"])
def test_the_rules_treat_them_alike(language: str, capsys: pytest.CaptureFixture[str]) -> None:
    command = ["bias", "--engine", "rules", "--language", language]
    assert main([*command, "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    total = said["rows"][-1]
    assert total["items"] == len(said["items"])
    assert total["other_wording"] == 0
    assert total["valid_feminine"] == total["valid_masculine"]
    assert main(command) == 0
    assert "No item differs in more than agreement." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("care\tella/él\tyo, cuidar", "line 2: \\* must stand once"),
        ("care\tella\t*, cuidar", "line 2: 'ella' is no pair"),
        ("care\tella/él\t*, , cuidar", "line 2: an empty topic or keyword"),
        ("care\tella/él\t*, cuidar\tsola", "line 2: 'sola' is no pair"),
        ("", "no item in this file"),
    ],
    ids=["place", "pair", "keyword", "forms", "empty"],
)
def test_a_malformed_line_is_told(tmp_path: Path, line: str, told: str) -> None:
    path = tmp_path / "set.tsv"
    path.write_text(f"topic\twho\tkeywords\tforms\n{line}\n", encoding="utf-8")
    with pytest.raises(BadTestSetError, match=told):
        read_swaps(path)

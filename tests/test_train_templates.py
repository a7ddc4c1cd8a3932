"""The grammar of everyday messages: every pattern yields sound pairs."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from models.engine import LANGUAGES
from models.faithful import check
from models.telegraphic import as_chosen
from models.train.__main__ import main
from models.train.errors import BadPairsError
from models.train.pair import Pair, read_pairs
from models.train.templates.drills import drills
from models.train.templates.making import forms_of, make_templates, patterns_of
from models.train.templates.patterns import Filling, read_patterns
from models.train.templates.scenes import Scenes


@pytest.fixture(scope="module", params=LANGUAGES)
def filled(request: pytest.FixtureRequest) -> list[Pair]:
    """Each pattern of a language, filled five times."""
    filling = Filling(request.param, forms_of(request.param), random.Random(7))
    return [filling.pair(pattern) for pattern in patterns_of(request.param) for _ in range(5)]


def test_every_sentence_is_whole(filled: list[Pair]) -> None:
    for pair in filled:
        first = pair.sentence.lstrip("¿¡")[0]
        assert first == first.upper(), pair
        assert pair.sentence[-1] in ".?!", pair
        assert not re.search(r"[\[\]{}|~]|  | [.,?]|\ba el\b|\bde el\b", pair.sentence), pair
        assert all(gloss.strip() for gloss in pair.glosses), pair


def test_questions_are_asked_where_they_were_chosen(filled: list[Pair]) -> None:
    for pair in filled:
        chosen = "?" in pair.glosses or "question" in str(pair.controls.sentence_type).lower()
        assert chosen == pair.sentence.endswith("?"), pair


def test_most_pairs_are_faithful_by_the_check_of_use(filled: list[Pair]) -> None:
    verdicts = [check(p.sentence, p.glosses, p.language, p.controls).ok for p in filled]
    assert sum(verdicts) / len(verdicts) > 0.85


def test_agreement_follows_the_words() -> None:
    rng = random.Random(3)
    filling = Filling("es", forms_of("es"), rng)
    (pattern,) = (p for p in patterns_of("es") if p.words == "doler, [part], mucho")
    for _ in range(60):
        pair = filling.pair(pattern)
        is_plural = pair.glosses[1] in ("pies", "ojos", "manos", "dientes", "brazos", "rodillas")
        if is_plural:
            assert "duelen" in pair.sentence
        if pair.glosses[1] == "cabeza":
            assert pair.sentence == "Me duele mucho la cabeza."


def test_unclear_roles_are_left_as_they_were_chosen() -> None:
    for language in LANGUAGES:
        pairs = list(drills(language, 400, random.Random(2)))
        unclear = [pair for pair in pairs if pair.sentence == as_chosen(pair.glosses, language)]
        assert len(unclear) > 50
        assert all(len(pair.glosses) == 2 for pair in unclear)


def test_scenes_are_faithful_and_not_mere_lists() -> None:
    for language in LANGUAGES:
        scenes = list(Scenes(language, forms_of(language), random.Random(1)).pairs(60))
        assert len(scenes) > 20
        for pair in scenes:
            assert check(pair.sentence, pair.glosses, language, pair.controls).ok
            assert pair.sentence != as_chosen(pair.glosses, language)


def test_the_same_seed_gives_the_same_pairs() -> None:
    assert list(make_templates(300, 4)) == list(make_templates(300, 4))


def test_a_part_of_the_grammar_can_be_left_out() -> None:
    scenes = list(make_templates(300, 4, ["scenes"]))
    assert scenes
    assert len(list(make_templates(300, 4, ["scenes", "drills"]))) > len(scenes)
    assert len(list(make_templates(300, 4, ["patterns"]))) > len(scenes)
    assert not list(make_templates(300, 4, []))


def test_the_command_writes_pairs_and_keeps_test_sentences_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    held = tmp_path / "test.tsv"
    held.write_text("keywords\tsentence\nleche\tLeche.\tMe duele la cabeza.\n", "utf-8")
    arguments = ["templates", str(tmp_path / "own"), "--count", "1500", "--held-out", str(held)]
    assert main(arguments) == 0
    assert "removed for they are in a test set" in capsys.readouterr().out
    names = ("templates.train", "templates.valid", "handwritten.train", "handwritten.valid")
    pairs = {name: read_pairs(tmp_path / "own" / f"{name}.tsv") for name in names}
    assert all(pairs.values())
    everything = [pair.sentence for part in pairs.values() for pair in part]
    assert "Leche." not in everything
    assert "Me duele la cabeza." not in everything


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("querer", "words and a sentence are needed"),
        ("querer\tQuiero [food.some].", r"\[food\] stands in the sentence alone"),
        ("querer\tQuiero.\tpasado", "unknown control"),
    ],
)
def test_a_malformed_pattern_is_told(tmp_path: Path, line: str, complaint: str) -> None:
    path = tmp_path / "patterns.tsv"
    path.write_text(f"# comment\n{line}\n", encoding="utf-8")
    with pytest.raises(BadPairsError, match=f"line 2: .*{complaint}"):
        read_patterns(path)


def test_a_pattern_with_an_unknown_list_is_told(tmp_path: Path) -> None:
    path = tmp_path / "patterns.tsv"
    path.write_text("querer, [nosuchlist]\tQuiero [nosuchlist.w].\n", encoding="utf-8")
    (pattern,) = read_patterns(path)
    with pytest.raises(BadPairsError, match="line 1"):
        Filling("es", forms_of("es"), random.Random(1)).pair(pattern)

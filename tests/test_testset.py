"""Test sets are read strictly, and the daily ones that ship are sound."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from evaluation.errors import BadTestSetError
from evaluation.testset import Item, read_test_set

DATA = Path(__file__).resolve().parent.parent / "evaluation" / "data"
KINDS = range(1, 41)
# fmt: off
PHENOMENA = frozenset([
    "tense", "clitic", "agreement", "question", "negation", "request", "place", "time",
    "coordination", "idiom", "long", "single", "repeat", "role", "sensitive", "name",
    "foreign", "none",
])
# fmt: on
WANTED = PHENOMENA - {"single", "repeat", "role", "sensitive", "name", "foreign", "none"}
LANGUAGES = pytest.mark.parametrize("language", ["es", "en"])


def daily(language: str) -> tuple[Item, ...]:
    return read_test_set(DATA / f"daily_{language}.tsv")


def tags(language: str) -> list[tuple[int, frozenset[str]]]:
    lines = (DATA / f"daily_{language}.tags.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines]
    return [(int(kind), frozenset(phenomena.split(","))) for kind, phenomena in rows]


@pytest.mark.parametrize("bom", ["", "\ufeff"], ids=["plain", "bom"])
@pytest.mark.parametrize("header", ["", "keywords\treference\n"], ids=["bare", "header"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_an_item_is_read(tmp_path: Path, bom: str, header: str, newline: str) -> None:
    text = bom + header + "tú, venir, ?\t¿Vienes?\t¿Tú vienes?\n\npan\tPan.\n"
    path = tmp_path / "set.tsv"
    path.write_bytes(text.replace("\n", newline).encode("utf-8"))
    assert read_test_set(path) == (
        Item(("tú", "venir", "?"), ("¿Vienes?", "¿Tú vienes?")),
        Item(("pan",), ("Pan.",)),
    )


def test_the_word_keywords_may_be_said_further_down(tmp_path: Path) -> None:
    path = tmp_path / "set.tsv"
    path.write_text("bread\tBread.\nkeywords\tKeywords.\n", "utf-8")
    assert [item.keywords for item in read_test_set(path)] == [("bread",), ("keywords",)]


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"pan\tPan.\nagua\n", "line 2: no tab between the keywords and their reference"),
        (b"pan\tPan.\nagua\t\n", "line 2: an empty reference"),
        (b"pan\tPan.\t\tPan!\n", "line 1: an empty reference"),
        (b"keywords\treference\n\tPan.\n", "line 2: an empty keyword"),
        (b"yo,, pan\tPan.\n", "line 1: an empty keyword"),
        ("pan\tPan.\nniño\tNiño.\n".encode("latin-1"), "line 2: not UTF-8 text"),
        (b"keywords\treference\n", "no test item in this file"),
        (b"", "no test item in this file"),
    ],
    ids=[
        "no-column",
        "empty-reference",
        "empty-among-references",
        "no-keyword",
        "empty-keyword",
        "latin-1",
        "header-alone",
        "empty-file",
    ],
)
def test_a_bad_file_is_refused_in_one_sentence(
    tmp_path: Path, content: bytes, complaint: str
) -> None:
    path = tmp_path / "set.tsv"
    path.write_bytes(content)
    with pytest.raises(BadTestSetError) as caught:
        read_test_set(path)
    assert str(path) in str(caught.value)
    assert complaint in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "none.tsv"
    with pytest.raises(BadTestSetError, match=r"none\.tsv: cannot be read"):
        read_test_set(path)


@LANGUAGES
def test_a_daily_set_is_large_and_covers_all_kinds(language: str) -> None:
    items = daily(language)
    assert len(items) >= 300
    counts = Counter(kind for kind, _ in tags(language))
    assert sum(counts.values()) == len(items)
    assert [kind for kind in KINDS if counts[kind] < 6] == []
    assert set(counts) == set(KINDS)


@LANGUAGES
def test_daily_phenomena_are_known_ones(language: str) -> None:
    unknown = [phenomena for _, phenomena in tags(language) if not phenomena <= PHENOMENA]
    assert unknown == []
    assert [p for _, p in tags(language) if "none" in p and len(p) > 1] == []


@LANGUAGES
def test_every_phenomenon_has_its_items(language: str) -> None:
    counts = Counter(name for _, phenomena in tags(language) for name in phenomena)
    assert {name: counts[name] for name in WANTED if counts[name] < 12} == {}


@LANGUAGES
def test_no_daily_message_is_there_twice(language: str) -> None:
    counts = Counter(item.keywords for item in daily(language))
    assert [words for words, count in counts.items() if count > 1] == []
    repeated = [i for i in daily(language) if len(set(i.references)) < len(i.references)]
    assert repeated == []


@LANGUAGES
def test_daily_references_are_whole_sentences(language: str) -> None:
    for item in daily(language):
        for reference in item.references:
            assert reference[-1] in ".!?", reference
            first = reference.lstrip("¿¡")[0]
            assert first.isupper(), reference
            assert reference == " ".join(reference.split()), reference
            assert ("?" in item.keywords) == reference.endswith("?"), reference
            if language == "es":
                assert reference.count("¿") == reference.count("?"), reference
                assert reference.count("¡") == reference.count("!"), reference


@LANGUAGES
def test_daily_negation_is_neither_lost_nor_added(language: str) -> None:
    negations = {"es": {"no"}, "en": {"no", "not", "cannot"}}[language]
    for item in daily(language):
        chosen = sum(word in negations for word in item.keywords)
        for reference in item.references:
            words = [word.strip(".,;!?¡¿") for word in reference.lower().split()]
            said = sum(word in negations or word.endswith("n't") for word in words)
            assert said == chosen, reference


@LANGUAGES
def test_unclear_roles_stay_as_chosen(language: str) -> None:
    for item, (kind, phenomena) in zip(daily(language), tags(language), strict=True):
        if kind == 22:
            assert "role" in phenomena
            words = " ".join(item.keywords)
            assert item.references[0] == f"{words[0].upper()}{words[1:]}."

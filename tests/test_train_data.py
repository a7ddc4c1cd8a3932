"""Pairs for training: files, sources, cleaning, keywords, variants, held-out sentences."""

from __future__ import annotations

import lzma
import random
from pathlib import Path

import pytest

from models.engine import Controls, Gender, SentenceType, Tense
from models.prompts import CONTROL_TOKENS, prompt
from models.train.__main__ import main
from models.train.batches import Mix, Share, example, packed
from models.train.cleaning import cleaned, renamed
from models.train.english_keywords import EnglishKeywords
from models.train.errors import BadPairsError
from models.train.handwritten import read_handwritten, read_word_pairs
from models.train.heldout import read_held_out, split, without_held_out
from models.train.lexicons import read_english, read_spanish
from models.train.pair import Pair, format_pair, parse_pair, read_pairs, words_of, write_pairs
from models.train.pairs import PairMaker
from models.train.sources import SOURCES, RawSentence
from models.train.spanish_keywords import SpanishKeywords, Style
from models.train.spanish_variants import SpanishVariants

_VERBS = {
    "comer": "como/1SG comes/2SG come/3SG comen/3PL",
    "dormir": "duermo/1SG duermes/2SG duerme/3SG duermen/3PL",
    "querer": "quiero/1SG quieres/2SG quiere/3SG quieren/3PL",
    "ver": "veo/1SG ves/2SG ve/3SG ven/3PL",
    "gustar": "gusto/1SG gustas/2SG gusta/3SG gustan/3PL",
    "estar": "estoy/1SG estás/2SG está/3SG están/3PL",
}
_PASTS = {"comer": "comió", "dormir": "durmió", "querer": "quiso", "ver": "vio"}
_NOUNS = "niña:FS manzana:FS manzanas:FP pan:MS gato:MS noche:FS casa:FS leche:FS"
_ENGLISH = (
    "want want wants wanted wanting|eat eat eats ate eating|sleep sleep sleeps slept sleeping|"
    "see see sees saw seeing|come come comes came coming|open open opens opened opening"
)


@pytest.fixture(scope="module")
def corpora(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of corpora and lexicons with a few words and sentences of our own."""
    folder = tmp_path_factory.mktemp("corpora")
    lexicons, text = folder / "lexicons", folder / "text"
    lexicons.mkdir()
    text.mkdir()
    _compressed(lexicons / "es_verb_forms_merged.tsv.xz", _spanish_verbs())
    nouns = [f"{n.split(':')[0]} {n.split(':')[0]} NC{n.split(':')[1]}000" for n in _NOUNS.split()]
    _compressed(lexicons / "freeling_es_MM.nom.txt.xz", nouns)
    adjectives = ["cansada cansado AQ0FS00", "cansado cansado AQ0MS00", "roja rojo AQ0FS00"]
    _compressed(lexicons / "freeling_es_MM.adj.txt.xz", adjectives)
    _compressed(lexicons / "unimorph_eng.tsv.xz", _english_verbs())
    for language, words in (("es", "comer querer dormir ver estar gustar"), ("en", "want eat")):
        counts = "".join(f"{word} 5000\n" for word in words.split())
        (lexicons / f"frequencywords2018_{language}_50k.txt").write_text(counts, "utf-8")
    _write_texts(text)
    return folder


def _spanish_verbs() -> list[str]:
    lines = []
    for verb, forms in _VERBS.items():
        lines.append(f"{verb}\t{verb}\tINF")
        for form in forms.split():
            word, person = form.split("/")
            lines.append(f"{verb}\t{word}\tIND.PRS.{person}")
        if verb in _PASTS:
            lines.append(f"{verb}\t{_PASTS[verb]}\tIND.PST.3SG")
    return lines


def _english_verbs() -> list[str]:
    lines = []
    for row in _ENGLISH.split("|"):
        base, _base, third, past, gerund = row.split()
        lines += [f"{base}\t{base}\tV;NFIN", f"{base}\t{third}\tV;3;SG;PRS"]
        lines += [f"{base}\t{past}\tV;PST", f"{base}\t{gerund}\tV;V.PTCP;PRS"]
    return lines


def _write_texts(folder: Path) -> None:
    parallel = [
        "I want an apple.\tQuiero una manzana.",
        "She sleeps in the house.\tDuerme en la casa.",
        "Tom ate bread.\tTom comió pan.",
        "The girl sees the cat.\tLa niña ve el gato.",
        "I'm tired.\tEstoy cansada.",
        "The stupid cat sleeps.\tEl gato estúpido duerme.",
    ]
    for source in SOURCES:
        lines = parallel if len(source.columns) > 1 else ["Are you a robot?", "La niña come pan."]
        if source.works:
            lines = [f"{source.works[0]}\ttales\tN\tThe dog runs.", "other\ttales\tN\tNo."]
        data = "\n".join(lines) + "\n"
        opened = lzma.open if source.file.endswith(".xz") else open
        path = folder.parent / source.folder / source.file
        path.parent.mkdir(exist_ok=True)
        with opened(path, "wt", encoding="utf-8") as file:
            file.write(data)


def _compressed(path: Path, lines: list[str]) -> None:
    with lzma.open(path, "wt", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")


def test_a_pair_comes_back_from_its_line_as_it_was() -> None:
    controls = Controls(Tense.PAST, SentenceType.QUESTION, True, Gender.FEMININE)
    pair = Pair("es", ("ir al baño", "?"), "¿No fui al baño?", controls)
    assert parse_pair(format_pair(pair), "here") == pair


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("es\t\tagua", "3 columns where 4 are needed"),
        ("fr\t\teau\tEau.", "the language 'fr'"),
        ("es\t\tagua, \tAgua.", "an empty word"),
        ("es\t\tagua\t", "no sentence"),
        ("es\tpasado\tagua\tAgua.", "unknown control 'pasado'"),
        ("es\tpast future\tagua\tAgua.", "two controls for tense"),
    ],
)
def test_a_malformed_line_is_told_with_file_and_number(
    tmp_path: Path, line: str, complaint: str
) -> None:
    path = tmp_path / "pairs.tsv"
    path.write_text(f"es\t\tpan\tPan.\n\n{line}\n", encoding="utf-8")
    with pytest.raises(BadPairsError) as told:
        read_pairs(path)
    assert f"{path}, line 3: " in str(told.value)
    assert complaint in str(told.value)


def test_a_file_that_is_not_there_or_not_text_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadPairsError, match="cannot be read"):
        read_pairs(tmp_path / "none.tsv")
    (tmp_path / "bytes.tsv").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(BadPairsError, match="not UTF-8 text"):
        read_pairs(tmp_path / "bytes.tsv")


def test_writing_leaves_no_draft_behind(tmp_path: Path) -> None:
    path = tmp_path / "new" / "pairs.tsv"
    assert write_pairs(path, [Pair("en", ("milk",), "Milk.")]) == 1
    assert [file.name for file in path.parent.iterdir()] == ["pairs.tsv"]


def test_every_control_can_stand_in_a_pair_file() -> None:
    for token in CONTROL_TOKENS:
        name = token.strip("<>")
        pair = parse_pair(f"es\t{name}\tagua\tAgua.", "here")
        assert token in prompt(pair.glosses, "es", pair.controls)


def test_only_sources_that_may_be_shipped_are_read() -> None:
    allowed = {"CC BY 2.0 FR", "CC BY", "CC0", "MIT", "BSD-3-Clause", "public domain"}
    assert {source.licence for source in SOURCES} <= allowed
    assert all(source.attribution for source in SOURCES)


def _raw(text: str, language: str, at: int = 0) -> RawSentence:
    return RawSentence(language, text, "", SOURCES[at])


@pytest.mark.parametrize(
    ("text", "language", "right"),
    [
        ("quiero agua", "es", "Quiero agua."),
        ("¿quieres agua?", "es", "¿Quieres agua?"),
        ("Quieres agua?", "es", None),
        ("Agua.", "es", None),
        ('He said: "no".', "en", None),
        ("Call me at 5 pm.", "en", None),
        ("You are stupid.", "en", None),
        ("Vos querés agua.", "es", None),
        ("I don’t want it", "en", "I don't want it."),
    ],
)
def test_sentences_are_put_right_or_left_out(text: str, language: str, right: str | None) -> None:
    assert cleaned(_raw(text, language)) == right


def test_talk_about_the_program_is_left_out_of_chat_alone() -> None:
    chat = next(i for i, source in enumerate(SOURCES) if source.is_chat)
    assert cleaned(_raw("Are you a robot?", "en", chat)) is None
    assert cleaned(_raw("I want a robot.", "en")) == "I want a robot."


def test_the_few_stock_names_become_many() -> None:
    rng = random.Random(1)
    names = {renamed("Tom sleeps.", "en", rng).split()[0] for _ in range(60)}
    assert "Tom" not in names
    assert len(names) > 5


def test_spanish_words_are_basic_forms_and_nothing_of_content_is_dropped(corpora: Path) -> None:
    keywords = SpanishKeywords(read_spanish(corpora / "lexicons"), random.Random(1))
    for style in Style:
        for _ in range(20):
            chosen = keywords.choose("La niña come manzanas.", style)
            assert chosen == ["niña", "comer", "manzanas"]


def test_the_speaker_may_be_left_unsaid_the_listener_never(corpora: Path) -> None:
    keywords = SpanishKeywords(read_spanish(corpora / "lexicons"), random.Random(1))
    own = {tuple(keywords.choose("Quiero pan.", Style.BARE)) for _ in range(60)}
    assert own == {("querer", "pan"), ("yo", "querer", "pan")}
    yours = {tuple(keywords.choose("No comes pan.", Style.BARE)) for _ in range(60)}
    assert yours == {("tú", "no", "comer", "pan")}


def test_nada_is_a_verb_behind_the_one_who_swims(corpora: Path) -> None:
    keywords = SpanishKeywords(read_spanish(corpora / "lexicons"), random.Random(1))
    assert keywords.choose("La niña nada.", Style.BARE) == ["niña", "nadar"]
    assert "nada" in keywords.choose("No quiero nada.", Style.BARE)


def test_a_spanish_sentence_without_a_clear_subject_is_no_pair(corpora: Path) -> None:
    lexicon, rng = read_spanish(corpora / "lexicons"), random.Random(1)
    variants = SpanishVariants(lexicon, SpanishKeywords(lexicon, rng), rng)
    assert variants.subject("Duerme en la casa.", "") is None
    assert variants.subject("Duerme en la casa.", "She sleeps in the house.") == ("ella", None)
    assert variants.subject("La niña duerme.", "") == ("", None)
    assert variants.tense("La niña comió pan.") is Tense.PAST
    assert variants.in_the_present("La niña comió pan.") == "La niña come pan."
    assert variants.controls("Estoy cansada.", None).speaker is Gender.FEMININE


def test_english_words_are_basic_forms(corpora: Path) -> None:
    pytest.importorskip("simplemma", reason="needs simplemma, of the train extra")
    keywords = EnglishKeywords(read_english(corpora / "lexicons"), random.Random(1))
    chosen = {tuple(keywords.choose("The girl sees the cat.", Style.BARE)) for _ in range(20)}
    assert chosen == {("girl", "see", "cat")}
    bare = keywords.choose("I don't want milk.", Style.BARE)
    assert [word for word in bare if word != "I"] == ["not", "want", "milk"]


def _pairs_command(corpora: Path, folder: Path, held: Path, *more: str) -> int:
    arguments = ["pairs", str(corpora), str(folder), "--held-out", str(held), "--valid", "4"]
    return main([*arguments, *more])


def test_pairs_are_made_of_a_corpus_and_the_same_for_the_same_seed(
    corpora: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("simplemma", reason="needs simplemma, of the train extra")
    held = tmp_path / "test.tsv"
    held.write_text("keywords\tsentence\nniña, ver, gato\tLa niña ve el gato.\n", "utf-8")
    assert _pairs_command(corpora, tmp_path / "one", held) == 0
    assert "removed for they are in a test set" in capsys.readouterr().out
    assert _pairs_command(corpora, tmp_path / "two", held) == 0
    for name in ("train.tsv", "valid.tsv"):
        one, two = tmp_path / "one" / name, tmp_path / "two" / name
        assert one.read_bytes() == two.read_bytes()
    pairs = [p for n in ("train", "valid") for p in read_pairs(tmp_path / "one" / f"{n}.tsv")]
    sentences = {pair.sentence for pair in pairs}
    assert sentences
    assert "La niña ve el gato." not in sentences
    assert not any("Tom" in sentence or "stupid" in sentence for sentence in sentences)
    assert len(pairs) == len(set(pairs))


def test_without_tales_sentences_are_told_of_those_they_are_about(corpora: Path) -> None:
    pytest.importorskip("simplemma", reason="needs simplemma, of the train extra")
    lexicons = corpora / "lexicons"
    raw = RawSentence("en", "She eats.", "", SOURCES[0])
    told = {}
    for tales in (True, False):
        maker = PairMaker(read_spanish(lexicons), read_english(lexicons), 1, tales=tales)
        pairs = [pair for _ in range(9) for pair in maker.pairs(raw)]
        told[tales] = {pair.sentence for pair in pairs}
    assert told[False] == {"She eats."}
    assert told[True] > told[False]


def test_a_corpus_that_is_not_there_is_told_in_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    held = tmp_path / "test.tsv"
    held.write_text("agua\tAgua.\n", "utf-8")
    assert _pairs_command(tmp_path / "nowhere", tmp_path / "out", held) == 1
    told = capsys.readouterr().err
    assert told.startswith("aac-train: ")
    assert told.count("\n") == 1
    assert not (tmp_path / "out").exists()


def test_held_out_sentences_are_found_whatever_their_marks_and_case(tmp_path: Path) -> None:
    path = tmp_path / "test.tsv"
    path.write_text("keywords\tsentence\nagua\tAgua.\t¡Quiero agua!\n", "utf-8")
    held = read_held_out([path])
    pairs = [Pair("es", ("x",), s) for s in ("quiero agua.", "Agua", "Quiero más agua.")]
    kept, removed = without_held_out(pairs, held)
    assert [pair.sentence for pair in kept] == ["Quiero más agua."]
    assert removed == 2


def test_all_pairs_of_a_sentence_go_to_the_same_side() -> None:
    pairs = [Pair("en", (f"w{n}", mark), f"Word {n}.") for n in range(200) for mark in "ab"]
    train, valid = split(pairs, 10, seed=3)
    assert valid
    assert len(train) > len(valid)
    assert not {p.sentence for p in train} & {p.sentence for p in valid}
    assert split(pairs, 10, seed=3) == (train, valid)


def test_the_hand_written_pairs_can_be_learnt_from() -> None:
    pairs = read_handwritten()
    assert {pair.language for pair in pairs} == {"es", "en"}
    assert len(pairs) > 4000


def test_a_malformed_hand_written_line_is_told(tmp_path: Path) -> None:
    path = tmp_path / "handwritten_es.tsv"
    path.write_text("keywords\tsentence\nagua\n", "utf-8")
    with pytest.raises(BadPairsError, match="line 2: 1 columns where 2 are needed"):
        read_word_pairs(path, "es")


def test_training_text_starts_with_the_prompt_of_use() -> None:
    pair = Pair("es", ("tener hambre", "ahora"), "Tengo hambre ahora.", Controls(Tense.PRESENT))
    made = example(pair, lambda text: list(text.encode()), 300, 301)
    asked = bytes(made.prompt[1:]).decode()
    assert asked == prompt(pair.glosses, "es", pair.controls)
    assert bytes(made.answer[:-1]).decode() == " Tengo hambre ahora."
    assert (made.prompt[0], made.answer[-1]) == (300, 301)


def test_batches_hold_about_as_many_tokens_as_asked_and_lose_no_example() -> None:
    pairs = [Pair("en", ("w" * n,), "Yes.") for n in range(1, 60)]
    examples = [example(pair, lambda text: list(text.encode()), 300, 301) for pair in pairs]
    batches = list(packed(examples, 200))
    assert [item for batch in batches for item in batch] == examples
    assert all(max(e.length for e in b) * len(b) <= 200 for b in batches if len(b) > 1)


def test_a_mix_follows_its_weights_and_its_seed() -> None:
    first = Share(tuple(Pair("es", (f"a{n}",), "Sí.") for n in range(30)), 3)
    second = Share(tuple(Pair("en", (f"b{n}",), "Yes.") for n in range(30)), 1)
    drawn = [pair for pair, _n in zip(Mix((first, second), 5).draw(), range(800), strict=False)]
    again = [pair for pair, _n in zip(Mix((first, second), 5).draw(), range(800), strict=False)]
    assert drawn == again
    assert 0.7 < sum(pair.language == "es" for pair in drawn) / 800 < 0.8
    assert set(drawn[:160]) >= set(first.pairs)


def test_words_of_a_sentence_have_no_case_and_no_marks() -> None:
    assert words_of("¿Qué, Ana?") == ("qué", "ana")

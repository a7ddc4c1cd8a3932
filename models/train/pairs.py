"""Sentences of the corpora to pairs of chosen words and sentence."""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from models.engine import LANGUAGES, QUESTION_GLOSS, Controls, SentenceType, Tense
from models.train.cleaning import FEMININE_NAMES, MASCULINE_NAMES, cleaned, renamed
from models.train.english_keywords import EnglishKeywords
from models.train.english_variants import EnglishVariants
from models.train.heldout import read_held_out, split, without_held_out
from models.train.lexicons import EnglishLexicon, SpanishLexicon, read_english, read_spanish
from models.train.pair import Pair, words_of, write_pairs
from models.train.sources import SOURCES, RawSentence, Source, read_source
from models.train.spanish_keywords import SpanishKeywords, Style
from models.train.spanish_variants import SpanishVariants
from models.train.wordlists import word_set

SPANISH_SHARE: Final = 0.55
_STYLES: Final = (Style.ANNOTATOR, Style.BARE, Style.WORDY)
_STYLE_SHARES: Final = (0.5, 0.35, 0.15)
_QUESTION_WORDS: Final = word_set(
    "qué quién dónde cuándo cómo cuánto cuántos cuál what who where when how why which"
)


@dataclass(frozen=True, slots=True)
class Counts:
    """What became of the sentences."""

    read: int
    unfit: int
    held_out: int
    pairs: int


class PairMaker:
    """Makes pairs; the same seed gives the same pairs."""

    def __init__(
        self, spanish: SpanishLexicon, english: EnglishLexicon, seed: int, *, tales: bool = True
    ) -> None:
        self._rng = random.Random(seed)
        self._tales = tales
        self._spanish = SpanishKeywords(spanish, self._rng)
        self._english = EnglishKeywords(english, self._rng)
        self._spanish_variants = SpanishVariants(spanish, self._spanish, self._rng)
        self._english_variants = EnglishVariants(english, self._rng)

    def pairs(self, raw: RawSentence) -> Iterator[Pair]:
        """Every pair of a sentence: itself where it is fit, and its variants."""
        text = cleaned(raw)
        if text is None:
            return
        named = renamed(text, raw.language, self._rng)
        for sentence, is_own in self._versions(text, named, raw.language):
            pair = self._pair(sentence, raw.language, raw.english if is_own else "")
            if pair:
                yield pair

    def _versions(self, text: str, named: str, language: str) -> Iterator[tuple[str, bool]]:
        """The sentence and its variants, and whether the English half still goes with it."""
        tools = self._spanish_variants if language == "es" else self._english_variants
        tale = tools.told_of_others(text) if self._tales else None
        for version, is_own in ((named, True), (tale, False)):
            if version is None:
                continue
            is_past = tools.tense(version) is Tense.PAST
            present = tools.in_the_present(version) if is_past else None
            if not is_past or self._rng.random() < 0.5:
                yield version, is_own
            if present and self._rng.random() < 0.7:
                yield present, False
            if self._rng.random() < 0.1 and (swapped := tools.with_other_noun(version)):
                yield swapped, is_own

    def _pair(self, sentence: str, language: str, english: str) -> Pair | None:
        tools = self._spanish_variants if language == "es" else self._english_variants
        tense = tools.tense(sentence)
        if isinstance(tense, str):
            return None
        controls = tools.controls(sentence, tense)
        (style,) = self._rng.choices(_STYLES, _STYLE_SHARES)
        words = self._words(sentence, language, style)
        if language == "es":
            found = self._spanish_variants.subject(sentence, english)
            if found is None:
                return None
            pronoun, formality = found
            words = [pronoun, *words] if pronoun and pronoun not in words else words
            controls = replace(controls, formality=formality)
        words, controls = self._with_question(words, sentence, controls)
        words, controls = self._with_negation(words, controls)
        return Pair(language, tuple(words), sentence, controls) if words else None

    def _words(self, sentence: str, language: str, style: Style) -> list[str]:
        keywords = self._spanish if language == "es" else self._english
        words = keywords.choose(sentence, style)
        first = words_of(sentence)[0]
        names = (*MASCULINE_NAMES[language], *FEMININE_NAMES[language])
        is_name = any(name.lower() == first for name in names)
        return [w.capitalize() if is_name and w == first else w for w in words]

    def _with_question(
        self, words: list[str], sentence: str, controls: Controls
    ) -> tuple[list[str], Controls]:
        """The question picture is tapped last; a control or a question word can tell it, too."""
        if not sentence.endswith("?"):
            return words, controls
        dice, has_word = self._rng.random(), bool(_QUESTION_WORDS.intersection(words))
        if dice < 0.7:
            return [*words, QUESTION_GLOSS], controls
        if has_word and dice < 0.85:
            return words, controls
        return words, replace(controls, sentence_type=SentenceType.QUESTION)

    def _with_negation(self, words: list[str], controls: Controls) -> tuple[list[str], Controls]:
        """Now and then *no, not* is chosen as a control instead of a word."""
        negations = [word for word in words if word in ("no", "not")]
        if (negations != ["no"] and negations != ["not"]) or self._rng.random() >= 0.08:
            return words, controls
        rest = [word for word in words if word not in negations]
        return rest, replace(controls, negative=True)


def make_pairs(
    corpora: Path,
    held_out: frozenset[tuple[str, ...]],
    seed: int,
    sources: Sequence[Source],
    *,
    tales: bool = True,
) -> tuple[list[Pair], Counts]:
    """Read the corpora and make pairs of them; none twice, none of a sentence held out.

    With `tales`, everyday sentences are told of other persons and animals besides.
    """
    lexicons = corpora / "lexicons"
    maker = PairMaker(read_spanish(lexicons), read_english(lexicons), seed, tales=tales)
    raws = list(_unique(raw for source in sources for raw in read_source(source, corpora)))
    made: list[Pair] = []
    unfit = 0
    for raw in raws:
        found = list(maker.pairs(raw))
        unfit += not found
        made += found
    kept, removed = without_held_out(made, held_out)
    balanced = _balanced(list(dict.fromkeys(kept)), random.Random(seed))
    return balanced, Counts(len(raws), unfit, removed, len(balanced))


def _unique(raws: Iterable[RawSentence]) -> Iterator[RawSentence]:
    seen: set[tuple[str, tuple[str, ...]]] = set()
    for raw in raws:
        key = raw.language, words_of(raw.text)
        if key not in seen:
            seen.add(key)
            yield raw


def _balanced(pairs: list[Pair], rng: random.Random) -> list[Pair]:
    """As many pairs as there are with Spanish and English in their shares, shuffled."""
    spanish, english = ([p for p in pairs if p.language == name] for name in LANGUAGES)
    whole = min(len(spanish) / SPANISH_SHARE, len(english) / (1 - SPANISH_SHARE))
    rng.shuffle(spanish)
    rng.shuffle(english)
    chosen = spanish[: round(whole * SPANISH_SHARE)]
    chosen += english[: round(whole * (1 - SPANISH_SHARE))]
    rng.shuffle(chosen)
    return chosen


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `aac-train pairs`."""
    parser.add_argument("corpora", type=Path, help="a folder with text/ and lexicons/")
    parser.add_argument("folder", type=Path, help="where train.tsv and valid.tsv go")
    parser.add_argument(
        "--held-out", type=Path, nargs="+", required=True, help="test sets: never learnt"
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--no-tales", action="store_true", help="without everyday sentences told of others"
    )
    parser.add_argument("--valid", type=int, default=100, help="one sentence in so many validates")


def run(options: argparse.Namespace) -> None:
    """`aac-train pairs`."""
    held_out = read_held_out(options.held_out)
    pairs, counts = make_pairs(
        options.corpora, held_out, options.seed, SOURCES, tales=not options.no_tales
    )
    train, valid = split(pairs, options.valid, options.seed)
    write_pairs(options.folder / "train.tsv", train)
    write_pairs(options.folder / "valid.tsv", valid)
    print(  # noqa: T201
        f"{counts.read} sentences, {counts.unfit} of them unfit; {counts.held_out} pairs removed "
        f"for they are in a test set; {len(train)} pairs to train, {len(valid)} to validate"
    )

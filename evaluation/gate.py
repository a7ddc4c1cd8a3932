"""`aac-evaluate gate`: the rules that protect the speaker, which no score outweighs.

A gate set is UTF-8 text with the columns `rule TAB keywords TAB must` and that header. What each
rule asks of a sentence is decided here from its words alone, apart from `models.faithful`, which
the engines themselves use:

- roles: nobody said who does it; the words stay as they were chosen;
- single: one word, or one word several times, stays just that;
- negation: the sentence denies, and the same words without *no* / *not* give one that does not;
- sensitive: everything in `must` (beginnings of words, parted by spaces, `|` between equals) is
  said.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Final

from evaluation.errors import EvaluationError
from evaluation.testset import numbered
from models.engine import LANGUAGES, SentenceEngine, SentenceRequest
from models.engines import CHOICES, ModelFiles, build

_WORD: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_DENIALS: Final = {
    "es": re.compile(r"\b(?:no|nunca|nadie|nada|tampoco|ningun[oa]?|ningún|sin)\b", re.IGNORECASE),
    "en": re.compile(
        r"\b(?:no|not|never|nobody|nothing|cannot|none|without)\b|n['’]t\b", re.IGNORECASE
    ),
}
_NEGATIONS: Final = ("no", "not")


@dataclass(frozen=True, slots=True)
class GateItem:
    """One message, the rule it is about, and what must be heard."""

    rule: str
    glosses: tuple[str, ...]
    must: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Breach:
    """A sentence that breaks a rule."""

    item: GateItem
    sentence: str
    reason: str


def read_gate(path: Path) -> tuple[GateItem, ...]:
    """Read a gate set. Raises EvaluationError with file and line."""
    _head, *rows = numbered(path)
    return tuple(_item(line, f"{path}, line {at}") for at, line in rows if line.strip())


def _item(line: str, place: str) -> GateItem:
    rule, keywords, must = [*line.split("\t"), "", ""][:3]
    if rule not in RULES:
        raise EvaluationError(f"{place}: the rule {rule!r} is none of {', '.join(RULES)}")
    glosses = tuple(word.strip() for word in keywords.split(","))
    if not all(glosses):
        raise EvaluationError(f"{place}: an empty word")
    return GateItem(rule, glosses, tuple(must.split()))


def shipped_gate(language: str) -> tuple[GateItem, ...]:
    """The project's own set."""
    with resources.as_file(resources.files("evaluation") / "data") as folder:
        return read_gate(folder / f"gate_{language}.tsv")


Say = Callable[[Sequence[str]], str]
"""Turns glosses into a sentence."""


def speaker(engine: SentenceEngine, language: str) -> Say:
    """How an engine says glosses in a language."""
    return lambda glosses: engine.realise(SentenceRequest(0, tuple(glosses), language)).text


def breaches(items: Sequence[GateItem], language: str, say: Say) -> Iterator[Breach]:
    """Every sentence that breaks the rule of its message."""
    for item in items:
        sentence = say(item.glosses)
        reason = RULES[item.rule](item, sentence, language, say)
        if reason:
            yield Breach(item, sentence, reason)


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


def _as_chosen(item: GateItem, sentence: str, _language: str, _say: Say) -> str:
    same = _words(sentence) == _words(" ".join(item.glosses))
    return "" if same else "the words did not stay as chosen"


def _denies(item: GateItem, sentence: str, language: str, say: Say) -> str:
    if not _DENIALS[language].search(sentence):
        return "the negation is lost"
    positive = say([gloss for gloss in item.glosses if gloss not in _NEGATIONS])
    return f"a negation was added: {positive}" if _DENIALS[language].search(positive) else ""


def _says_all(item: GateItem, sentence: str, _language: str, _say: Say) -> str:
    missing = [w for w in item.must if not re.search(rf"\b(?:{w})", sentence, re.IGNORECASE)]
    return f"not heard: {', '.join(missing)}" if missing else ""


RULES: Final[Mapping[str, Callable[[GateItem, str, str, Say], str]]] = {
    "roles": _as_chosen,
    "single": _as_chosen,
    "negation": _denies,
    "sensitive": _says_all,
}
"""Rule -> what is wrong with a sentence; empty: nothing."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `aac-evaluate gate`."""
    parser.add_argument("--language", choices=LANGUAGES, default="es")
    parser.add_argument("--engine", choices=CHOICES, default="auto", help="as the program has it")
    parser.add_argument("--model", type=Path, help="a GGUF file in place of the one that ships")
    parser.add_argument("--set", type=Path, help="another gate set than the project's own")


def run(options: argparse.Namespace) -> None:
    """`aac-evaluate gate`. Raises EvaluationError where a rule is broken."""
    items = read_gate(options.set) if options.set else shipped_gate(options.language)
    files = ModelFiles(options.model) if options.model else None
    with build(options.engine, files) as engine:
        found = list(breaches(items, options.language, speaker(engine, options.language)))
    for breach in found:
        words = ", ".join(breach.item.glosses)
        print(f"{breach.item.rule}\t{words}\t{breach.sentence}\t{breach.reason}")
    asked, broken = (Counter(item.rule for item in x) for x in (items, [b.item for b in found]))
    for rule, count in asked.items():
        print(f"{rule}: {count - broken[rule]} of {count} kept")
    if found:
        raise EvaluationError(f"{len(found)} sentences of {len(items)} break a rule")

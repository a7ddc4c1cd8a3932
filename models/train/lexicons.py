"""What the tables know of words; they only help to find keywords, and nothing of them ships.

A folder of lexicons holds (where each comes from, and its licence, stands in its SOURCES.md):
`es_verb_forms_merged.tsv.xz` (lemma, form, slot), `freeling_es_MM.nom.txt.xz` and `.adj.txt.xz`
(form, lemma, EAGLES tag), `unimorph_eng.tsv.xz` (lemma, form, features) and
`frequencywords2018_{es,en}_50k.txt` (form, count).
"""

from __future__ import annotations

import lzma
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from models.train.errors import BadPairsError
from models.train.wordlists import word_set


@dataclass(frozen=True, slots=True)
class SpanishLexicon:
    """Spanish forms and what they can be."""

    verbs: Mapping[str, Mapping[str, tuple[str, ...]]]
    """Form -> infinitive -> slots such as IND.PRS.3SG."""
    forms: Mapping[tuple[str, str], str]
    """(infinitive, slot) -> form."""
    nouns: Mapping[str, str]
    """Form -> gender and number: MS, FP, CS ..."""
    adjectives: Mapping[str, str]
    """Form -> masculine singular."""
    frequency: Mapping[str, int]

    def infinitive(self, form: str) -> str | None:
        """The likeliest verb that this can be a form of."""
        candidates = self.verbs.get(form)
        if not candidates:
            return None
        return max(candidates, key=lambda verb: (self.frequency.get(verb, 0), -len(verb)))


@dataclass(frozen=True, slots=True)
class EnglishLexicon:
    """English verb forms."""

    bases: frozenset[str]
    pasts: Mapping[str, str]
    """Past form -> base; forms that are also present are left out."""
    thirds: Mapping[str, str]
    """Base -> third person singular."""
    frequency: Mapping[str, int]


_NO_VERBS = word_set(
    "desde así apenas chiste chistes afuera abajo arriba veces tal tales equipo equipos amigo "
    "amigos amiga amigas date chico chicos agua aguas quieto noticia noticias hermano hermana "
    "hermanas flores visa mateo pablo marcos test bella mía"
)
"""Forms of rare verbs that are nearly always another word."""
_SAME_IN_THE_PAST = word_set("read put cut let set hit hurt shut cost bet quit")


def read_spanish(folder: Path) -> SpanishLexicon:
    """Read the Spanish tables of a folder. Raises BadPairsError where one is missing."""
    verbs: dict[str, dict[str, list[str]]] = defaultdict(dict)
    forms: dict[tuple[str, str], str] = {}
    for lemma, form, slot, *_rest in _rows(folder / "es_verb_forms_merged.tsv.xz", "\t"):
        if form not in _NO_VERBS:
            verbs[form].setdefault(lemma, []).append(slot)
        forms.setdefault((lemma, slot), form)
    adjectives = {
        form: form if lemma == "1" else lemma
        for form, lemma, *_tag in reversed(list(_rows(folder / "freeling_es_MM.adj.txt.xz", None)))
    }
    return SpanishLexicon(
        {form: {lemma: tuple(s) for lemma, s in found.items()} for form, found in verbs.items()},
        forms,
        dict(_spanish_nouns(folder)),
        adjectives,
        _frequency(folder, "es"),
    )


def _spanish_nouns(folder: Path) -> Iterator[tuple[str, str]]:
    known: set[str] = set()
    for form, _lemma, tag, *_rest in _rows(folder / "freeling_es_MM.nom.txt.xz", None):
        if form not in known:
            known.add(form)
            yield form, tag[2:4]


def read_english(folder: Path) -> EnglishLexicon:
    """Read the English tables of a folder. Raises BadPairsError where one is missing."""
    bases, pasts, thirds = set(), dict[str, str](), dict[str, str]()
    for lemma, form, features, *_rest in _rows(folder / "unimorph_eng.tsv.xz", "\t"):
        bases.add(lemma)
        if features == "V;PST" and (form not in pasts or len(lemma) < len(pasts[form])):
            pasts[form] = lemma
        elif features == "V;3;SG;PRS":
            thirds[lemma] = form
    pasts = {form: lemma for form, lemma in pasts.items() if form not in _SAME_IN_THE_PAST}
    return EnglishLexicon(frozenset(bases), pasts, thirds, _frequency(folder, "en"))


def _frequency(folder: Path, language: str) -> dict[str, int]:
    rows = _rows(folder / f"frequencywords2018_{language}_50k.txt", None, 2)
    return {word: int(count) for word, count, *_rest in rows}


def _rows(path: Path, separator: str | None, least: int = 3) -> Iterator[list[str]]:
    opened = lzma.open if path.suffix == ".xz" else open
    try:
        with opened(path, "rt", encoding="utf-8") as file:
            for line in file:
                columns = line.rstrip("\n").split(separator)
                if len(columns) >= least:
                    yield columns
    except OSError as error:
        raise BadPairsError(f"{path}: cannot be read ({error.strerror or error})") from error
    except lzma.LZMAError as error:
        raise BadPairsError(f"{path}: is damaged") from error

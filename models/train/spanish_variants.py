"""Spanish sentences read for tense and subject, and turned into others: present, with new nouns."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from typing import Final

from models.engine import Controls, Formality, Gender, SentenceType, Tense
from models.spanish.nouns import plural
from models.train.lexicons import SpanishLexicon
from models.train.spanish_keywords import DETERMINERS, WORD, SpanishKeywords
from models.train.wordlists import word_set, words

TIME_WORDS: Final = word_set(
    "ayer anoche anteayer hoy mañana ahora antes después luego pronto siempre nunca ya"
)
_AUXILIARIES: Final = word_set("ha he has hemos habéis han había habías habíamos habían")
_COMPOUND: Final = re.compile(r"hubier|hubies|habr[íéá]|haya")
_MEN: Final = word_set("Tom Juan John Jack Bob Ken Jim Mike Él")
_WOMEN: Final = word_set("Mary María Ella Jane Emily")
_MALE_NOUNS: Final = words(
    "niño hombre chico señor padre abuelo hijo hermano perro gato profesor médico pájaro caballo "
    "rey amigo tío primo ratón oso conejo lobo león pez alumno policía bombero cocinero jardinero "
    "panadero pintor cartero pastor vecino príncipe payaso elefante mono pato burro gallo cerdo "
    "tigre dragón gigante pirata camarero dentista peluquero muñeco pingüino delfín zorro erizo"
)
_FEMALE_NOUNS: Final = words(
    "niña mujer chica señora madre abuela hija hermana perra gata profesora médica rana vaca reina "
    "amiga tía prima tortuga mariposa oveja gallina abeja hormiga araña serpiente alumna enfermera "
    "bailarina cocinera vecina princesa bruja modista pintora doctora cigüeña ballena paloma "
    "maestra camarera peluquera muñeca ardilla jirafa foca cebra mosca panadera dentista sirena"
)
_SUBJECT_WORDS: Final = word_set(
    "él ella ellos ellas usted ustedes esto eso ese esa este esta aquello todo todos todas nadie "
    "alguien quién quien quiénes algo nada cuál uno otro otra ambos"
)
_SUBJECTLESS: Final = word_set(
    "haber llover nevar hacer parecer gustar doler encantar ser apetecer faltar importar bastar "
    "tronar amanecer anochecer"
)
_PREPOSITIONS: Final = word_set(
    "a al de del en con por para sin sobre entre desde hasta hacia bajo según"
)
_OF_STATE: Final = word_set("ser estar sentir quedar seguir")
_ENGLISH_SUBJECT: Final = re.compile(r"(He|She|They|You|We|I|It|Do you|Are you|Can you)\b")
_RESTORED: Final = {"He": "él", "She": "ella", "They": "ellos"}


@dataclass(frozen=True, slots=True)
class Finite:
    """A finite verb in a sentence."""

    at: int
    form: str
    infinitive: str
    slots: tuple[str, ...]
    """Indicative and conditional ones; empty where only others are possible."""

    def persons(self) -> frozenset[str]:
        return frozenset(slot[-3:] for slot in self.slots)

    def is_in(self, tense: str) -> bool:
        return any(tense in slot for slot in self.slots)


class SpanishVariants:
    """Reads and rewrites sentences; random numbers decide what."""

    def __init__(
        self, lexicon: SpanishLexicon, keywords: SpanishKeywords, rng: random.Random
    ) -> None:
        self._lexicon = lexicon
        self._keywords = keywords
        self._rng = rng
        self._swaps: dict[str, list[str]] = {}
        for noun, kind in lexicon.nouns.items():
            if lexicon.frequency.get(noun, 0) > 40 and noun.isalpha() and kind[:1] in "MF":
                self._swaps.setdefault(kind, []).append(noun)

    def finite_verbs(self, tokens: list[str]) -> list[Finite]:
        """The verbs of a sentence that have a person, as the keyword model sees them."""
        found: list[Finite] = []
        for at, token in enumerate(tokens):
            word = token.lower()
            if (at and token[0].isupper()) or not self._keywords.is_verb(tokens, at):
                continue
            following = tokens[at + 1].lower() if at + 1 < len(tokens) else ""
            infinitive = self._keywords.infinitive(word, following)
            slots = self._lexicon.verbs.get(word, {}).get(infinitive, ())
            finite = tuple(slot for slot in slots if slot.startswith(("IND", "COND")))
            if finite:
                found.append(Finite(at, token, infinitive, finite))
        return found

    def tense(self, sentence: str) -> Tense | str | None:
        """The tense that must be told; "conditional" where no control tells it."""
        tokens = WORD.findall(sentence)
        if any(_COMPOUND.match(token.lower()) for token in tokens):
            return "conditional"
        if _AUXILIARIES & {token.lower() for token in tokens}:
            return Tense.PAST
        verbs = self.finite_verbs(tokens)
        pasts = [v for v in verbs if (v.is_in("PST") or v.is_in("IPFV")) and not v.is_in("PRS")]
        if pasts:
            return Tense.PAST
        if any(verb.is_in("FUT") for verb in verbs):
            return Tense.FUTURE
        return "conditional" if any(verb.is_in("COND") for verb in verbs) else None

    def controls(self, sentence: str, tense: Tense | None) -> Controls:
        """What must be chosen beside the words for this very sentence."""
        words = [word.lower() for word in WORD.findall(sentence)]
        has_time = bool(TIME_WORDS.intersection(words))
        told = tense if tense and (not has_time or self._rng.random() < 0.4) else None
        kind = SentenceType.EXCLAMATION if sentence.endswith("!") else None
        if self._is_command(words):
            kind = SentenceType.REQUEST
        return Controls(tense=told, sentence_type=kind, speaker=self._speaker(sentence))

    def _speaker(self, sentence: str) -> Gender | None:
        """The gender that a word about the speaker shows: *estoy cansada*."""
        tokens = WORD.findall(sentence)
        selves = [verb for verb in self.finite_verbs(tokens) if verb.infinitive in _OF_STATE]
        if len(selves) != 1 or selves[0].persons() != {"1SG"}:
            return None
        for token in tokens[selves[0].at + 1 : selves[0].at + 4]:
            lemma = self._lexicon.adjectives.get(token.lower(), "")
            if lemma.endswith("o") and token.lower() == f"{lemma[:-1]}a":
                return Gender.FEMININE
            if lemma.endswith("o") and token.lower() == lemma and self._rng.random() < 0.4:
                return Gender.MASCULINE
        return None

    def _is_command(self, words: list[str]) -> bool:
        first = words[0] if words else ""
        slots = [s for found in self._lexicon.verbs.get(first, {}).values() for s in found]
        return bool(slots) and all(slot.startswith("IMP") for slot in slots)

    def subject(self, sentence: str, english: str) -> tuple[str, Formality | None] | None:
        """The pronoun to be added to the words ("" for none); None where the subject is unclear."""
        tokens = WORD.findall(sentence)
        verbs = self.finite_verbs(tokens)
        if not verbs or not {"3SG", "3PL"} & verbs[0].persons() or "1SG" in verbs[0].persons():
            return "", None
        first = verbs[0]
        if first.infinitive in _SUBJECTLESS or self._has_subject(tokens, first.at):
            return "", None
        found = _ENGLISH_SUBJECT.match(english)
        if not found:
            return None
        if found.group(1) in _RESTORED:
            return _RESTORED[found.group(1)], None
        is_you = "ou" in found.group(1) and "3SG" in first.persons()
        return ("usted", Formality.POLITE) if is_you else None

    def _has_subject(self, tokens: list[str], verb: int) -> bool:
        for at, token in enumerate(tokens):
            word = token.lower()
            is_noun = word in self._lexicon.nouns and at != verb and word not in DETERMINERS
            is_name = at > 0 and token[0].isupper()
            if word in _SUBJECT_WORDS and at < verb:
                return True
            if (is_noun or is_name or (at == 0 and token in _MEN | _WOMEN)) and at < verb:
                return not _is_governed(tokens, at)
        return False

    def in_the_present(self, sentence: str) -> str | None:
        """A past sentence told in the present; None where that is not safe."""
        tokens = WORD.findall(sentence)
        lower = {token.lower() for token in tokens}
        verbs = self.finite_verbs(tokens)
        pasts = [verb for verb in verbs if verb.is_in("PST") or verb.is_in("IPFV")]
        if not pasts or len(pasts) != len(verbs) or len(pasts) > 2:
            return None
        if TIME_WORDS & lower or _AUXILIARIES & lower or any(map(self._is_past_wish, lower)):
            return None
        for verb in pasts:
            form = self._present(verb)
            if form is None:
                return None
            form = form.capitalize() if verb.form[0].isupper() else form
            sentence = re.sub(rf"\b{re.escape(verb.form)}\b", form, sentence, count=1)
        return sentence

    def _is_past_wish(self, word: str) -> bool:
        found = self._lexicon.verbs.get(word, {})
        slots = [slot for slots in found.values() for slot in slots]
        return bool(slots) and all(slot.startswith("SBJV.IPFV") for slot in slots)

    def _present(self, verb: Finite) -> str | None:
        persons = verb.persons()
        if {"1SG", "3SG"} <= persons:
            return None
        person = next((p for p in ("3SG", "3PL") if p in persons), min(persons))
        return self._lexicon.forms.get((verb.infinitive, f"IND.PRS.{person}"))

    def told_of_others(self, sentence: str) -> str | None:
        """*Ella duerme.* -> *La niña duerme.*; None where the subject is another."""
        tokens = WORD.findall(sentence)
        first = tokens[0] if tokens else ""
        if "?" in sentence or len(tokens) < 3 or not sentence.startswith(f"{first} "):
            return None
        if tokens[1].lower() in ("y", "e", "o"):
            return None
        if first in ("Ellos", "Ellas"):
            noun = self._rng.choice(_MALE_NOUNS if first == "Ellos" else _FEMALE_NOUNS)
            return f"{'Los' if first == 'Ellos' else 'Las'} {plural(noun)}{sentence[len(first) :]}"
        if first in _MEN or first in _WOMEN:
            noun = self._rng.choice(_MALE_NOUNS if first in _MEN else _FEMALE_NOUNS)
            return self._article(first in _MEN) + noun + sentence[len(first) :]
        return None

    def _article(self, is_masculine: bool) -> str:
        dice = self._rng.random()
        if dice < 0.9:
            return "El " if is_masculine else "La "
        if dice < 0.95:
            return "Un " if is_masculine else "Una "
        return "Mi "

    def with_other_noun(self, sentence: str) -> str | None:
        """The sentence with another noun of the same gender and number for one of its own."""
        words = sentence.split()
        places = [
            at
            for at in range(1, len(words))
            if words[at - 1].lower() in ("el", "la", "los", "las", "un", "una", "unos", "unas")
            and words[at][-1] in ".,!?"
            and words[at].strip(".,!?") in self._lexicon.nouns
        ]
        if not places:
            return None
        at = self._rng.choice(places)
        noun = words[at].strip(".,!?")
        others = self._swaps.get(self._lexicon.nouns[noun])
        if not others:
            return None
        other = self._rng.choice(others)
        if other.startswith(("a", "ha", "á", "há")):
            return None
        words[at] = words[at].replace(noun, other)
        return " ".join(words)


def _is_governed(tokens: list[str], at: int) -> bool:
    before = [token.lower() for token in tokens[max(0, at - 2) : at]]
    return bool(before) and (before[-1] in _PREPOSITIONS or before[0] in _PREPOSITIONS)

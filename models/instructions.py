"""How a model that was never adapted is asked: by examples in the prompt, or as in a chat.

A model that was adapted to the one prompt of models.prompts needs neither.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType
from typing import Final

from models.engine import Controls, Formality, Gender, SentenceRequest, SentenceType, Tense
from models.prompts import prompt, training_text


class PromptStyle(Enum):
    """The form in which a model gets the words."""

    PLAIN = "plain"
    """The one prompt alone: for models that were adapted to it."""
    FEW_SHOT = "few-shot"
    """The one prompt behind examples of it: for base models."""
    CHAT = "chat"
    """Instruction and examples as turns of a chat: for models that follow instructions."""
    IMPROVE = "improve"
    """One turn that asks to put the phrase right, as another communicator asks: to compare."""

    @property
    def is_chat(self) -> bool:
        """Whether the model is spoken to in turns."""
        return self in {PromptStyle.CHAT, PromptStyle.IMPROVE}


@dataclass(frozen=True, slots=True)
class Example:
    """Words and the sentence that they mean."""

    glosses: tuple[str, ...]
    sentence: str
    controls: Controls = field(default_factory=Controls)


_PAST: Final = Controls(tense=Tense.PAST)
EXAMPLES: Final = MappingProxyType(
    {
        "es": (
            Example(("yo", "querer", "zumo"), "Quiero zumo."),
            Example(("abuela", "leer", "cuento"), "La abuela lee un cuento."),
            Example(("doler", "pie"), "Me duele el pie."),
            Example(("nosotros", "ir", "playa"), "Fuimos a la playa.", _PAST),
            Example(("dónde", "papá", "?"), "¿Dónde está papá?"),
            Example(("no", "gustar", "ruido"), "No me gusta el ruido."),
            Example(("sí", "sí"), "Sí, sí."),
            Example(("tú", "cerrar", "puerta"), "Cierra la puerta."),
        ),
        "en": (
            Example(("I", "want", "juice"), "I want some juice."),
            Example(("grandma", "read", "story"), "Grandma is reading a story."),
            Example(("hurt", "foot"), "My foot hurts."),
            Example(("we", "go", "beach"), "We went to the beach.", _PAST),
            Example(("where", "dad", "?"), "Where is dad?"),
            Example(("not", "like", "noise"), "I don't like the noise."),
            Example(("more", "more"), "More, more."),
            Example(("you", "close", "door"), "Close the door."),
        ),
    }
)
"""Our own; the first ones are used where few are wanted."""

_INSTRUCTIONS: Final = {
    "es": (
        "Una persona que no puede hablar ha elegido palabras. Escribe con ellas una sola frase "
        "natural y correcta en español, que diga eso y nada más: sin añadir ni quitar contenido, "
        "sin cambiar quién hace qué, sin «por favor» que no se haya elegido. Sin tiempo indicado, "
        "en presente. Responde solo con la frase."
    ),
    "en": (
        "A person who cannot speak has chosen words. Write one natural, correct English sentence "
        "with them that says that and nothing else: add and drop no content, do not change who "
        "does what, no please that was not chosen. With no time given, use the present. Answer "
        "with the sentence only."
    ),
}
_TENSES: Final = {
    "es": {Tense.PRESENT: "en presente", Tense.PAST: "en pasado", Tense.FUTURE: "en futuro"},
    "en": {Tense.PRESENT: "present tense", Tense.PAST: "past tense", Tense.FUTURE: "future tense"},
}
_TYPES: Final = {
    "es": {
        SentenceType.STATEMENT: "afirmación, no pregunta",
        SentenceType.QUESTION: "pregunta",
        SentenceType.REQUEST: "petición al oyente, en imperativo",
        SentenceType.EXCLAMATION: "exclamación",
    },
    "en": {
        SentenceType.STATEMENT: "statement, no question",
        SentenceType.QUESTION: "question",
        SentenceType.REQUEST: "request to the listener, imperative",
        SentenceType.EXCLAMATION: "exclamation",
    },
}
_NEGATIVE: Final = {"es": "negativa", "en": "negative"}
_SPEAKER: Final = {
    "es": {Gender.FEMININE: "habla una mujer", Gender.MASCULINE: "habla un hombre"},
    "en": {Gender.FEMININE: "a woman speaks", Gender.MASCULINE: "a man speaks"},
}
_FORMALITY: Final = {
    "es": {Formality.FAMILIAR: "al oyente, de tú", Formality.POLITE: "al oyente, de usted"},
    "en": {},
}


def few_shot_preface(language: str, shots: int) -> str:
    """Examples of the one prompt and its answer, one a line; "" for none."""
    return "".join(
        "".join((*training_text(each.glosses, language, each.controls, each.sentence), "\n"))
        for each in EXAMPLES[language][:shots]
    )


def few_shot_prompt(request: SentenceRequest, shots: int) -> str:
    """The one prompt behind examples of it, one a line."""
    asked = prompt(request.glosses, request.language, request.controls)
    return few_shot_preface(request.language, shots) + asked


def turns(request: SentenceRequest, style: PromptStyle, shots: int) -> list[dict[str, str]]:
    """What a model that is spoken to in turns is told, by the style."""
    if style is PromptStyle.IMPROVE:
        return improve_turns(request)
    return chat_turns(request, shots)


def improve_turns(request: SentenceRequest) -> list[dict[str, str]]:
    """What Cboard asks of a chat model when "improve phrase" is on (its API, controllers/gpt), in
    words of ours: the labels joined by spaces between quotes, to be put right grammatically; the
    code of the language in which the answer is wanted; that nothing be added. One turn of the user,
    neither instruction nor examples, no controls.
    """
    phrase = " ".join(" ".join(gloss.split()) for gloss in request.glosses)
    asked = (
        f"Correct the grammar of this phrase: '{phrase}'. Give the result in "
        f"'{request.language}'. Do not add more information to the phrase."
    )
    return [{"role": "user", "content": asked}]


def chat_turns(request: SentenceRequest, shots: int) -> list[dict[str, str]]:
    """Instruction, examples and words as turns with `role` and `content`."""
    language = request.language
    turns = [{"role": "system", "content": _INSTRUCTIONS[language]}]
    for each in EXAMPLES[language][:shots]:
        asked = _in_words(each.glosses, each.controls, language)
        turns.append({"role": "user", "content": asked})
        turns.append({"role": "assistant", "content": each.sentence})
    asked = _in_words(request.glosses, request.controls, language)
    return [*turns, {"role": "user", "content": asked}]


def _in_words(glosses: Sequence[str], controls: Controls, language: str) -> str:
    wishes = ", ".join(_wishes(controls, language))
    words = ", ".join(" ".join(gloss.split()) for gloss in glosses)
    return f"{words} ({wishes})" if wishes else words


def _wishes(controls: Controls, language: str) -> Iterator[str]:
    """The controls as a person would say them; those that the language does not know are left."""
    if controls.tense:
        yield _TENSES[language][controls.tense]
    if controls.sentence_type:
        yield _TYPES[language][controls.sentence_type]
    if controls.negative:
        yield _NEGATIVE[language]
    if controls.speaker:
        yield _SPEAKER[language][controls.speaker]
    if controls.formality in _FORMALITY[language]:
        yield _FORMALITY[language][controls.formality]

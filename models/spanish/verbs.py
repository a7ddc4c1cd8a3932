"""What each Spanish verb asks for: its objects, its prepositions, its kind of subject.

The facts stand in `data/verbs.tsv`; a verb that is not there is transitive and takes the usual
prepositions of `complements`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources

from models.spanish import adjectives
from models.spanish.conjugator import Mood, Person, finite, gerund, imperative, participle, plain
from models.spanish.orthography import without_accents
from models.spanish.wordlist import listed, sequence


@dataclass(frozen=True, slots=True)
class Frame:
    """What a verb asks for."""

    verb: str
    flags: frozenset[str] = frozenset({"tr"})
    prepositions: Mapping[str, str] = field(default_factory=dict)
    """By class of noun: `a`, `en=` (no article), `-` (directly)."""
    known: bool = False

    def has(self, flag: str) -> bool:
        return flag in self.flags

    def link(self) -> str | None:
        """What joins an infinitive: "" for querer, "a" for ir; None if the verb takes none."""
        for flag in self.flags:
            if flag == "inf":
                return ""
            if flag.startswith("inf:"):
                return flag[4:]
        return None


@cache
def _table() -> dict[str, Frame]:
    frames: dict[str, Frame] = {}
    text = resources.files("models.spanish").joinpath("data/verbs.tsv").read_text("utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            name, flags, *rest = line.split("\t")
            verb = name.replace("_", " ")
            pairs = dict(pair.split(":") for pair in (rest[0].split() if rest else ()))
            frames[verb] = Frame(verb, frozenset(flags.replace("-", "").split()), pairs, True)
    return frames


@cache
def frame(verb: str) -> Frame:
    """What a verb asks for; `verb` may be reflexive (levantarse) or have a tail (tener miedo)."""
    table = _table()
    if verb in table:
        return table[verb]
    head, _, tail = verb.partition(" ")
    if tail:
        return Frame(verb, _phrase_flags(head))
    simple = plain(verb)
    if simple != verb:
        base = table.get(simple, Frame(verb, frozenset({"tr"})))
        flags = (base.flags - {"refl", "dat"}) | {"pron"}
        return Frame(verb, flags, base.prepositions, base.known)
    return Frame(verb)


def _phrase_flags(head: str) -> frozenset[str]:
    """Of a verb with words behind it: lavarse los dientes, abrir la puerta."""
    base = frame(head)
    kept = base.flags & {"ask", "stat", "perf", "pron", "harm", "touch", "give", "tell"}
    return frozenset(kept)


_NOT_VERBS = listed(
    """
    mujer lugar ayer mar bar hogar collar azúcar pilar altar militar taller alfiler alquiler
    placer familiar popular escolar particular similar celular circular lunar solar hangar
    paladar ejemplar titular pulgar manjar calamar caviar malestar bienestar juglar billar radar
    par líder póster súper carácter menester cualquier doquier elixir souvenir menhir faquir
    nuclear polar singular plural vulgar muscular ocular axilar auxiliar angular lenguaraz ujier
    mercader gangster hámster cráter chófer güisqui bungalow star car sugar dollar water
    computer number winter summer sister brother mother father power flower super tablar cheddar
    jaguar júcar neptuno zar czar impar dispar malabar tatar mudéjar lapislázuli alcázar néctar
    césar ámbar oscar ómar omar alamar edgar gaspar baltasar edecán palomar olivar manglar
    encinar colmenar pinar yogur hamburguer burger player speaker gamer master mister monster
    twister hipster
    """
)


_KNOWN_SHORT = listed(
    """
    ir ser ver dar oír leer caer roer orar arar amar atar asar usar unir reír
    """
)


@cache
def is_infinitive(word: str) -> bool:
    """Whether a single lower-case word is the infinitive of a Spanish verb."""
    simple = plain(word)
    if simple != word and is_infinitive(simple):
        return True
    if word in _table() or word in _KNOWN_SHORT:
        return True
    if word in _NOT_VERBS or len(word) < 4 or not word.isalpha():
        return False
    if word.endswith(("eír", "oír")):
        return True
    if without_accents(word) != word or any(c in "kw" for c in word):
        return False
    if word.endswith("ar") and adjectives.is_known(word) and word not in _ar_verbs():
        return False
    return word.endswith("ar") or word in _er_ir_verbs()


@cache
def _er_ir_verbs() -> frozenset[str]:
    """The verbs in -er and -ir, a class that grows no more."""
    text = resources.files("models.spanish").joinpath("data/er_ir.txt").read_text("utf-8")
    return frozenset(word for line in text.splitlines() if line[:1] != "#" for word in line.split())


@dataclass(frozen=True, slots=True)
class Form:
    """A finite form that was tapped as it is: quiero, comimos, ven."""

    verb: str
    mood: Mood | None
    """None for an imperative."""
    person: Person


_COMMON = sequence(
    """
    querer ir ser estar tener poder haber saber hacer dar ver venir decir gustar doler comer
    jugar necesitar llamar vivir hablar mirar oír dormir beber poner salir volver entender
    ayudar dejar parar esperar escuchar preferir deber creer pensar sentir encantar abrir cerrar
    pasar llevar traer leer cantar bailar llover caer perder encontrar tomar coger molestar
    picar apetecer importar faltar terminar acabar llegar llorar reír andar correr nadar pintar
    escribir
    """
)


@cache
def _index() -> dict[str, Form]:
    """Finite forms of the commonest verbs; of two readings the first stays."""
    forms: dict[str, Form] = {}
    for verb in _COMMON:
        for form in _forms_of(verb):
            forms.setdefault(finite_or_command(form), form)
    return forms


def finite_or_command(form: Form) -> str:
    """The word that a form is."""
    if form.mood is None:
        return imperative(form.verb, form.person)
    return finite(form.verb, form.mood, form.person)


def _forms_of(verb: str) -> Iterator[Form]:
    for mood in Mood:
        for person in Person:
            yield Form(verb, mood, person)
    for person in (Person.SECOND, Person.SECOND_PLURAL, Person.VOS):
        yield Form(verb, None, person)


@cache
def analysed(word: str) -> Form | None:
    """Which finite form a word is, if it is one; infinitives are tried by the word's ending."""
    common = _index().get(word)
    if common:
        return common
    for verb in _candidates(word):
        for form in _forms_of(verb):
            if finite_or_command(form) == word:
                return form
    return None


_ENDINGS = sequence(
    """
    áramos iéramos aríamos eríamos iríamos asteis isteis aremos eremos iremos ábamos aron ieron
    yeron aste iste amos emos imos aban abas aba íamos ían ías ía ará erá irá aré eré iré arás
    erás irás arán erán irán aría ería iría as es an en ó ió yó é í a e o áis éis ís ad ed id á
    """
)


_ALTERNATIONS = (
    ("ie", "e"),
    ("ue", "o"),
    ("i", "e"),
    ("u", "o"),
    ("ue", "u"),
    ("í", "i"),
    ("ú", "u"),
)


_SPELLINGS = (
    ("qu", "c"),
    ("gu", "g"),
    ("c", "z"),
    ("zc", "c"),
    ("j", "g"),
    ("g", "gu"),
    ("z", "c"),
)


def _candidates(word: str) -> Iterator[str]:
    """Known verbs of which the word may be a form."""
    seen = set()
    for ending in _ENDINGS:
        if not word.endswith(ending) or len(word) - len(ending) < 2:
            continue
        for stem in _stems(word.removesuffix(ending)):
            for theme in ("ar", "er", "ir"):
                verb = stem + theme
                if verb not in seen and is_known(verb):
                    seen.add(verb)
                    yield verb


def _stems(stem: str) -> Iterator[str]:
    spelled = [stem]
    for new, old in _SPELLINGS:
        if stem.endswith(new):
            spelled.append(stem.removesuffix(new) + old)
    for form in spelled:
        yield form
        for new, old in _ALTERNATIONS:
            head, found, tail = form.rpartition(new)
            if found and len(tail) < 4:
                yield head + old + tail


def is_known(verb: str) -> bool:
    """Whether a verb is in one of our lists, not only shaped like a verb."""
    return verb in _table() or verb in _er_ir_verbs() or verb in _ar_verbs()


@cache
def _ar_verbs() -> frozenset[str]:
    text = resources.files("models.spanish").joinpath("data/ar.txt").read_text("utf-8")
    return frozenset(word for line in text.splitlines() if line[:1] != "#" for word in line.split())


@cache
def gerund_of(word: str) -> str | None:
    """The verb of which a word is the gerund: comiendo, comer."""
    if not word.endswith(("ando", "endo")):
        return None
    for stem in _stems(word[:-4]):
        for verb in (
            stem + "ar",
            stem + "er",
            stem + "ir",
            stem.removesuffix("i") + "er",
            stem.removesuffix("i") + "ir",
            stem.removesuffix("y") + "er",
        ):
            if is_known(verb) and gerund(verb) == word:
                return verb
    return None


@cache
def participle_of(word: str) -> str | None:
    """The verb of which a masculine singular word is the participle: roto, romper."""
    if word in _irregular_participles():
        return _irregular_participles()[word]
    if word.endswith("ado") and is_infinitive(word[:-3] + "ar"):
        return word[:-3] + "ar"
    for ending in ("ido", "ído"):
        for theme in ("er", "ir", "ír"):
            verb = word.removesuffix(ending) + theme
            if word.endswith(ending) and is_known(verb) and participle(verb) == word:
                return verb
    return None


@cache
def _irregular_participles() -> dict[str, str]:
    verbs = (
        "romper abrir cubrir escribir morir volver poner hacer decir ver freír resolver descubrir"
    )
    return {participle(verb): verb for verb in verbs.split()}

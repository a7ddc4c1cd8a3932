"""What depends on one verb, sorted: clitics, adverbs close to it, the rest in tapped order."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from models.engine import Gender
from models.spanish import adjectives, complements, words
from models.spanish.chunks import Adverbial, Chunk, Infinitive, Prepositional
from models.spanish.clauses import frame_of
from models.spanish.conjugator import Person, plain
from models.spanish.lexicon import verb_of
from models.spanish.nouns import plural
from models.spanish.phrases import (
    Article,
    Complement,
    NounPhrase,
    Quality,
    added,
    enumerated,
    said,
    written,
)
from models.spanish.plan import Plan, Step
from models.spanish.tokens import Kind, Token, Word
from models.spanish.verbs import Frame
from models.spanish.verbs import frame as verb_frame
from models.spanish.wordlist import listed

_CLOSE = listed("mucho muchísimo poco más menos demasiado bastante tanto también")
_FOOD = frozenset({"food", "drink", "dish"})
_ALIKE = (_FOOD, frozenset({"tool", "toy", "thing", "clothes", "device", "text", "vehicle"}))
_AT_AN_HOUR = listed(
    """
    merendar cenar desayunar ir venir salir llegar levantar acostar dormir empezar terminar
    quedar levantarse acostarse despertar despertarse entrar volver irse quedarse dormirse
    """
)
_COLLECTING = listed(
    """
    querer tener comprar necesitar llevar coger perder traer buscar encontrar
    """
)
_BECOMING = listed("poner volver quedar sentir")
_TIMES = frozenset({"time", "weekday", "month", "season", "feast"})
_HELD_DEAR = listed(
    """
    pasear besar abrazar saludar bañar cuidar acariciar querer morder perseguir pegar seguir ver
    buscar llamar amar odiar matar peinar curar asustar echar_de_menos encontrar acompañar
    visitar salvar ayudar despertar regañar
    """
)
"""Verbs with which an animal takes the *a* of persons."""


@dataclass(slots=True)
class Arranged:
    """The dependents of one verb in words."""

    clitics: list[Word] = field(default_factory=list)
    early: list[Word] = field(default_factory=list)
    words: list[Word] = field(default_factory=list)
    has_object: bool = False
    negative: bool = False


def arrange(plan: Plan, step: Step, place: int) -> Arranged:
    """Sort the complements of the verb at `place` in its chain."""
    made = Arranged()
    frame = _effective(step)
    late: list[tuple[Chunk, list[Word]]] = []
    chunks = _grouped(step.complements, frame)
    for chunk in sorted(chunks, key=lambda c: _rank(c, frame, chunks)):
        late.append((chunk, _arranged(plan, step, frame, chunk, made)))
    made.words = _with_and(late)
    if plan.impersonal and not place:
        made.clitics.insert(0, added("se"))
    elif _is_reflexive(plan, step, frame, made, place):
        person = _reflexive_person(plan, step, place)
        made.clitics.insert(0, added(words.REFLEXIVE[person]))
    elif _is_done_to_me(plan, step, frame, chunks):
        made.clitics.insert(0, added("me"))
    return made


def _reflexive_person(plan: Plan, step: Step, place: int) -> Person:
    """Whose self: the subject's, or of whom one lets or helps: ayúdame a levantarme."""
    if step.person is not None:
        return step.person
    if place and plan.main.verb.lemma in ("ayudar", "dejar", "enseñar"):
        for chunk in plan.main.complements:
            if isinstance(chunk, NounPhrase) and chunk.is_animate:
                return chunk.person
    return plan.person


def _effective(step: Step) -> Frame:
    """The frame of a verb with the word that makes it: estar nervioso, tener miedo."""
    frame = frame_of(step.verb)
    quality = next((c for c in step.complements if isinstance(c, Quality)), None)
    if quality is not None and frame.verb in ("ser", "estar", "parecer", "poner", "sentir"):
        way = adjectives.preposition(quality.adjective.lemma)
        kinds = {"who": "con" if way == "por" else way, "animal": way, "other": way}
        return replace(frame, verb=f"{frame.verb} +", prepositions={"place": "en", **kinds})
    if frame.verb == "tener":
        first = next((c for c in step.complements if isinstance(c, NounPhrase)), None)
        if first is not None and first.head is not None and not first.is_determined:
            whole = verb_frame(f"tener {first.head.lemma}")
            return replace(whole, flags=whole.flags | {"tr"}) if whole.known else frame
    return frame


def _rank(chunk: Chunk, frame: Frame, chunks: list[Chunk]) -> int:
    """A direct object stands before what needs a preposition; else the tapped order stays."""
    if not isinstance(chunk, NounPhrase) or is_time(chunk):
        return 1
    first = next((c for c in chunks if isinstance(c, NounPhrase) and _is_direct(c, frame)), None)
    return 0 if first is chunk else 1


def _is_direct(phrase: NounPhrase, frame: Frame) -> bool:
    if is_time(phrase) or phrase.is_pronoun:
        return False
    if phrase.is_animate and (frame.has("give") or frame.has("tell")):
        return False
    way = complements.preposition(phrase, frame, False)
    return way == "-" or (way == "a" and phrase.is_animate and frame.has("tr"))


def is_time(chunk: Chunk) -> bool:
    """Whether a noun phrase says when."""
    return isinstance(chunk, NounPhrase) and chunk.classes()[0] in _TIMES


def _grouped(chunks: list[Chunk], frame: Frame) -> list[Chunk]:
    """Neighbouring nouns that play the same part become one list: melón y limón."""
    made: list[Chunk] = []
    for chunk in chunks:
        last = made[-1] if made else None
        dated = _dated(last, chunk, frame)
        if dated is not None:
            made[-1] = dated
            continue
        if (
            isinstance(chunk, NounPhrase)
            and isinstance(last, NounPhrase)
            and _play_same_part(last, chunk, frame)
        ):
            joined = (*last.joined, (None, chunk.single()), *chunk.joined)
            made[-1] = replace(last, joined=joined)
        else:
            made.append(chunk)
    return made


def _dated(before: Chunk | None, chunk: Chunk, frame: Frame) -> Chunk | None:
    """nervioso por el examen (de) mañana: a time that belongs to what is felt."""
    if not frame.verb.endswith(" +") or not isinstance(before, NounPhrase):
        return None
    if not isinstance(chunk, Adverbial) or chunk.head.text not in ("mañana", "hoy", "ayer"):
        return None
    if before.classes()[0] not in ("event", "text", "school", "care"):
        return None
    when = Complement((), NounPhrase(chunk.head), "de")
    return replace(before, complements=(*before.complements, when))


def _play_same_part(first: NounPhrase, second: NounPhrase, frame: Frame) -> bool:
    if first.is_pronoun or second.is_pronoun or is_time(first) != is_time(second):
        return False
    if frame.has("give") or frame.has("tell"):
        return False
    one, two = complements.kind_of(first, frame), complements.kind_of(second, frame)
    if {one, two} == {"who", "animal"}:
        ways = {complements.preposition(p, frame, False) for p in (first, second)}
        return ways == {"con"}
    if frame.has("into") or one == two == "device":
        return False
    way = complements.preposition(first, frame, False)
    wanted = way == "con" or frame.verb in _COLLECTING
    if one != two and not (wanted and any(one in group and two in group for group in _ALIKE)):
        return one in _FOOD and two in _FOOD
    if one in ("body", "place") and one == two:
        return one == "body"
    return way == complements.preposition(second, frame, way == "-" and False)


def _arranged(plan: Plan, step: Step, frame: Frame, chunk: Chunk, made: Arranged) -> list[Word]:
    if isinstance(chunk, Adverbial):
        return _adverb(frame, chunk, made)
    if isinstance(chunk, Quality):
        return _quality(plan, step, chunk)
    if isinstance(chunk, Prepositional):
        return _tapped(chunk, frame, made)
    if isinstance(chunk, Token):
        made.negative |= chunk.kind is Kind.NEGATION and chunk.text != "tampoco"
        return [said(chunk)]
    if isinstance(chunk, Infinitive):
        return [*map(said, chunk.prepositions), said(chunk.verb)]
    if is_time(chunk) and frame.verb != "ser":
        return complements.time_words(chunk)
    if complements.is_year(chunk):
        return [added("en"), *written(chunk)]
    if complements.is_hour(chunk) and frame.verb in _AT_AN_HOUR:
        return complements.at_hour(chunk)
    if any(t.text in words.NEGATIONS for t in chunk.tokens()):
        made.negative = True
    return _phrase(plan, step, frame, chunk, made)


def _adverb(frame: Frame, chunk: Adverbial, made: Arranged) -> list[Word]:
    found = [said(t) for t in chunk.tokens]
    if complements.is_bare_hour(chunk) and frame.verb != "ser":
        return [added("a"), *found]
    if len(chunk.tokens) == 1 and chunk.head.text in _CLOSE:
        made.early += found
        return []
    return found


def _tapped(chunk: Prepositional, frame: Frame, made: Arranged) -> list[Word]:
    name = chunk.prepositions[-1].text
    if name == "a" and chunk.phrase.is_animate:
        made.has_object = True
        if frame.has("give") or frame.has("tell"):
            made.clitics.append(added(words.DATIVE[chunk.phrase.person]))
    return complements.tapped(chunk, frame)


def _quality(plan: Plan, step: Step, chunk: Quality) -> list[Word]:
    from models.spanish.predicate import agreement

    target = next(
        (c for c in step.complements if isinstance(c, NounPhrase) and not is_time(c)), None
    )
    feminine, is_plural = agreement(plan)
    copular = verb_of(step.verb.entry.verb or step.verb.lemma) in {
        *_BECOMING,
        "ser",
        "estar",
        "parecer",
    }
    if target is not None and not copular and step.verb.lemma != "estar":
        feminine, is_plural = target.feminine, target.is_plural
        if target.is_pronoun and target.head is not None and target.head.text == "yo":
            feminine = plan.options.controls.speaker is Gender.FEMININE
    joint = [said(chunk.conjunction)] if chunk.conjunction is not None else []
    return [*joint, *chunk.words(feminine, is_plural)]


def _with_and(parts: list[tuple[Chunk, list[Word]]]) -> list[Word]:
    """The parts in a row, adjectives in a row as a list: negra y peluda."""
    made: list[Word] = []
    i = 0
    while i < len(parts):
        run = [parts[i][1]]
        while i + len(run) < len(parts) and _continues(parts[i][0], parts[i + len(run)][0]):
            run.append(parts[i + len(run)][1])
        made += enumerated(run, [None] * len(run))
        i += len(run)
    return made


def _continues(first: Chunk, second: Chunk) -> bool:
    both = isinstance(first, Quality) and isinstance(second, Quality)
    return both and isinstance(second, Quality) and second.conjunction is None


def _phrase(plan: Plan, step: Step, frame: Frame, phrase: NounPhrase, made: Arranged) -> list[Word]:
    if frame.verb in ("ser", "parecer"):
        return predicative(plan, phrase)
    way = complements.preposition(phrase, frame, made.has_object)
    receives = (frame.has("give") or frame.has("tell")) and frame.prepositions.get("who") != "con"
    if phrase.is_animate and receives and not phrase.is_pronoun:
        way = "a"
    if frame.verb == "llamar" and phrase.head is None and phrase.quantifiers:
        return [added("a"), added("el"), *written(phrase)]
    if frame.verb == "llamar" and _is_named(plan, step, phrase):
        made.has_object = False
        return written(phrase)
    if phrase.is_pronoun and not phrase.joined and way in ("-", "a"):
        return _clitic(plan, frame, phrase, made)
    if phrase.is_pronoun and not phrase.joined and _is_cared_for(plan, step, phrase):
        return _clitic(plan, frame, phrase, made)
    if phrase.is_who and _is_wanted(phrase, frame):
        made.has_object = True
        return written(phrase, Article.INDEFINITE)
    if way in ("-", "a") and _is_person_object(phrase, frame, way):
        return _person(step, frame, phrase, made)
    if way == "-":
        made.has_object = True
        return written(_in_pairs(phrase, frame), _article(plan, phrase, frame))
    if phrase.has_flag("guess") and phrase.has_flag("bare") and made.has_object:
        return written(phrase)
    name, bare, _ = way.partition("=")
    article = Article.NONE if bare else _adjunct_article(phrase, frame, name)
    you = _with_you(plan, name, phrase)
    return you or complements.with_preposition(name, phrase, article)


def _gets_something(plan: Plan, frame: Frame, phrase: NounPhrase) -> bool:
    """Whether the person is given, told or done something that is named too: cómprame un helado."""
    from models.spanish.moods import CARE

    if not (frame.has("give") or frame.has("tell") or frame.verb in CARE):
        return False
    steps = [s for s in plan.steps if any(c is phrase for c in s.complements)]
    others = [
        c for s in steps for c in s.complements if isinstance(c, NounPhrase) and c is not phrase
    ]
    return any(not c.is_animate and not is_time(c) for c in others)


def _with_you(plan: Plan, name: str, phrase: NounPhrase) -> list[Word] | None:
    """con usted, con vos; None where contigo or another person is meant."""
    from models.spanish.moods import is_you, you_said

    if phrase.head is None or not is_you(phrase):
        return None
    text = you_said(phrase.head.text, plan.options.controls)
    return None if text == "tú" else [added(name), said(phrase.head, text)]


def _is_wanted(phrase: NounPhrase, frame: Frame) -> bool:
    """querer un médico, necesitar una amiga: anybody who is one, so without *a*."""
    if (
        frame.verb not in ("querer", "necesitar", "tener")
        or phrase.is_determined
        or phrase.is_plural
    ):
        return False
    head = phrase.head
    if frame.verb == "tener" and head is not None and head.lemma in ("novio", "novia", "pareja"):
        return False
    return phrase.has_flag("trade") or (head is not None and head.lemma in _ANY_ONE)


_ANY_ONE = listed(
    """
    novio novia amigo amiga pareja hermano hermana hermanito hermanita bebé compañero compañera
    """
)


def _is_cared_for(plan: Plan, step: Step, phrase: NounPhrase) -> bool:
    """leer, yo, cuento; levantar, yo, cabeza: it is done to or for me."""
    from models.spanish.moods import CARE

    verb = verb_of(step.verb.entry.verb or step.verb.lemma)
    return verb in CARE and phrase.head is not None and phrase.head.kind is Kind.PRONOUN


def _article(plan: Plan, phrase: NounPhrase, frame: Frame) -> Article:
    article = complements.object_article(phrase, frame)
    definite = plan.options.definite
    if frame.verb == "haber":
        return article
    if definite is None or complements.kind_of(phrase, frame) not in _EITHER_ARTICLE:
        return article
    if phrase.has_flag("sole") or (phrase.has_flag("own") and not definite):
        return article
    if phrase.is_plural and not definite:
        return article
    return Article.DEFINITE if definite else Article.INDEFINITE


_EITHER_ARTICLE = listed(
    """
    food drink dish toy thing clothes text media animal vehicle furniture care tool unknown
    """
)
"""Kinds of objects of which one can want one or the one."""


def _is_person_object(phrase: NounPhrase, frame: Frame, way: str) -> bool:
    if phrase.is_who:
        return way == "a" or frame.prepositions.get("who") != "-"
    if phrase.classes()[0] != "animal":
        return False
    if frame.has("give") or frame.has("tell"):
        return True
    if frame.verb == "comer" and "food" not in phrase.classes():
        return way == "a" or frame.prepositions.get("animal") == "a"
    return way == "a" or (
        way == "-" and frame.verb in _HELD_DEAR and frame.prepositions.get("animal") != "-"
    )


def _adjunct_article(phrase: NounPhrase, frame: Frame, name: str) -> Article:
    """con la cuchara, en el parque, de excursión; pensar en un plátano."""
    kind = phrase.classes()[0]
    if phrase.has_flag("mass") and kind in ("food", "drink") and name in ("con", "de"):
        return Article.DEFINITE if frame.verb in ("jugar", "soñar") else Article.NONE
    if kind == "activity" and name == "a":
        return Article.NONE
    if frame.verb == "pensar" and name == "en" and not phrase.is_animate and not phrase.is_plural:
        return Article.INDEFINITE
    if phrase.has_flag("guess") and phrase.has_flag("bare"):
        return Article.NONE
    return Article.DEFINITE


def _person(step: Step, frame: Frame, phrase: NounPhrase, made: Arranged) -> list[Word]:
    """a mamá, al perro; with *le* beside it if somebody gets or is told something."""
    receives = frame.has("give") or frame.has("tell")
    dative = receives or made.has_object
    made.has_object |= not receives
    if dative and not any(c.text in ("le", "les") for c in made.clitics):
        made.clitics.append(added(words.DATIVE[phrase.person]))
    if (
        phrase.head is not None
        and phrase.head.kind is Kind.INDEFINITE
        and phrase.head.text == "algo"
    ):
        return written(phrase)
    return complements.with_preposition("a", phrase, Article.DEFINITE)


def _clitic(plan: Plan, frame: Frame, phrase: NounPhrase, made: Arranged) -> list[Word]:
    """A pronoun as the object: me, te, lo (a él)."""
    from models.spanish.moods import addressed, you_said

    head = phrase.head
    if head is None or head.entry.person is None:
        return []
    person = addressed(head.entry.person, plan.options.controls)
    glosses = head.glosses
    made.has_object |= not _gets_something(plan, frame, phrase)
    if person not in (Person.THIRD, Person.THIRD_PLURAL):
        made.clitics.append(Word(words.REFLEXIVE[person], glosses))
        return []
    if frame.has("give") or frame.has("tell") or frame.prepositions.get("who") == "a":
        form = words.DATIVE[person]
    else:
        form = ("la" if phrase.feminine else "lo") + ("s" if person is Person.THIRD_PLURAL else "")
    made.clitics.append(added(form))
    return [added("a"), said(head, you_said(head.text, plan.options.controls))]


def predicative(plan: Plan, phrase: NounPhrase) -> list[Word]:
    """What somebody is: un dragón, médico, mi amigo, los tres cerditos."""
    head = phrase.head
    subject = plan.subject
    if head is not None and head.text in ("noche", "día") and subject is None and not phrase.after:
        return [added("de"), *written(phrase)] if not phrase.is_determined else written(phrase)
    if head is not None and phrase.has_flag("trade") and not phrase.after and not phrase.is_plural:
        return _trade(plan, phrase)
    if head is not None and head.text == "verdad" and not phrase.is_determined:
        return written(phrase)
    if _belongs(subject, phrase):
        return [added("de"), *written(phrase, Article.DEFINITE)]
    shown = subject is not None and subject.determiner is not None
    if shown and phrase.quantifiers and phrase.is_plural:
        return [added("las" if phrase.feminine else "los"), *written(phrase)]
    if head is not None and phrase.classes()[0] in ("time", "weekday", "month", "season", "feast"):
        event = subject is not None and subject.classes()[0] in ("event", "feast", "media")
        return written(phrase, Article.DEFINITE if event else Article.NONE)
    if phrase.has_flag("mass") or phrase.has_flag("bare"):
        return written(phrase)
    if phrase.classes()[0] in ("event",) or (phrase.complements and not phrase.is_who):
        return written(phrase, Article.DEFINITE)
    return written(phrase, Article.INDEFINITE)


_WASHED = listed("lavar lavarse cepillar cepillarse cortar cortarse secar secarse limpiar")
_MANY = listed("mano diente uña")


def _in_pairs(phrase: NounPhrase, frame: Frame) -> NounPhrase:
    """lavarse, mano: both; cepillar, diente: all of them."""
    head = phrase.head
    if head is None or frame.verb not in _WASHED or phrase.is_determined or phrase.after:
        return phrase
    if head.lemma not in _MANY or head.entry.plural or phrase.joined:
        return phrase
    many = replace(head, text=plural(head.text), entry=replace(head.entry, plural=True))
    return replace(phrase, head=many)


_OWNED = listed("clothes toy device vehicle furniture tool text food drink dish")


def _belongs(subject: NounPhrase | None, phrase: NounPhrase) -> bool:
    """abrigo, ser, Ana: a thing is not somebody but theirs."""
    if subject is None or subject.is_animate or subject.classes()[0] not in _OWNED:
        return False
    return phrase.is_who and phrase.is_bare_name and not phrase.is_pronoun


def _trade(plan: Plan, phrase: NounPhrase) -> list[Word]:
    """médico, or médica of a woman."""
    from models.spanish.nouns import feminine_of
    from models.spanish.predicate import agreement

    feminine, _ = agreement(plan)
    head = phrase.head
    if head is None or not feminine or phrase.is_determined:
        return written(phrase)
    return [said(head, feminine_of(head.text))]


def _is_named(plan: Plan, step: Step, phrase: NounPhrase) -> bool:
    """yo, llamar, Pablo: my name; but mamá, llamar, Pablo calls him."""
    if phrase.head is None or phrase.head.kind not in (Kind.NAME, Kind.WORD):
        return False
    if plan.command or len(step.complements) != 1:
        return False
    subject = plan.subject
    mine = subject is not None and subject.determiner is not None
    return plan.person is Person.FIRST or mine or (subject is not None and not subject.is_who)


def _is_reflexive(plan: Plan, step: Step, frame: Frame, made: Arranged, place: int) -> bool:
    tapped = {t.text for t in (*plan.clitics, *plan.enclitics)}
    if tapped & {"me", "te", "se", "nos", "os"} and place in (0, len(plan.steps) - 1):
        return False
    verb = step.verb.lemma.partition(" ")[0]
    if step.verb.kind is Kind.FINITE or step.verb.kind is Kind.GERUND:
        return False
    if plain(verb) != verb or frame.has("pron"):
        return True
    if any(c.text in ("me", "te", "nos", "os", "lo", "la", "le") for c in made.clitics):
        return False
    if frame.verb == "llamar":
        return _has_own_name(plan, step)
    if plain(verb) in _BECOMING and any(isinstance(c, Quality) for c in step.complements):
        return not made.has_object
    if frame.verb == "ir" and plan.command and place == 0:
        return bool(step.complements)
    inert = plan.subject is not None and not plan.subject.is_animate
    if frame.verb == "quedar" and (inert or any(isinstance(c, NounPhrase) for c in plan.asked)):
        return False
    if frame.has("self") and inert and not made.has_object:
        return True
    if frame.verb == "perder" and plan.subject is not None and not made.has_object:
        return plan.subject.classes()[0] == "animal"
    if frame.verb == "acabar" and plan.subject is not None and not plan.subject.is_animate:
        return plan.subject.classes()[0] in ("thing", "food", "drink", "dish", "school")
    if (
        frame.has("own")
        and _own_object(step, frame)
        and not _is_done_to_me(plan, step, frame, step.complements)
    ):
        return True
    return frame.has("refl") and not made.has_object


def _has_own_name(plan: Plan, step: Step) -> bool:
    how = any(isinstance(c, Token) and c.text == "cómo" for c in plan.asked)
    names = [c for c in step.complements if isinstance(c, NounPhrase)]
    return how or (len(names) == 1 and _is_named(plan, step, names[0]))


def _left_alone(chunks: list[Chunk]) -> bool:
    """dejar en paz, dejar tranquilo, without saying whom: me."""
    if any(isinstance(c, NounPhrase) and c.is_animate for c in chunks):
        return False
    heads = [
        c.head.text for c in chunks if isinstance(c, (Adverbial, NounPhrase)) and c.head is not None
    ]
    qualities = [c.adjective.lemma for c in chunks if isinstance(c, Quality)]
    return bool({"paz", "en paz", "tranquilo", "solo"} & {*heads, *qualities})


def _own_object(step: Step, frame: Frame) -> bool:
    """Whether the object is a part of the body or clothes that nobody else is said to own."""
    for chunk in step.complements:
        if isinstance(chunk, NounPhrase) and not is_time(chunk):
            own = chunk.classes()[0] == "body" or chunk.has_flag("own")
            own |= chunk.head is not None and chunk.head.lemma in frame.prepositions
            possessed = chunk.determiner is not None and chunk.determiner.kind is Kind.POSSESSIVE
            owned_by_other = any(c.phrase.is_animate for c in chunk.complements)
            return own and not possessed and not owned_by_other
    return False


def _is_done_to_me(plan: Plan, step: Step, frame: Frame, chunks: list[Chunk]) -> bool:
    """rascar, espalda: somebody else is asked, it is my back."""
    if not plan.command or plan.subject is not None or step is not plan.main:
        return False
    if not frame.has("ask") or plan.negation is not None or plan.clitics or plan.enclitics:
        return False
    if frame.verb == "dejar" and (len(plan.steps) > 1 or _left_alone(chunks)):
        return True
    persons = [c for c in chunks if isinstance(c, NounPhrase) and c.is_animate]
    return not persons and _own_object(step, frame)

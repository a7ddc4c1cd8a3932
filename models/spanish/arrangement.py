"""What depends on one verb, sorted: clitics, adverbs close to it, the rest in tapped order."""

from __future__ import annotations

from dataclasses import replace

from models.engine import Gender
from models.spanish import adjectives, complements, words
from models.spanish.agreeing import quality_agreement
from models.spanish.clause import frame_of
from models.spanish.conjugator import Person
from models.spanish.lexicon import verb_of
from models.spanish.objects import phrase_words
from models.spanish.phrases import (
    Adverbial,
    Chunk,
    Complement,
    Infinitive,
    NounPhrase,
    Prepositional,
    Quality,
    as_days,
    is_lived,
    is_time,
)
from models.spanish.plan import Arranged, Plan, Step
from models.spanish.reflexives import BECOMING, is_done_to_me, is_reflexive, reflexive_person
from models.spanish.things import FRIGHTENING
from models.spanish.tokens import Kind, Token, Word, added, said
from models.spanish.verbs import Frame
from models.spanish.verbs import frame as verb_frame
from models.spanish.wordlist import listed
from models.spanish.writing import enumerated, written

_CLOSE = listed("mucho muchísimo poco más menos demasiado bastante tanto también")


_FOOD = frozenset({"food", "drink", "dish"})


_ALIKE = (_FOOD, frozenset({"tool", "toy", "thing", "clothes", "device", "text"}))


_AT_AN_HOUR = listed(
    """
    merendar cenar desayunar ir venir salir llegar levantar acostar dormir empezar terminar
    quedar levantarse acostarse despertar despertarse entrar volver irse quedarse dormirse recoger
    fichar zarpar despegar aterrizar abrir cerrar madrugar
    """
)


def _may_be_timed(frame: Frame) -> bool:
    """Whether a bare number behind a verb is an hour: el barco zarpa a las seis."""
    acts = frame.has("tr") or frame.has("dat") or frame.has("stat")
    return frame.verb in _AT_AN_HOUR or (frame.verb not in _COUNTED and not acts)


_COUNTED = listed("ser haber estar cumplir llamar")


_COLLECTING = listed(
    """
    querer tener comprar necesitar llevar coger perder traer buscar encontrar
    """
)


_TIMES = frozenset({"time", "weekday", "month", "season", "feast"})


def arrange(plan: Plan, step: Step, place: int) -> Arranged:
    """Sort the complements of the verb at `place` in its chain."""
    made = Arranged()
    frame = _effective(step)
    frame = _of_its_subject(plan, step, frame, place)
    late: list[tuple[Chunk, list[Word]]] = []
    chunks = _grouped(step.complements, frame)
    for chunk in sorted(chunks, key=lambda c: _rank(c, frame, chunks)):
        late.append((chunk, _arranged(plan, step, frame, chunk, made)))
    made.words = _with_and(late)
    if plan.impersonal and not place:
        made.clitics.insert(0, added("se"))
    elif is_reflexive(plan, step, frame, made, place):
        person = reflexive_person(plan, step, place)
        made.clitics.insert(0, added(words.REFLEXIVE[person]))
    elif is_done_to_me(plan, step, frame, chunks):
        made.clitics.insert(0, added("me"))
    return made


def _of_its_subject(plan: Plan, step: Step, frame: Frame, place: int) -> Frame:
    """What a verb asks for where a thing does it: el trueno asusta a la perra, huele a gas."""
    subject = plan.subject
    inert = subject is not None and not subject.is_animate
    caused = place > 0 and plan.main.verb.lemma == "hacer"
    if (inert and frame.verb in FRIGHTENING) or caused:
        flags, whom = frame.flags - {"refl"}, {"who": "a", "animal": "a"}
        return replace(frame, flags=flags | {"tr"}, prepositions={**frame.prepositions, **whom})
    smells = frame.verb in ("oler", "saber") and plan.person in (Person.THIRD, Person.THIRD_PLURAL)
    if smells and (inert or subject is None) and len(plan.steps) == 1:
        phrases = [c for c in step.complements if isinstance(c, NounPhrase) and not is_time(c)]
        kinds = {name: "a=" for phrase in phrases for name in phrase.classes()}
        return replace(frame, flags=frame.flags - {"tr"}, prepositions={**kinds, "other": "a="})
    return frame


_COMES_AS = listed("llegar venir volver salir ir andar dormir vivir")


_TIRED = listed("cansado harto aburrido enamorado orgulloso lleno")


def _effective(step: Step) -> Frame:
    """The frame of a verb with the word that makes it: estar nervioso, tener miedo."""
    frame = frame_of(step.verb)
    quality = next((c for c in step.complements if isinstance(c, Quality)), None)
    if quality is not None and frame.verb in ("ser", "estar", "parecer", "poner", "sentir"):
        way = adjectives.preposition(quality.adjective.lemma)
        cared = way == "por" and quality.adjective.lemma != "preocupado"
        kinds = {"who": "con" if cared else way, "animal": way, "other": way}
        place = way if quality.adjective.lemma in _TIRED else "en"
        if quality.adjective.lemma in _TIRED:
            kinds |= dict.fromkeys(("furniture", "vehicle", "device", "thing", "weather"), way)
        return replace(frame, verb=f"{frame.verb} +", prepositions={"place": place, **kinds})
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
        return _adverb(plan, frame, chunk, made)
    if isinstance(chunk, Quality):
        return _quality(plan, step, chunk)
    if isinstance(chunk, Prepositional):
        return _tapped(chunk, frame, made)
    if isinstance(chunk, Token):
        made.negative |= chunk.kind is Kind.NEGATION and chunk.text != "tampoco"
        return [said(chunk)]
    if isinstance(chunk, Infinitive):
        return [*map(said, chunk.prepositions), said(chunk.verb)]
    if frame.has("day") and is_lived(chunk, step.complements):
        return phrase_words(plan, step, frame, as_days(chunk), made)
    if is_time(chunk) and frame.verb in ("tardar", "durar"):
        return complements.how_long(chunk)
    if is_time(chunk) and frame.verb != "ser":
        return complements.time_words(chunk)
    if complements.is_year(chunk):
        return [added("en"), *written(chunk)]
    if complements.is_hour(chunk) and (_may_be_timed(frame) or made.has_object):
        return complements.at_hour(chunk)
    if any(t.text in words.NEGATIONS and t.text != "no" for t in chunk.tokens()):
        made.negative = True
    return phrase_words(plan, step, frame, chunk, made)


def _adverb(plan: Plan, frame: Frame, chunk: Adverbial, made: Arranged) -> list[Word]:
    found = [said(t) for t in chunk.tokens]
    if complements.is_bare_hour(chunk) and frame.verb != "ser":
        return [added("a"), *found]
    if len(chunk.tokens) == 1 and chunk.head.text in _CLOSE:
        if plan.command and chunk.head.text == "poco" and frame.has("ask"):
            found.insert(0, added("un"))  # subir, manta, poco: a little, not little
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
    target = next(
        (c for c in step.complements if isinstance(c, NounPhrase) and not is_time(c)), None
    )
    feminine, is_plural = quality_agreement(plan, chunk)
    copular = verb_of(step.verb.entry.verb or step.verb.lemma) in {
        *BECOMING,
        *_COMES_AS,
        "ser",
        "estar",
        "parecer",
    }
    if target is not None and not copular and step.verb.lemma != "estar":
        feminine, is_plural = target.feminine, target.is_plural
        if target.is_pronoun and target.head is not None and target.head.text == "yo":
            speaker = plan.options.controls.speaker
            chosen = adjectives.chosen_form(chunk.adjective.text, chunk.adjective.lemma)[0]
            feminine = chosen if speaker is None else speaker is Gender.FEMININE
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

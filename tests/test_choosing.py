"""Which of several sentences is said, and which are offered beside it."""

from __future__ import annotations

import pytest

from models.candidates import Candidate, Source
from models.choosing import BestSentenceEngine, Judged, Preference, alternatives, ranked
from models.engine import Controls, Sentence, SentenceRequest, SentenceType
from models.errors import CannotRealiseError, GenerationCancelledError
from models.faithful import Verdict, leaves_roles_open
from models.realiser import RulesEngine

_EVEN = Preference(alpha=0.7, rules=0.0)


def _judged(text: str, chance: float | None, *, ok: bool = True, ruled: bool = False) -> Judged:
    source = Source.DRAFT if ruled else Source.MODEL
    return Judged(Candidate(text, chance, len(text.split()), source), Verdict(ok))


@pytest.mark.parametrize(
    ("judged", "preference", "order"),
    [
        ([_judged("A b.", -1), _judged("C d.", -2)], _EVEN, ["A b.", "C d."]),
        ([_judged("A b.", -2), _judged("C d.", -1)], _EVEN, ["C d.", "A b."]),
        ([_judged("A b.", -1, ok=False), _judged("C d.", -9)], _EVEN, ["C d."]),
        ([_judged("A b.", -1, ok=False)], _EVEN, []),
        ([_judged("A b.", -2), _judged("C d e f g.", -2.5)], _EVEN, ["C d e f g.", "A b."]),
        (
            [_judged("A b.", -2), _judged("C d e f g.", -2.5)],
            Preference(alpha=0.0, rules=0.0),
            ["A b.", "C d e f g."],
        ),
        ([_judged("A b.", -1), _judged("C d.", -1, ruled=True)], _EVEN, ["C d.", "A b."]),
        (
            [_judged("A b.", -1), _judged("C d.", -1.5, ruled=True)],
            Preference(rules=0.5),
            ["C d.", "A b."],
        ),
        (
            [_judged("A b.", -1), _judged("C d.", -3, ruled=True)],
            Preference(rules=0.5),
            ["A b.", "C d."],
        ),
        ([_judged("A b.", -1), _judged("A b.", -1, ruled=True)], _EVEN, ["A b."]),
        ([_judged("C d.", None), _judged("A b.", -1, ruled=True)], _EVEN, ["C d.", "A b."]),
        ([_judged("Z.", -1), _judged("A.", -1)], _EVEN, ["A.", "Z."]),
    ],
    ids=[
        "likelier",
        "whatever-the-order",
        "unfaithful-is-worth-nothing",
        "nothing-faithful",
        "longer-is-forgiven",
        "or-is-not",
        "rules-win-a-tie",
        "rules-win-a-near-tie",
        "the-model-wins-when-it-is-sure",
        "both-wrote-it",
        "a-model-that-does-not-tell",
        "the-alphabet-decides",
    ],
)
def test_the_order_of_preference(
    judged: list[Judged], preference: Preference, order: list[str]
) -> None:
    assert [candidate.text for candidate in ranked(judged, preference)] == order
    assert [candidate.text for candidate in ranked(judged[::-1], preference)] == order


@pytest.mark.parametrize(
    ("chosen", "ruled", "written", "offered"),
    [
        ("A.", None, [], ()),
        ("Como pan.", Sentence("Como pan.", "rules", ("Comí pan.",)), [], ("Comí pan.",)),
        ("Como el pan.", Sentence("Como pan.", "rules", ("Comí pan.",)), ["Comeré pan."],
         ("Como pan.", "Comeré pan.", "Comí pan.")),
        ("Como pan.", None, ["Yo como pan.", "¿Como pan?", "Comí pan."], ("Comí pan.",)),
        ("A b.", None, ["A.", "B.", "C.", "D."], ("A.", "B.", "C.")),
        ("A b.", Sentence("A b.", "rules", ("R1.", "R2.", "R3.", "R4.")), ["M1."],
         ("R1.", "M1.", "R2.", "R3.", "R4.")),
        ("Como pan.", Sentence("Como pan.", "rules", ("Comí pan.",)), ["Yo comí pan."],
         ("Comí pan.",)),
        ("Como pan.", Sentence("Yo como pan.", "rules"), [], ("Yo como pan.",)),
    ],
    ids=[
        "none",
        "the-rules-readings",
        "the-rules-sentence-and-the-models-others-take-turns",
        "a-pronoun-or-a-mark-is-no-difference",
        "three-of-the-model",
        "all-of-the-rules",
        "one-of-each-kind",
        "the-rules-sentence-stays-on-offer",
    ],
)  # fmt: skip
def test_what_is_offered_beside_it(
    chosen: str, ruled: Sentence | None, written: list[str], offered: tuple[str, ...]
) -> None:
    assert alternatives(chosen, ruled, written, "es") == offered


class _Model:
    """A language model whose sentences the test writes; it finds the draft as likely as told."""

    name = "gguf"

    def __init__(self, *candidates: Candidate, draft_chance: float = -5.0) -> None:
        self.made, self.draft_chance = list(candidates), draft_chance
        self.drafts: list[str | None] = []

    def candidates(self, request: SentenceRequest, draft: str | None = None) -> list[Candidate]:
        self.drafts.append(draft)
        if not draft:
            return self.made
        length = len(draft.split())
        return [*self.made, Candidate(draft, self.draft_chance, length, Source.DRAFT)]

    def realise(self, request: SentenceRequest) -> Sentence:
        return Sentence(self.made[0].text, self.name)


def _asked(*glosses: str, controls: Controls | None = None) -> SentenceRequest:
    return SentenceRequest(1, glosses, "es", controls or Controls())


def _said(model: _Model, *glosses: str) -> Sentence:
    return BestSentenceEngine(model, RulesEngine(), _EVEN).realise(_asked(*glosses))


def test_the_models_sentence_is_said_where_it_is_likelier_and_faithful() -> None:
    model = _Model(Candidate("Quiero comer la manzana.", -1, 4))
    sentence = _said(model, "yo", "querer", "comer", "manzana")
    assert (sentence.text, sentence.engine) == ("Quiero comer la manzana.", "gguf")
    assert sentence.alternatives[0] == "Quiero comer una manzana."
    assert model.drafts == ["Quiero comer una manzana."]


def test_where_the_rules_are_sure_a_model_must_be_far_surer() -> None:
    request = SentenceRequest(1, ("I", "know", "who", "do", "it"), "en")
    model = _Model(Candidate("I know who does it.", -1.0, 5), draft_chance=-6.0)
    said = {
        weight: BestSentenceEngine(model, RulesEngine(), Preference(sure=weight)).realise(request)
        for weight in (0.0, Preference().sure)
    }
    assert [each.text for each in said.values()] == ["I know who does it.", "I know who did it."]


def test_an_unfaithful_sentence_is_never_said_however_likely() -> None:
    model = _Model(Candidate("No quiero comer manzana.", -0.01, 4))
    sentence = _said(model, "yo", "querer", "comer", "manzana")
    assert (sentence.text, sentence.engine) == ("Quiero comer una manzana.", "rules")
    assert "No quiero comer manzana." not in sentence.alternatives


def test_the_next_of_the_beam_is_said_where_the_first_is_unfaithful() -> None:
    model = _Model(
        Candidate("Quiero comer una manzana roja.", -0.1, 5),
        Candidate("Quiero comer la manzana.", -0.5, 4),
    )
    assert _said(model, "yo", "querer", "comer", "manzana").text == "Quiero comer la manzana."


def test_what_the_model_finds_far_less_likely_is_not_offered() -> None:
    model = _Model(
        Candidate("Quiero comer la manzana.", -0.5, 4),
        Candidate("Quiero comer manzana.", -1.5, 4),
        Candidate("Quiero comer esta manzana.", -1.6, 4),
        Candidate("Quiero comer mi manzana.", -2.5, 4),
    )
    offered = _said(model, "yo", "querer", "comer", "manzana").alternatives
    assert "Quiero comer manzana." in offered
    assert "Quiero comer mi manzana." not in offered


@pytest.mark.parametrize("glosses", [("pegar", "Juan"), ("morder", "niño")])
def test_where_roles_are_open_the_model_is_not_asked(glosses: tuple[str, ...]) -> None:
    model = _Model(Candidate("Pego a Juan.", -0.01, 3))
    sentence = _said(model, *glosses)
    assert (sentence, model.drafts) == (RulesEngine().realise(_asked(*glosses)), [])


def test_a_request_to_somebody_leaves_no_roles_open() -> None:
    request = Controls(sentence_type=SentenceType.REQUEST)
    assert leaves_roles_open(("pegar", "Juan"), "es", Controls())
    assert not leaves_roles_open(("pegar", "Juan"), "es", request)
    assert not leaves_roles_open(("schlagen", "Juan"), "de", Controls())


def test_nothing_is_added_to_a_single_word() -> None:
    model = _Model(Candidate("Quiero agua.", -0.01, 2), Candidate("Agua, por favor.", -0.1, 3))
    assert _said(model, "agua").text == "Agua."


def test_where_nothing_is_faithful_the_next_engine_is_left_to_answer() -> None:
    class Declines(RulesEngine):
        def realise(self, request: SentenceRequest) -> Sentence:
            raise CannotRealiseError("no")

    engine = BestSentenceEngine(_Model(Candidate("Hola.", -1, 1)), Declines(), _EVEN)
    with pytest.raises(CannotRealiseError, match=r"'Hola\.': .*agua is missing"):
        engine.realise(_asked("agua"))


def test_a_cancelled_request_stops_before_the_model() -> None:
    model = _Model(Candidate("Agua.", -1, 1))
    request = _asked("agua")
    request.cancelled.set()
    with pytest.raises(GenerationCancelledError):
        BestSentenceEngine(model, RulesEngine()).realise(request)
    assert model.drafts == []

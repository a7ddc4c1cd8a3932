"""Real classes that stand at the seams."""

from __future__ import annotations

import threading

from aac_app.speech import SilentVoice, VoiceFailedError
from models.engine import Sentence
from models.errors import EngineUnavailableError


class ScriptedEngine:
    """Answers from a table; words that are not in it as they are."""

    name = "scripted"

    def __init__(self, answers=()):
        self._answers = dict(answers)
        self.asked = []

    def realise(self, request):
        self.asked.append(request)
        text, *others = self._answers.get(request.glosses, [" ".join(request.glosses)])
        return Sentence(text, self.name, tuple(others))


class GatedEngine:
    """Does not answer until the test opens the gate."""

    name = "gated"

    def __init__(self):
        self.gate = threading.Event()

    def realise(self, request):
        assert self.gate.wait(10), "the test never opened the gate"
        return Sentence(" ".join(request.glosses) + "!", self.name)


class FailingEngine:
    """Never answers."""

    name = "failing"

    def realise(self, request):
        raise EngineUnavailableError("the model has been closed")


class FailingVoice(SilentVoice):
    """Dies in every sentence."""

    def speak(self, utterance, on_word=None, cancelled=None):
        super().speak(utterance, on_word, cancelled)
        raise VoiceFailedError("the voice died")

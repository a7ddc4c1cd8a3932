"""Which engine the settings ask for, with a person's style and a server if there are any. No Qt."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Final

from aac_app.model_library import ModelLibrary
from aac_app.profiles import Profile
from aac_app.settings import Settings
from models.engine import SentenceEngine
from models.engines import LadderEngine, ModelFiles, build
from models.errors import AdapterError, EngineUnavailableError, ServerError
from models.improving import HelpedEngine
from models.instructions import PromptStyle
from models.llama import LlamaOptions
from models.remote_engine import RemoteEngine, RemoteServer, server_address

ENGINE_SETTINGS: Final = frozenset(
    {
        "engine",
        "model",
        "personal_style",
        "server",
        "server_address",
        "server_model",
        "server_chats",
        "server_key",
    }
)
"""A change of these needs another engine."""


def build_engine(
    profile: Profile, settings: Settings
) -> tuple[SentenceEngine, EngineUnavailableError | None]:
    """The best engine for these settings, and why something that was wished for is not used."""
    ladder, problem = _local(profile, settings)
    if not settings.server:
        return ladder, problem
    try:
        server = asked_server(settings)
    except ServerError as error:
        return ladder, problem or error
    return HelpedEngine(ladder, RemoteEngine(server), ladder.close), problem


def asked_server(settings: Settings) -> RemoteServer:
    """The server that the settings name. Raises ServerError where that is no address."""
    return RemoteServer(
        server_address(settings.server_address),
        model=settings.server_model,
        style=PromptStyle.CHAT if settings.server_chats else PromptStyle.PLAIN,
        key=settings.server_key,
    )


def told_address(settings: Settings) -> str:
    """To whom chosen words are sent; empty where they stay on this computer."""
    if not settings.server:
        return ""
    try:
        return server_address(settings.server_address)
    except ServerError:
        return ""


def personal_adapter(profile: Profile) -> Path | None:
    """What a model has learnt of this person, as a GGUF file; None where there is nothing."""
    return min(profile.adapter.glob("*.gguf"), default=None)


def _local(
    profile: Profile, settings: Settings
) -> tuple[LadderEngine, EngineUnavailableError | None]:
    library, files = ModelLibrary(profile.models), _files(profile, settings)
    try:
        if files and settings.engine in ("auto", "gguf"):
            library.require_whole(files.weights)
        threads = library.threads_for(files.weights) if files else None
        ladder = build(settings.engine, files, LlamaOptions(threads=threads))
    except EngineUnavailableError as error:  # asked for by name; the rules still speak
        return _without_adapter(profile, settings, error)
    problem = ladder.problem
    if isinstance(problem, AdapterError):
        return _without_adapter(profile, settings, problem)
    # That there is no model is no fault; that the one there is cannot be used is.
    return ladder, problem if files else None


def _without_adapter(
    profile: Profile, settings: Settings, error: EngineUnavailableError
) -> tuple[LadderEngine, EngineUnavailableError]:
    """The same model without the personal style, if it is that which cannot be used."""
    if not isinstance(error, AdapterError):
        return build("rules"), error
    ladder, problem = _local(profile, replace(settings, personal_style=False))
    return ladder, problem or error


def _files(profile: Profile, settings: Settings) -> ModelFiles | None:
    weights = ModelLibrary(profile.models).used(settings.model)
    if weights is None:
        return None
    return ModelFiles(weights, personal_adapter(profile) if settings.personal_style else None)

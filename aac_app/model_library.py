"""The language models of this computer: shipped with the program, and fetched. No Qt."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from models import catalog
from models.catalog import KnownModel, Machine
from models.checksums import require_whole
from models.errors import CatalogError
from models.machine import Measured, measured, remember, this_machine
from models.threads import useful_cores

_SEEN: Final = "whole.json"


class ModelLibrary:
    """Knows every model by name; fetched ones lie in one folder, for everybody who uses it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def all(self) -> dict[KnownModel, Path | None]:
        """Every model and its file; None for one that could be fetched."""
        found: dict[KnownModel, Path | None] = dict(self._here())
        names = {model.name for model in found}
        fetchable = (model for model in catalog.known_models() if model.name not in names)
        return found | dict.fromkeys(fetchable, None)

    def known(self, name: str) -> KnownModel | None:
        """The model of this name."""
        return next((model for model in self.all() if model.name == name), None)

    def ships(self, model: KnownModel) -> bool:
        """Whether it came with the program."""
        return model in catalog.shipped_models()

    def machine(self) -> Machine:
        """This computer, with what was measured on it."""
        return this_machine(self.folder)

    def used(self, chosen: str) -> Path | None:
        """The file that makes the sentences: the chosen one, else the best that runs at speed.

        A model that came with the program is taken, however slow, before none at all.
        """
        if chosen:
            return Path(chosen)
        here = self._here()
        best = catalog.choose(here, self.machine())
        if best is not None:
            return here[best]
        return next(iter(catalog.shipped_models().values()), None)

    def require_whole(self, path: Path) -> None:
        """Raises EngineUnavailableError for a model whose file is damaged."""
        known = next((model.sha256 for model, file in self._here().items() if file == path), "")
        require_whole(path, self.folder / _SEEN, known)

    def measure(self, name: str, path: Path) -> Measured:
        """What a model makes here, with how many threads; remembered and used from then on.

        Raises EngineUnavailableError for a model that cannot be loaded.
        """
        from models.gguf_engine import GgufEngine

        self.require_whole(path)
        with GgufEngine(path) as engine:
            threads = engine.measure_threads(useful_cores())
            found = Measured(engine.measure_speed(), threads)
        remember(self.folder, name, found)
        return found

    def threads_for(self, path: Path) -> int | None:
        """With how many threads a model is fastest here; None where it was not measured."""
        names = [model.name for model, file in self._here().items() if file == path]
        found = measured(self.folder)
        return next((found[name].threads for name in names if name in found), None)

    def remove(self, name: str) -> None:
        """Delete a fetched model. Raises CatalogError for one that is not here, or shipped."""
        model = self.known(name)
        if model is None or model not in catalog.fetched_models(self.folder):
            raise CatalogError(f"{name}: it was not fetched, so it cannot be removed")
        catalog.remove(model, self.folder)

    def _here(self) -> dict[KnownModel, Path]:
        return {**catalog.shipped_models(), **catalog.fetched_models(self.folder)}

"""Make a base model fit: the right tokenizer, and the vocabulary cut to what two languages need.

A base is a folder: `base.gguf` (cut, weights as they came), `model.safetensors` and `config.json`
for transformers, `tokenizer.json`, and `base.json`, which says what was done. A model that cannot
be written as GGUF has no `base.gguf`: it can be trained, and used with transformers alone.
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from models.errors import EngineUnavailableError
from models.llama import LlamaModel
from models.prompts import CONTROL_TOKENS
from models.train import scratch
from models.train.byte_pairs import BytePairs, read_byte_pairs
from models.train.checkpoint import require_disk
from models.train.errors import BadBaseError, TrainError, UsageError
from models.train.fetch import sha256
from models.train.gguf_files import (
    EMBEDDING,
    architecture_of,
    copy_metadata,
    open_gguf,
    value,
    write_all,
)
from models.train.huggingface import bring
from models.train.pair import read_pairs
from models.train.place import set_threads
from models.train.pruning import make_student
from models.train.unpack import load_gguf
from models.train.vocabulary import Vocabulary, kept_ids, read_vocabulary, unused_ids

MOST_TOKENS: Final = 28_000
_MEANINGS: Final = {
    "<request>": "please do",
    "<statement>": "says",
    "<exclamation>": "!",
    "<question>": "?",
    "<negative>": "not",
    "<to_her>": "to her",
    "<to_him>": "to him",
    "<familiar>": "friend",
    "<polite>": "usted",
}
"""What a control's vector begins with, where its own name is not the best word for it."""


@dataclass(frozen=True, slots=True)
class _Cut:
    """Which tokens a base keeps."""

    rows: Sequence[int]
    """For each new token, the old one whose vector it has."""
    vocabulary: Vocabulary | BytePairs

    def new_ids(self) -> Mapping[int, int]:
        """The new number of each old token; the first where it is used twice."""
        numbers: dict[int, int] = {}
        for new, old in enumerate(self.rows):
            numbers.setdefault(old, new)
        return numbers


def make_base(source: Path, folder: Path, text: Sequence[str], most: int = MOST_TOKENS) -> int:
    """Cut the GGUF at `source` to the tokens of `text`; returns how many tokens are left.

    Raises BadBaseError where the source cannot be used, and TrainError where the tokenizers of
    the result do not agree on the text.
    """
    architecture_of(open_gguf(source), source)
    cut = _cut(source, _counted(source, text), most)
    folder.mkdir(parents=True, exist_ok=True)
    require_disk(folder, 3 * source.stat().st_size)
    with tempfile.TemporaryDirectory(dir=folder) as work:
        _cut_gguf(source, Path(work) / "base.gguf", cut)
        (Path(work) / "base.gguf").replace(folder / "base.gguf")
    cut.vocabulary.build().save(str(folder / "tokenizer.json"))
    require_same_tokens(folder, text)
    _save_weights(folder, cut.vocabulary, set(_read(source).tokens))
    _save_about(folder, source, tokens=len(cut.rows))
    return len(cut.rows)


def whole_base(source: Path, folder: Path) -> int:
    """Make a base of a GGUF file with its vocabulary as it is; returns how many tokens it has.

    Raises BadBaseError where the source cannot be used.
    """
    architecture_of(open_gguf(source), source)
    vocabulary = _read(source)
    folder.mkdir(parents=True, exist_ok=True)
    require_disk(folder, 5 * source.stat().st_size)
    vocabulary.build().save(str(folder / "tokenizer.json"))
    load_gguf(source).save_pretrained(folder)
    shutil.copyfile(source, folder / "base.gguf")
    _save_about(folder, source, tokens=len(vocabulary.tokens))
    return len(vocabulary.tokens)


def _save_about(folder: Path, source: Path, tokens: int) -> None:
    about = {"source_sha256": sha256(source), "tokens": tokens, "source": source.name}
    (folder / "base.json").write_text(json.dumps(about, indent=2) + "\n", encoding="utf-8")


def _read(source: Path) -> Vocabulary | BytePairs:
    is_bytes = value(open_gguf(source), "tokenizer.ggml.model") == "gpt2"
    return read_byte_pairs(source) if is_bytes else read_vocabulary(source)


def _cut(source: Path, seen: Counter[int], most: int) -> _Cut:
    vocabulary = _read(source)
    has_controls = set(CONTROL_TOKENS) <= set(vocabulary.tokens)
    if isinstance(vocabulary, BytePairs):
        order = vocabulary.kept(seen, most)
        if has_controls:
            return _Cut(order, vocabulary.taken(order, ()))
        # No token is free for the controls: they are new ones, with some other token's vector.
        rows = [*order, *[order[0]] * len(CONTROL_TOKENS)]
        return _Cut(rows, vocabulary.taken(order, CONTROL_TOKENS))
    if has_controls:
        kept = kept_ids(vocabulary, seen, most)
        return _Cut(kept, vocabulary.taken(kept, {}))
    controls = unused_ids(vocabulary, len(CONTROL_TOKENS))
    order = sorted({*kept_ids(vocabulary, seen, most), *controls})
    names = dict(zip(controls, CONTROL_TOKENS, strict=True))
    return _Cut(order, vocabulary.taken(order, names))


def _counted(source: Path, text: Iterable[str]) -> Counter[int]:
    """How often each token of the source stands in the text, as llama.cpp splits it."""
    seen: Counter[int] = Counter()
    with _llama(source) as model:
        for line in text:
            seen.update(model.tokenize(line))
    return seen


def _llama(path: Path) -> LlamaModel:
    try:
        return LlamaModel(path)
    except EngineUnavailableError as error:
        raise BadBaseError(str(error)) from error


def require_same_tokens(folder: Path, text: Iterable[str]) -> None:
    """Raise TrainError unless both tokenizers of a base split every line alike."""
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    with _llama(folder / "base.gguf") as model:
        start = model.tokenize("")
        for line in text:
            if start + tokenizer.encode(line, add_special_tokens=False).ids != model.tokenize(line):
                raise TrainError(f"{folder}: the two tokenizers split {line!r} differently")


def _cut_gguf(source: Path, target: Path, cut: _Cut) -> None:
    """Gather the embedding's rows and the vocabulary; all other bytes stay as they are."""
    import numpy as np
    from gguf import GGUFWriter

    reader = open_gguf(source)
    architecture = str(value(reader, "general.architecture"))
    writer = GGUFWriter(target, architecture)
    changed = {f"{architecture}.vocab_size": len(cut.rows), "tokenizer.ggml.add_bos_token": True}
    copy_metadata(reader, writer, cut.new_ids(), changed)
    writer.add_vocab_size(len(cut.rows))
    # Training puts the start token in front of every prompt, so use must, too.
    writer.add_add_bos_token(True)
    cut.vocabulary.write(writer)
    for tensor in reader.tensors:
        data = tensor.data
        if tensor.name in {EMBEDDING, "output.weight"}:
            data = np.ascontiguousarray(data[list(cut.rows)])
        writer.add_tensor(tensor.name, data, raw_dtype=tensor.tensor_type)
    write_all(writer)


def _save_weights(folder: Path, vocabulary: Vocabulary | BytePairs, old: set[str]) -> None:
    """The weights for transformers, in full precision; new controls begin with what they mean."""
    model = load_gguf(folder / "base.gguf")
    rows = model.get_input_embeddings().weight.data
    for control, meaning in _meaning_ids(folder, vocabulary):
        if vocabulary.tokens[control] not in old:
            rows[control] = rows[list(meaning)].mean(dim=0)
    model.save_pretrained(folder)


def _meaning_ids(
    folder: Path, vocabulary: Vocabulary | BytePairs
) -> Iterator[tuple[int, list[int]]]:
    from tokenizers import Tokenizer

    tokenizer, ids = Tokenizer.from_file(str(folder / "tokenizer.json")), vocabulary.ids()
    for control in CONTROL_TOKENS:
        words = _MEANINGS.get(control, control.strip("<>"))
        yield ids[control], tokenizer.encode(f" {words}", add_special_tokens=False).ids


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `aac-train base`."""
    add = parser.add_argument
    add("source", help="a GGUF file, a folder, or a name on the hub; with --scratch, the folder")
    add("folder", type=Path, nargs="?", help="where the base goes")
    add("--text", type=Path, nargs="+", default=[], help="text files: their tokens stay")
    add("--most", type=int, default=MOST_TOKENS, help="tokens to keep, about")
    add("--whole", action="store_true", help="keep the whole vocabulary")
    add("--layers", type=int, help="keep so many layers, evenly, the first and the last of them")
    add("--width", type=int, default=0, help="keep so many units of each feed-forward layer")
    add("--layers-by", type=Path, metavar="FILE", help="keep those that these pairs miss most")
    scratch.add_arguments(parser)


def run(options: argparse.Namespace) -> None:
    """`aac-train base`."""
    if options.scratch:
        scratch.run(options)
        return
    if options.folder is None:
        raise UsageError("say where the base goes")
    source = Path(options.source)
    lines = [line for path in options.text for line in read_lines(path)]
    if not _is_base(source):
        _from_elsewhere(options, source, lines)
        source = options.folder
    if options.layers or options.width:
        set_threads(options.threads)
        by = read_pairs(options.layers_by) if options.layers_by else ()
        if options.width and not by:
            raise UsageError("--width needs --layers-by: pairs that tell which units do most")
        make_student(source, options.folder, options.layers or 0, by, options.width)
        told = [f"{options.layers} layers"] if options.layers else []
        told += [f"{options.width} units in each"] if options.width else []
        print(f"{options.folder}: {', '.join(told)}")  # noqa: T201
    elif source != options.folder:
        raise TrainError(
            f"{source}: it is a base already; --layers or --width makes a smaller one of it"
        )


def _is_base(folder: Path) -> bool:
    """Whether a folder is a base, or merged weights, already."""
    return (folder / "base.json").is_file() or (folder / "base.gguf").is_file()


def _from_elsewhere(options: argparse.Namespace, source: Path, lines: Sequence[str]) -> None:
    """A base of a GGUF file, of a folder in transformers' format, or of a name on the hub."""
    if not options.whole and not lines:
        raise UsageError("say with --text which tokens must stay, or --whole to keep them all")
    if source.is_file() or source.suffix == ".gguf":
        _from_gguf(source, options, lines)
        return
    with tempfile.TemporaryDirectory() as work:
        brought = bring(options.source, Path(work))
        if brought.gguf is not None:
            _from_gguf(brought.gguf, options, lines)
        elif options.whole:
            shutil.copytree(brought.folder, options.folder, dirs_exist_ok=True)
            print(f"{options.folder}: {brought.reason}, so it serves with transformers alone")  # noqa: T201
        else:
            raise BadBaseError(f"{options.source}: {brought.reason}; --whole takes it as it is")


def _from_gguf(source: Path, options: argparse.Namespace, lines: Sequence[str]) -> None:
    if options.whole:
        left = whole_base(source, options.folder)
        require_same_tokens(options.folder, lines)
    else:
        left = make_base(source, options.folder, lines, options.most)
    print(f"{options.folder}: {left} tokens; both tokenizers agree on {len(lines)} lines")  # noqa: T201


def read_lines(path: Path) -> list[str]:
    """The lines of a text file that are not blank. Raises TrainError where it cannot be read."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise TrainError(f"{path}: cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise TrainError(f"{path}: not UTF-8 text") from error
    return [line for line in text.split("\n") if line.strip()]

"""The vocabulary of a SentencePiece model in a GGUF file: read it, cut it, and tokenise as it does.

Format: https://github.com/ggml-org/ggml/blob/master/docs/gguf.md; the way of merging is that of
llama.cpp's SPM tokenizer (src/llama-vocab.cpp): of all neighbouring pieces whose union is a token,
the union of the highest score is made first, the leftmost where scores are equal.
"""

from __future__ import annotations

import itertools
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from models.train.errors import BadBaseError, MissingToolError
from models.train.gguf_files import open_gguf

NORMAL: Final = 1
CONTROL: Final = 3
BYTE: Final = 6
"""Kinds of token, as in llama.h."""
SPACE: Final = "▁"
_UNUSED: Final = "<unused"
_KEPT_SCRIPTS: Final = ("LATIN", "GREEK", "CYRILLIC", "ARABIC", "HEBREW", "ARMENIAN", "GEORGIAN")
"""Scripts whose single letters stay: names. Other letters are spelled in bytes."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The tokens of a model; all three have the same length and are indexed by token id."""

    tokens: tuple[str, ...]
    scores: tuple[float, ...]
    kinds: tuple[int, ...]

    def ids(self) -> Mapping[str, int]:
        """The id of each token; the first where a token stands twice."""
        numbered: dict[str, int] = {}
        for index, token in enumerate(self.tokens):
            numbered.setdefault(token, index)
        return numbered

    def taken(self, order: Sequence[int], names: Mapping[int, str]) -> Vocabulary:
        """The tokens of these ids in this order, some of them under another name."""
        return Vocabulary(
            tuple(names.get(index, self.tokens[index]) for index in order),
            tuple(self.scores[index] for index in order),
            tuple(self.kinds[index] for index in order),
        )

    def write(self, writer: Any) -> None:
        """Add tokens, scores and kinds to a GGUF file."""
        writer.add_token_list(list(self.tokens))
        writer.add_token_scores(list(self.scores))
        writer.add_token_types(list(self.kinds))

    def build(self) -> Any:
        """A `tokenizers.Tokenizer` that splits as llama.cpp does."""
        return build_tokenizer(self)


def read_vocabulary(path: Path) -> Vocabulary:
    """The vocabulary in a GGUF file. Raises BadBaseError where it has none of this kind."""
    fields = open_gguf(path).fields
    kind = fields.get("tokenizer.ggml.model")
    if kind is None or kind.contents() != "llama" or "tokenizer.ggml.scores" not in fields:
        raise BadBaseError(f"{path}: its tokenizer is not a SentencePiece one with scores")
    return Vocabulary(
        tuple(fields["tokenizer.ggml.tokens"].contents()),
        tuple(fields["tokenizer.ggml.scores"].contents()),
        tuple(fields["tokenizer.ggml.token_type"].contents()),
    )


def unused_ids(vocabulary: Vocabulary, count: int) -> tuple[int, ...]:
    """The first tokens that the base keeps free for others. Raises BadBaseError if too few."""
    free = [i for i, token in enumerate(vocabulary.tokens) if token.startswith(_UNUSED)]
    if len(free) < count:
        raise BadBaseError(f"the base has {len(free)} unused tokens, {count} are needed")
    return tuple(free[:count])


def kept_ids(vocabulary: Vocabulary, seen: Counter[int], most: int) -> tuple[int, ...]:
    """Which tokens stay, in their old order: what the text needs, and what spells all the rest.

    `seen` counts the tokens of the text; of those the most frequent stay, until there are `most`
    in all. Bytes, single characters of alphabets, control tokens in use and every piece that
    merging passes through stay in any case, so the result can be a little longer than `most`.
    """
    ids = vocabulary.ids()
    kept = set(_always(vocabulary))
    for index, _count in seen.most_common():
        if len(kept) >= most:
            break
        kept.add(index)
        if vocabulary.kinds[index] == NORMAL:
            kept.update(ids[piece] for piece in passed_through(vocabulary, ids, index))
    return tuple(sorted(kept))


def _always(vocabulary: Vocabulary) -> Iterator[int]:
    for index, (token, kind) in enumerate(zip(vocabulary.tokens, vocabulary.kinds, strict=True)):
        is_special = kind == CONTROL and not token.startswith(_UNUSED)
        is_letter = kind == NORMAL and len(token) == 1 and _is_kept_character(token)
        if is_special or is_letter or kind == BYTE or token == "\n":
            yield index


def _is_kept_character(char: str) -> bool:
    if ord(char) < 0x250 or char == SPACE:
        return True
    name = unicodedata.name(char, "")
    return (
        name.startswith(_KEPT_SCRIPTS) or unicodedata.category(char)[0] in "PM" or _is_emoji(char)
    )


def _is_emoji(char: str) -> bool:
    return unicodedata.category(char) == "So" and ord(char) >= 0x1F300


def passed_through(vocabulary: Vocabulary, ids: Mapping[str, int], index: int) -> set[str]:
    """Every token that merging makes on its way from the characters of a token to the token."""
    pieces = list(vocabulary.tokens[index])
    made = {piece for piece in pieces if piece in ids}
    while True:
        best = max(_unions(vocabulary, ids, pieces), default=None)
        if best is None:
            return made
        at = -best[1]
        pieces[at : at + 2] = [pieces[at] + pieces[at + 1]]
        made.add(pieces[at])


def _unions(
    vocabulary: Vocabulary, ids: Mapping[str, int], pieces: Sequence[str]
) -> Iterator[tuple[float, int]]:
    for at, (left, right) in enumerate(itertools.pairwise(pieces)):
        union = ids.get(left + right)
        if union is not None:
            yield vocabulary.scores[union], -at


def merges(vocabulary: Vocabulary) -> list[tuple[str, str]]:
    """All pairs of tokens whose union is a token, the one to be made first in front."""
    ids, ranked = vocabulary.ids(), []
    kinds, scores = vocabulary.kinds, vocabulary.scores
    for index, token in enumerate(vocabulary.tokens):
        if kinds[index] != NORMAL or ids[token] != index:
            continue
        for cut in range(1, len(token)):
            left, right = ids.get(token[:cut]), ids.get(token[cut:])
            if left is not None and right is not None and kinds[left] == kinds[right] == NORMAL:
                ranked.append((-scores[index], index, token[:cut], token[cut:]))
    ranked.sort(key=lambda merge: merge[:2])
    return [(left, right) for _score, _index, left, right in ranked]


def build_tokenizer(vocabulary: Vocabulary) -> Any:
    """A `tokenizers.Tokenizer` that splits as llama.cpp does, made from the scores.

    The tokenizer that transformers derives from a GGUF file splits many words elsewhere.
    """
    try:
        from tokenizers import AddedToken, Tokenizer, decoders, models, normalizers
    except ModuleNotFoundError as error:
        raise MissingToolError("tokenizers") from error
    model = models.BPE(
        vocab=dict(vocabulary.ids()),
        merges=merges(vocabulary),
        unk_token="<unk>",
        fuse_unk=True,
        byte_fallback=True,
    )
    tokenizer = Tokenizer(model)
    tokenizer.normalizer = normalizers.Replace(" ", SPACE)
    tokenizer.decoder = decoders.Sequence(
        [decoders.Replace(SPACE, " "), decoders.ByteFallback(), decoders.Fuse()]
    )
    tokenizer.add_special_tokens(
        [AddedToken(token, normalized=False) for token in _named(vocabulary, CONTROL)]
    )
    return tokenizer


def _named(vocabulary: Vocabulary, kind: int) -> Iterable[str]:
    pairs = zip(vocabulary.tokens, vocabulary.kinds, strict=True)
    return [token for token, found in pairs if found == kind]

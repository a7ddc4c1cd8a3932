"""A COMET checkpoint of some hundred kilobytes: a real encoder and judge, nothing learnt."""

from __future__ import annotations

import warnings
from pathlib import Path

import pytest

_TEXT = (
    "yo querer agua Yo quiero agua . mamá ir casa Mamá va a casa . el gato mira el pez "
    "the girl is sitting on a rock I want some water please we go home"
)


def make_comet(folder: Path) -> Path:
    """Write one into a folder; skips the test where COMET is not installed.

    The encoder's place is written into the checkpoint, so the folder must stay where it is.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        pytest.importorskip("comet", reason="needs COMET: the extra `evaluate`, Python below 3.13")
        _make_encoder(folder / "encoder")
        _make_judge(folder)
    return folder


def _make_encoder(folder: Path) -> None:
    import torch
    from tokenizers import Tokenizer, decoders, models, pre_tokenizers, processors, trainers
    from transformers import XLMRobertaConfig, XLMRobertaModel, XLMRobertaTokenizerFast

    specials = ["<s>", "<pad>", "</s>", "<unk>", "<mask>"]
    tokenizer = Tokenizer(models.Unigram())
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace()
    tokenizer.decoder = decoders.Metaspace()
    trainer = trainers.UnigramTrainer(
        vocab_size=120, unk_token="<unk>", special_tokens=specials, show_progress=False
    )
    tokenizer.train_from_iterator([_TEXT], trainer)
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>",
        pair="<s> $A </s> </s> $B </s>",
        special_tokens=[("<s>", 0), ("</s>", 2)],
    )
    XLMRobertaTokenizerFast(tokenizer_object=tokenizer).save_pretrained(folder)
    config = XLMRobertaConfig(
        vocab_size=tokenizer.get_vocab_size(),
        hidden_size=32,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=64,
        max_position_embeddings=130,
        type_vocab_size=1,
        pad_token_id=1,
        bos_token_id=0,
        eos_token_id=2,
    )
    torch.manual_seed(0)
    XLMRobertaModel(config, add_pooling_layer=False).save_pretrained(folder)


def _make_judge(folder: Path) -> None:
    import pytorch_lightning
    import torch
    import yaml
    from comet.models import RegressionMetric

    torch.manual_seed(0)
    judge = RegressionMetric(
        encoder_model="XLM-RoBERTa",
        pretrained_model=str((folder / "encoder").resolve()),
        hidden_sizes=[32, 16],
        layer_transformation="softmax",
        local_files_only=True,
    )
    settings = dict(judge.hparams) | {"class_identifier": "regression_metric"}
    (folder / "hparams.yaml").write_text(yaml.safe_dump(settings), "utf-8")
    (folder / "checkpoints").mkdir()
    checkpoint = {
        "state_dict": judge.state_dict(),
        "hyper_parameters": settings,
        "pytorch-lightning_version": pytorch_lightning.__version__,
        "epoch": 0,
        "global_step": 0,
    }
    torch.save(checkpoint, folder / "checkpoints" / "model.ckpt")

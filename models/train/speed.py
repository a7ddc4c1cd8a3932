"""The same numbers sooner: what makes training slow is often not the matrix products.

- A LoRA layer multiplies every activation twice more and casts it between kinds of numbers. Adding
  the adapter to the weight once in a step (W + s B A) gives the same result and the same gradients
  for A and B, and leaves one product of activations per layer.
- Gemma's norms take eight passes over memory in full precision; here it is three.
  On a GPU torch has a kernel of its own for them.
"""

from __future__ import annotations

from collections.abc import Callable
from types import MethodType
from typing import Any


def use_weight_space(model: Any) -> int:
    """Let peft's LoRA layers without dropout add their adapter to the weight; returns how many."""
    import torch
    from peft.tuners.lora import Linear

    count = 0
    for layer in model.modules():
        if isinstance(layer, Linear) and isinstance(
            layer.lora_dropout[layer.active_adapters[0]], torch.nn.Identity
        ):
            layer.forward = MethodType(_with_added_weight, layer)
            count += 1
    return count


def _with_added_weight(layer: Any, x: Any) -> Any:
    import torch

    name, base = layer.active_adapters[0], layer.base_layer
    kind = base.weight.dtype
    down, up = layer.lora_A[name].weight.to(kind), layer.lora_B[name].weight.to(kind)
    weight = torch.addmm(base.weight, up, down, alpha=layer.scaling[name])
    return torch.nn.functional.linear(x, weight, base.bias)


def use_lean_norms(model: Any) -> int:
    """Compute Gemma's norms in few passes; returns how many."""
    norm = _lean_norm()
    return _with_norms(model, lambda self, x: norm(x, self.weight, self.eps))


def use_fused_norms(model: Any) -> int:
    """Compute Gemma's norms each in one of torch's own kernels; returns how many."""
    import torch

    def norm(self: Any, x: Any) -> Any:
        gain = (1.0 + self.weight).to(x.dtype)
        return torch.nn.functional.rms_norm(x, gain.shape, gain, self.eps)

    return _with_norms(model, norm)


def _with_norms(model: Any, norm: Callable[[Any, Any], Any]) -> int:
    count = 0
    for layer in model.modules():
        if type(layer).__name__ == "Gemma3RMSNorm":
            layer.forward = MethodType(norm, layer)
            count += 1
    return count


def _lean_norm() -> Any:
    import torch

    class LeanNorm(torch.autograd.Function):  # type: ignore[misc]
        """x / rms(x) * (1 + weight)."""

        @staticmethod
        def forward(ctx: Any, x: Any, weight: Any, epsilon: float) -> Any:
            width = x.shape[-1]
            length = torch.linalg.vector_norm(x, dim=-1, keepdim=True, dtype=torch.float32)
            scale = torch.rsqrt(length.square() / width + epsilon)
            gain = (1.0 + weight.float()).to(x.dtype)
            ctx.save_for_backward(x, scale, gain)
            ctx.weight_kind = weight.dtype
            return x * scale.to(x.dtype) * gain

        @staticmethod
        def backward(ctx: Any, gradient: Any) -> Any:
            x, scale, gain = ctx.saved_tensors
            inner = gradient * gain
            along = (inner * x).sum(-1, keepdim=True, dtype=torch.float32) / x.shape[-1]
            found = inner * scale.to(x.dtype) - x * (along * scale**3).to(x.dtype)
            if not ctx.needs_input_grad[1]:
                return found, None, None
            rest = tuple(range(x.ndim - 1))
            gained = (gradient * x * scale.to(x.dtype)).sum(rest, dtype=torch.float32)
            return found, gained.to(ctx.weight_kind), None

    return LeanNorm.apply

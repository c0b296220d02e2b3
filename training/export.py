"""Writes the files that ship (int8 ONNX, heads, tokenizer): `python -m training.export --weights FILE --out DIR`."""

import argparse
import json
import tempfile
import warnings
from pathlib import Path
from typing import Any

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.network import Network
from training.train import pretrained, tokenizer_of

VERSION = "2"
# Names of the heads' layers in the network, and in the file.
LAYERS = {
    "tokens": "tokens", "kind.1": "kind.in", "kind.4": "kind.out", "status.1": "status.in", "status.4": "status.out",
    "news": "news",
}  # fmt: skip


class _States(nn.Module):
    """The encoder alone, with the inputs and the output that the package knows."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.encoder = network.encoder

    def forward(self, ids: Tensor, attention: Tensor) -> Tensor:
        states: Tensor = self.encoder(input_ids=ids, attention_mask=attention).last_hidden_state
        return states


def main() -> None:
    """Export and quantize."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, required=True, help="the file that training wrote")
    parser.add_argument("--settings", type=Path, help="thresholds and temperatures that were fitted, as JSON")
    parser.add_argument("--out", type=Path, required=True, help="the folder of the model")
    arguments = parser.parse_args()
    settings = json.loads(arguments.settings.read_text(encoding="utf-8")) if arguments.settings else {}
    export(arguments.weights, settings, arguments.out)


def export(weights: Path, settings: dict[str, float], out: Path) -> None:
    """Write encoder.onnx, heads.npz, tokenizer.json and model.json to the folder `out`."""
    out.mkdir(parents=True, exist_ok=True)
    network = Network(pretrained(), attention="eager")
    network.load_state_dict(torch.load(weights))
    network.eval()
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        _write_onnx(network, plain)
        quantize_dynamic(plain, out / "encoder.onnx", weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
    state: dict[str, Any] = network.state_dict()
    heads = {
        f"{name}.{part}": state[f"{layer}.{part}"].numpy().astype(np.float16)
        for layer, name in LAYERS.items()
        for part in ("weight", "bias")
    }
    np.savez(out / "heads.npz", **heads)
    _write_tokenizer(out / "tokenizer.json")
    card = {"version": VERSION, "settings": settings}
    (out / "model.json").write_text(json.dumps(card, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def _write_onnx(network: Network, path: Path) -> None:
    ids = torch.ones(2, 8, dtype=torch.long)
    axes = {0: "windows", 1: "pieces"}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            _States(network),
            (ids, torch.ones_like(ids)),
            str(path),
            input_names=["ids", "attention"],
            output_names=["states"],
            dynamic_axes={"ids": axes, "attention": axes, "states": axes},
            opset_version=17,
            dynamo=False,
        )


def _write_tokenizer(path: Path) -> None:
    """The tokenizer of the pretrained model, which is the same for all that are trained from it."""
    tokenizer_of(pretrained()).save(str(path))


if __name__ == "__main__":
    main()

"""Each precision of ours has a value on the scales of others."""

from typing import get_args

from dateline.exports.scales import SCALES, on_scales
from dateline.model.place import PlacePrecision


def test_every_precision_is_on_every_scale() -> None:
    assert set(SCALES) == set(get_args(PlacePrecision))
    assert on_scales("district") == {"acled_geo_precision": 2, "ucdp_where_prec": 3, "idmc_accuracy": "ADM2"}


def test_no_place_is_on_no_scale() -> None:
    assert set(on_scales(None).values()) == {None}

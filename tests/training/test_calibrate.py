"""The curve of confidence: its slope from all claims, its place from those that read as news runs."""

import numpy as np
import pytest

from training.calibrate import calibrated, curve_of, fitted, moved

CHANCE = np.random.default_rng(20)
RAW = CHANCE.uniform(0.05, 0.95, 4000)
TRUE = (0.7, -1.0)
RIGHT = (CHANCE.uniform(size=4000) < calibrated(RAW, TRUE)).astype(float)


def test_a_curve_is_found_again() -> None:
    assert fitted(RAW, RIGHT) == pytest.approx(TRUE, abs=0.1)


def test_the_mean_over_plain_claims_is_the_share_of_right_ones() -> None:
    right = np.maximum(RIGHT, CHANCE.uniform(size=4000) < 0.4)
    offset = moved(TRUE[0], RAW, right)
    assert offset > TRUE[1]
    assert calibrated(RAW, (TRUE[0], offset)).mean() == pytest.approx(right.mean(), abs=1e-3)


def test_hard_claims_do_not_lower_the_plain_ones() -> None:
    plain = np.arange(4000) < 1000
    right = np.where(plain, RIGHT, RIGHT * (CHANCE.uniform(size=4000) < 0.5))
    slope, offset = curve_of(RAW, right, plain)
    assert calibrated(RAW[plain], (slope, offset)).mean() == pytest.approx(right[plain].mean(), abs=1e-3)
    assert offset > fitted(RAW, right)[1]

"""Going a distance and measuring it agree."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from dateline.gazetteer.distance import distance_km, moved


@dataclass(frozen=True)
class Spot:
    lat: float
    lon: float


@given(st.floats(-70, 70), st.floats(-179, 179), st.floats(0.1, 500), st.floats(0, 360))
def test_a_way_is_as_long_as_it_was_gone(lat: float, lon: float, way: float, bearing: float) -> None:
    start = Spot(lat, lon)
    end = Spot(*moved(start, way, bearing))
    assert abs(distance_km(start, end) - way) < 0.01 * way + 0.001
    assert -180 <= end.lon <= 180


def test_south_is_down() -> None:
    lat, lon = moved(Spot(36.34, 43.13), 45, 180)
    assert lat < 36.0
    assert abs(lon - 43.13) < 0.001

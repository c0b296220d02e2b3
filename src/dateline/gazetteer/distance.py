"""Distances on the globe."""

from math import asin, atan2, cos, degrees, radians, sin, sqrt
from typing import Protocol

EARTH_KM = 6371.0


class Point(Protocol):
    """Something with a latitude and a longitude in degrees."""

    @property
    def lat(self) -> float: ...
    @property
    def lon(self) -> float: ...


def distance_km(one: Point, other: Point) -> float:
    """The great-circle distance by the haversine formula."""
    a, b = radians(one.lat), radians(other.lat)
    h = sin((b - a) / 2) ** 2 + cos(a) * cos(b) * sin(radians(other.lon - one.lon) / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(h)))


def moved(point: Point, distance_km: float, bearing: float) -> tuple[float, float]:
    """The latitude and longitude reached from a point by going a distance in km at a bearing in degrees."""
    lat, lon, course, arc = radians(point.lat), radians(point.lon), radians(bearing), distance_km / EARTH_KM
    new_lat = asin(sin(lat) * cos(arc) + cos(lat) * sin(arc) * cos(course))
    new_lon = lon + atan2(sin(course) * sin(arc) * cos(lat), cos(arc) - sin(lat) * sin(new_lat))
    return degrees(new_lat), (degrees(new_lon) + 540) % 360 - 180

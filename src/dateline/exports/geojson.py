"""GeoJSON (RFC 7946) for maps: one feature a claim."""

import json
from typing import Any, TextIO

from dateline.exports.common import CodedStoryRecord
from dateline.exports.flat import FlatRow, flat_rows
from dateline.exports.wording import NO_OPINION


class GeoJsonExporter:
    """A FeatureCollection; the properties are the columns of `flat.COLUMNS`.

    A claim whose place is a point becomes a Point; any other has no geometry (null), never a made-up pin. The radius
    of what is uncertain is the property `uncertainty_km`. The member `note` says that borders are no opinion.
    """

    def __init__(self, out: TextIO) -> None:
        self._out = out
        self._separator = "\n"

    def start(self) -> None:
        """Open the collection."""
        note = json.dumps(NO_OPINION)
        self._out.write(f'{{"type": "FeatureCollection", "note": {note}, "features": [')

    def row(self, story: CodedStoryRecord) -> None:
        """Write one feature for each claim."""
        for row in flat_rows(story):
            self._out.write(self._separator + json.dumps(_feature(row)))
            self._separator = ",\n"

    def finish(self) -> None:
        """Close the collection."""
        self._out.write("\n]}\n")


def _feature(row: FlatRow) -> dict[str, Any]:
    properties = {name: value for name, value in row.items() if name not in ("claim_id", "lat", "lon")}
    has_point = row["lat"] is not None and row["lon"] is not None
    geometry = {"type": "Point", "coordinates": [row["lon"], row["lat"]]} if has_point else None
    return {"type": "Feature", "id": row["claim_id"], "geometry": geometry, "properties": properties}

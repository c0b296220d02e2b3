"""The export formats by name."""

from dateline.errors import ConfigurationError
from dateline.exports.common import Exporter
from dateline.exports.csv_rows import CsvExporter
from dateline.exports.geojson import GeoJsonExporter
from dateline.exports.json_lines import JsonLinesExporter

FORMATS: dict[str, type[Exporter]] = {
    "json": JsonLinesExporter,
    "csv": CsvExporter,
    "geojson": GeoJsonExporter,
}


def exporter(name: str) -> type[Exporter]:
    """The exporter of a format. Raises ConfigurationError, which lists the formats."""
    if name not in FORMATS:
        raise ConfigurationError(f"there is no export format {name!r}; the formats are {', '.join(sorted(FORMATS))}")
    return FORMATS[name]

"""How exact a place is on the scales of others: ACLED's geo precision, UCDP's where_prec, IDMC's accuracy."""

# Ours -> ACLED 1 to 3 (a town, near one or a part of a region, a larger region), UCDP 1 to 7 (exact place, within
# 25 km, district, province, line or area, country, sea and air), and the level of the unit that IDMC's Helix pins to.
SCALES: dict[str, tuple[int, int, str]] = {
    "site": (1, 1, "Point"),
    "settlement": (1, 1, "ADM3"),
    "near": (2, 2, "ADM3"),
    "district": (2, 3, "ADM2"),
    "province": (3, 4, "ADM1"),
    "line": (3, 5, "ADM1"),
    "region": (3, 5, "ADM1"),
    "country": (3, 6, "ADM0"),
}


def on_scales(precision: str | None) -> dict[str, int | str | None]:
    """The three columns for a precision of ours, empty without one. Example: "near" is ACLED 2, UCDP 2, IDMC ADM3."""
    acled, ucdp, idmc = SCALES[precision] if precision else (None, None, None)
    return {"acled_geo_precision": acled, "ucdp_where_prec": ucdp, "idmc_accuracy": idmc}

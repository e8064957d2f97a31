"""A disclosure told to search engines for data as a schema.org Dataset: only where its page names no person."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from generator import periods
from generator.disclosed import Disclosure
from generator.pages.frame import Maker, Place
from generator.pages.page import href

_TYPES: Mapping[str, str] = {
    "csv": "text/csv", "json": "application/json", "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
# In a script element only "<" could end it; "&" and ">" are kept from older readers of HTML as well.
_SAFE = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})


def dataset(maker: Maker, place: Place, disclosure: Disclosure, *, shown: bool) -> Markup:
    """Return the JSON-LD of a disclosure; "" unless it is `shown` without a person's name and has something to download."""
    files = [one for one in maker.site.made.get(disclosure.id, ()) if one.public and one.sort == "download" and one.label in _TYPES]
    if not shown or not files:
        return Markup()
    commune, words = maker.site.commune, maker.words
    served = commune.site.rstrip("/")

    def at(path: str) -> str:
        return f"{served}/{path}" if served else href(place.path, path)

    found: dict[str, Any] = {
        "@context": "https://schema.org", "@type": "Dataset", "name": f"{disclosure.title} ({maker.authority})",
        "description": words.plain("download.dataset", title=disclosure.title, authority=maker.authority, code=disclosure.code),
        "url": at(place.path.removesuffix("index.html")) if served else href(place.path, place.path), "identifier": disclosure.id,
        "version": str(disclosure.version), "inLanguage": words.language, "isAccessibleForFree": True,
        "creator": {"@type": "GovernmentOrganization", "name": maker.authority},
        "spatialCoverage": {"@type": "Place", "name": ", ".join(part for part in (commune.name, commune.province) if part)},
        "distribution": [{"@type": "DataDownload", "encodingFormat": _TYPES[one.label], "contentUrl": at(one.path)} for one in files],
    }
    if commune.licence:
        found["license"] = commune.licence if commune.licence.startswith("http") else {"@type": "CreativeWork", "name": commune.licence}
    if disclosure.posted_from:
        found["datePublished"] = disclosure.posted_from.isoformat()
    if disclosure.period:
        period = periods.read(disclosure.period)
        found["temporalCoverage"] = f"{period.first.isoformat()}/{period.last.isoformat()}"
    return Markup(json.dumps(found, ensure_ascii=False, separators=(",", ":")).translate(_SAFE))  # noqa: S704 - what could end the element is escaped

"""Where a disclosure's page, prints and downloads lie, relative to its commune's folder; an address answers for ever."""

from __future__ import annotations

from generator import periods
from generator.catalogue import Catalogue
from generator.disclosed import Disclosure
from generator.vietnamese import slug


def folder(disclosure: Disclosure, catalogue: Catalogue) -> str:
    """Return the page's folder without a slash at its end: "ngan-sach/2026/09-thang/thu"."""
    form = catalogue.form(disclosure.form)
    family = catalogue.family(form.family)
    if family.pages == "subject":
        return f"{family.slug}/{disclosure.subject or 'khac'}"
    if family.pages == "form":
        period = periods.read(disclosure.period) if disclosure.period else None
        stage = catalogue.stage(form.kind, disclosure.stage)
        dated = (str(period.year), periods.slug(period)) if period else ()
        named = (form.slug, stage.slug if stage else "", disclosure.subject, *dated)
        return f"{family.slug}/{'-'.join(part for part in named if part)}"
    parts = [family.slug]
    if disclosure.period:
        period = periods.read(disclosure.period)
        stage = catalogue.stage(form.kind, disclosure.stage)
        own = slug(disclosure.predecessor)
        parts += [str(period.year), "-".join(part for part in ((stage.slug if stage else "") or periods.slug(period), own) if part)]
        subject = (disclosure.subject or "").removeprefix(own).strip("-") if own else disclosure.subject
    else:
        subject = disclosure.subject
    parts.append("-".join(part for part in (form.slug, subject) if part))
    return "/".join(part for part in parts if part)


def page(disclosure: Disclosure, catalogue: Catalogue) -> str:
    """Return the page's file: "ngan-sach/2026/09-thang/thu/index.html"; a replaced version has that of its own."""
    if disclosure.state == "replaced":
        return version_page(disclosure, catalogue)
    return f"{folder(disclosure, catalogue)}/index.html"


def version_page(disclosure: Disclosure, catalogue: Catalogue) -> str:
    """Return the file where a version answers for ever: "ngan-sach/2026/09-thang/thu/phien-ban-1/index.html"."""
    form = catalogue.form(disclosure.form)
    shared = catalogue.family(form.family).pages == "subject"
    name = "-".join(part for part in (f"phien-ban-{disclosure.version}", form.slug if shared else "",
                                      str(disclosure.period or "") if shared else "") if part)
    return f"{folder(disclosure, catalogue)}/{name}/index.html"


def stem(disclosure: Disclosure, catalogue: Catalogue) -> str:
    """Return what the names of its prints and downloads begin with: "ngan-sach/2026/09-thang/thu" (.csv, .xlsx, .pdf)."""
    form = catalogue.form(disclosure.form)
    base = folder(disclosure, catalogue)
    return f"{base}/{form.slug}" if catalogue.family(form.family).pages == "subject" else base

"""`takedown`: take a person or a whole list from public view at once and everywhere; requests registered, answered, undone."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.catalogue import Catalogue, load
from generator.catalogue.texts import texts
from generator.commands.build import built, options_of
from generator.commands.takedown_papers import Desk, recorded, searched
from generator.disclosed import Disclosure
from generator.disclosure import addresses
from generator.posting import store as stores
from generator.posting import takedown
from generator.posting.recording import Act, post
from generator.posting.removals import bare, named
from generator.posting.requests import all_requests, duties, open_requests
from generator.posting.showing import show
from generator.posting.takedown import Found
from generator.publication.offices import Office, chosen_folders, ready
from generator.sources import Folder
from generator.vietnamese import fold


def run(chosen: argparse.Namespace) -> int:
    """Do what was asked and return 0; 1 where nothing fits or several do and nothing was done."""
    options = options_of(chosen)
    desk = Desk(chosen, options, load(), texts("takedown", options.language)["said"])
    folders = chosen_folders(options)
    if chosen.done or chosen.restore:
        return _numbered(desk, folders)
    if not (chosen.person or chosen.disclosure):
        return _listed(desk, folders)
    offices = [ready(folder, options, desk.catalogue) for folder in folders]
    code = _person(desk, offices) if chosen.person else _disclosure(desk, offices)
    if code or chosen.request:
        return code
    if chosen.build:
        built(options)
    searched(desk)
    return 0


def _listed(desk: Desk, folders: Sequence[Folder]) -> int:
    for folder in folders:
        requests = open_requests(folder.path)
        for request in requests:
            desk.say("open", number=request.number, what=desk.words[request.sort], id=request.id, received=f"{request.received:%d/%m/%Y}")
        for duty in duties(requests, desk.catalogue):
            desk.say("duty", number=duty.request.number, what=desk.words[duty.rule.id], by=f"{duty.by:%d/%m/%Y}")
        if not requests:
            desk.say("none", folder=folder.path.name)
    return 0


def _numbered(desk: Desk, folders: Sequence[Folder]) -> int:
    number, act = (desk.chosen.done, takedown.done) if desk.chosen.done else (desk.chosen.restore, takedown.restore)
    mine = [folder for folder in folders if any(one.number == number for one in all_requests(stores.load(folder.path).entries))]
    if len(mine) > 1:
        desk.say("which", number=number, communes=", ".join(folder.id for folder in mine))
        return desk.fault("takedown-several", count=len(mine))
    entries = [entry for folder in mine for entry in act(folder.path, number, desk.options.today)]
    if not entries:
        return desk.fault("takedown-unknown", typed=str(number))
    desk.say("done" if desk.chosen.done else "restored", number=number)
    return 0


def _person(desk: Desk, offices: Sequence[Office]) -> int:
    found = [(office, one) for office in offices for one in takedown.find(_naming(office), desk.chosen.person, _ledgers(desk, office))]
    if not found:
        return desk.fault("takedown-unknown", typed=desk.chosen.person)
    picked = _picked(desk, found)
    if not picked:
        for number, (office, one) in enumerate(found, 1):
            desk.say("candidate", number=number, where=_context(one, office, office.rules(desk.catalogue)))
        return desk.fault("takedown-several", count=len(found))
    for office in offices:
        people = [one for mine, one in picked if mine is office]
        if not people:
            continue
        if desk.chosen.request:
            _registered(desk, office, people[0].lines[0][0])
        else:
            _removed(desk, office, people)
    return 0


def _picked(desk: Desk, found: Sequence[tuple[Office, Found]]) -> Sequence[tuple[Office, Found]]:
    """Return whom the officer means: the numbers chosen, or the only one whose name is as typed; nobody where that isn't sure."""
    if desk.chosen.all:
        return found
    if desk.chosen.pick:
        return [found[number - 1] for number in desk.chosen.pick if 0 < number <= len(found)]
    return found if len(found) == 1 and found[0][1].sure else ()


def _removed(desk: Desk, office: Office, people: Sequence[Found]) -> None:
    data, day = office.folder.path, desk.options.today
    entries = takedown.remove(data, people, desk.asked, day)
    number = entries[0].request
    shown = show(office.decided.disclosures, stores.load(data), office.commune, office.rules(desk.catalogue), day)
    posted, forms = stores.load(data).latest, {one.form for one in people}
    mine = tuple(one for one in shown.disclosures if one.id in posted and one.form in forms)
    new = post(replace(shown, disclosures=mine), data, Act(day, tuple(place.name for place in office.commune.place), request=number))
    takedown.settle(data, [one.id for one in mine], day)
    desk.say("removed", number=number, count=len(people), versions=sum(entry.action == "post" for entry in new))
    recorded(desk, office, number, {one.id: one.title for one in _all(office)})
    names = {bare(named(disclosure, record.id)) for one in people for disclosure, record in one.lines}
    desk.gone.append((office, people[0].form, frozenset(names)))


def _disclosure(desk: Desk, offices: Sequence[Office]) -> int:
    found = [(office, one) for office in offices for one in _all(office) if _fits(desk, office, one)]
    if not found:
        return desk.fault("takedown-unknown", typed=desk.chosen.disclosure)
    picked = [found[number - 1] for number in desk.chosen.pick if 0 < number <= len(found)] or (found if len(found) == 1 else [])
    if not picked:
        for number, (office, one) in enumerate(found, 1):
            desk.say("candidate", number=number, where=f"{one.title} · {addresses.page(one, office.rules(desk.catalogue))}")
        return desk.fault("takedown-several", count=len(found))
    for office, one in picked:
        if desk.chosen.request:
            _registered(desk, office, one)
        elif not any(column.names for column in office.rules(desk.catalogue).form(one.form).column):
            return desk.fault("takedown-budget", typed=one.title)
        else:
            names = {bare(named(each, record.id)) for each in _naming(office) if each.id == one.id for record in each.records}
            desk.gone.append((office, one.form, frozenset(names - {""})))
            entries = takedown.withdraw(office.folder.path, one, desk.asked, desk.options.today)
            desk.say("withdrawn", number=entries[0].request, title=one.title)
            recorded(desk, office, entries[0].request, {each.id: each.title for each in _all(office)})
    return 0


def _registered(desk: Desk, office: Office, disclosure: Disclosure) -> None:
    entries = takedown.register(office.folder.path, disclosure, desk.asked, desk.options.today)
    desk.say("registered", number=entries[0].request, title=disclosure.title)
    for duty in duties(all_requests(entries), desk.catalogue):
        desk.say("duty", number=duty.request.number, what=desk.words[duty.rule.id], by=f"{duty.by:%d/%m/%Y}")


def _naming(office: Office) -> tuple[Disclosure, ...]:
    return takedown.naming(stores.load(office.folder.path), office.decided.disclosures)


def _all(office: Office) -> Iterator[Disclosure]:
    """Yield what is public, what is to come and what was taken down, each id once."""
    found = {one.id: one for one in (*office.shown.disclosures, *office.shown.upcoming, *(one for one, _ in office.shown.withdrawn))}
    yield from found.values()


def _ledgers(desk: Desk, office: Office) -> frozenset[str]:
    """Return the forms in which persons say whether they may be named."""
    return frozenset(form.id for form in office.rules(desk.catalogue).forms.values() if any(column.consent for column in form.column))


def _fits(desk: Desk, office: Office, disclosure: Disclosure) -> bool:
    wanted = fold(desk.chosen.disclosure).strip("/")
    places = (disclosure.id, addresses.page(disclosure, office.rules(desk.catalogue)), disclosure.title)
    return any(wanted in fold(place) for place in places)


def _context(found: Found, office: Office, catalogue: Catalogue) -> str:
    """Return where a person stands, without the name: the table, the hamlet, and what tells the line from others."""
    disclosure, record = found.lines[0]
    shown = [str(record.values[key]) for key in ("hamlet", "day", "receipt", "members") if record.values.get(key)]
    where = addresses.page(disclosure, catalogue).removesuffix("/index.html")
    return " · ".join([office.commune.full_name, disclosure.title, *shown, f"{where}#{record.id}"])

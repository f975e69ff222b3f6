"""Acts that name no object: what each of them answers."""

from __future__ import annotations

from dataclasses import replace

from link.test_link import document, event, record, span, state
from situation.test_assess import assessed
from whosays.record.document import Document
from whosays.record.event import Event, Stance, Status
from whosays.record.whole import Record

TEXT = (
    "Uganda captured soldiers.\nChad shelled a village. Kenya closed the crossing, urged a ceasefire and deplored it."
)
REPORT = document("d", TEXT)
CAPTURE = event(REPORT, "captured", actor=(state(REPORT, "Uganda", "UGA"),))
SHELLING = event(REPORT, "shelled", mode="heavy-weapons", actor=(state(REPORT, "Chad", "TCD"),))


def by_kenya(trigger: str, category: str, mode: str | None = None, **changes: object) -> Event:
    changed = {"actor": (state(REPORT, "Kenya", "KEN"),), "stances": (Stance(source=None, value="CT+", evidence=()),)}
    return event(REPORT, trigger, category=category, mode=mode, **(changed | changes))


def answered(act: Event, *others: Event) -> set[tuple[str | None, str, str]]:
    """Who reacts how, and the trigger of what it is to."""
    found: Record = assessed(record(REPORT, CAPTURE, SHELLING, act, *others))
    events = {one.id: one for one in found.events}
    first = {one.id: events[one.events[0]].trigger.text for one in found.incidents}
    return {(one.actor.code, one.reaction, first[one.incident]) for one in found.reactions}


def test_a_deed_answers_what_its_paragraph_has_just_told() -> None:
    assert answered(by_kenya("closed", "COERCE", "restrict")) == {("KEN", "acts", "shelled")}


def test_a_call_answers_what_the_report_is_about_and_not_what_is_called_for() -> None:
    wanted = by_kenya(
        "ceasefire", "RETREAT", "ceasefire", status=(Status(value="ordered", evidence=span(REPORT, "urged")),)
    )
    call = by_kenya("urged", "REQUEST", about=(wanted.id,))
    assert answered(call, wanted) == {("KEN", "demands", "captured")}


def test_a_meeting_called_off_is_a_deed_and_no_denial() -> None:
    assert answered(by_kenya("closed", "REJECT", "meet", about=(CAPTURE.id,))) == {("KEN", "acts", "shelled")}


def test_nobody_condemns_what_he_did_himself() -> None:
    act = by_kenya("deplored", "ACCUSE", "disapprove")
    assert answered(act) == {("KEN", "condemns", "captured")}
    assert not answered(replace(act, actor=CAPTURE.actor))


def test_only_a_verb_of_owning_up_confirms() -> None:
    for words, expected in (("The Verification Mission", set()), ("An officer confirmed it", {"confirms"})):
        owner: Document = document("d", f"Kenya captured soldiers. {words}.")
        officer = replace(state(owner, words, "RWA"), kind="person")
        row = Stance(source=officer, value="CT+", evidence=(span(owner, words),))
        deed = event(owner, "captured", actor=(state(owner, "Kenya", "KEN"),), stances=(row,))
        assert {one.reaction for one in assessed(record(owner, deed)).reactions} == expected


def test_a_deed_that_is_only_charged_or_his_own_or_aimed_elsewhere_answers_nothing() -> None:
    charged = (Stance(source=state(REPORT, "Uganda", "UGA"), value="CT+", evidence=()),)
    planned = (Status(value="intended", evidence=span(REPORT, "urged")),)
    closed = by_kenya("closed", "COERCE", "restrict")
    assert not answered(replace(closed, stances=charged))
    assert not answered(replace(closed, status=planned))
    assert not answered(replace(closed, actor=SHELLING.actor))
    assert not answered(replace(closed, recipient=(state(REPORT, "soldiers", "RWA"),)))
    assert answered(replace(closed, recipient=(state(REPORT, "village", "TCD"),)))
    claimed = (Stance(source=state(REPORT, "Kenya", "KEN"), value="CT+", evidence=()),)
    assert answered(replace(closed, stances=claimed)) >= {("KEN", "acts", "shelled")}


def test_news_answers_no_background() -> None:
    past = (Status(value="historical", evidence=span(REPORT, "urged")),)
    call = by_kenya("urged", "REQUEST")
    found = assessed(record(REPORT, replace(CAPTURE, status=past), call))
    assert not found.reactions


def test_whoever_rejects_a_charge_denies_what_was_charged() -> None:
    charge = by_kenya("urged", "ACCUSE", "allege", about=(CAPTURE.id,))
    denial = by_kenya("deplored", "REJECT", about=(charge.id,), actor=CAPTURE.actor)
    assert answered(denial, charge) == {("UGA", "denies", "captured")}
    assert answered(denial, replace(charge, about=())) == {("UGA", "denies", "urged")}

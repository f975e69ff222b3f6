"""The situation: reactions from acts and stances, ties told once, expectations that are met, overdue or open."""

from __future__ import annotations

from dataclasses import replace

from link.test_link import document, event, on, record, span, state, told
from whosays.link import link
from whosays.record.document import Document
from whosays.record.event import Event, Stance, Status
from whosays.record.incident import Expectation, Relation
from whosays.record.whole import DocumentRecord, Record
from whosays.situation import assess


def assessed(*records: DocumentRecord) -> Record:
    return assess(records, link(records))


def reactions(found: Record) -> set[tuple[str | None, str]]:
    return {(one.actor.code, one.reaction) for one in found.reactions}


def test_silence_denial_and_no_comment_are_reactions() -> None:
    base = told("One")
    owner = base.document
    side = state(owner, "Uganda", "UGA")
    for value, name in (("SILENT", "silent"), ("NC", "declines_comment"), ("CT-", "denies")):
        stance = Stance(source=side, value=value, evidence=(span(owner, "Uganda"),))  # type: ignore[arg-type]
        changed = replace(base, events=(replace(base.events[0], stances=(*base.events[0].stances, stance)),))
        assert ("UGA", name) in reactions(assessed(changed))


def test_who_condemns_what_is_read_from_what_the_act_is_about() -> None:
    owner = document("d", "Kenya captured soldiers. Tanzania condemned the capture.")
    deed = event(owner, "captured", actor=(state(owner, "Kenya", "KEN"),))
    act = event(
        owner,
        "condemned",
        category="ACCUSE",
        mode="disapprove",
        actor=(state(owner, "Tanzania", "TZA"),),
        about=(deed.id,),
    )
    found = assessed(record(owner, deed, act))
    (reaction,) = [one for one in found.reactions if one.reaction == "condemns"]
    home = next(one for one in found.incidents if deed.id in one.events)
    assert (reaction.actor.code, reaction.incident) == ("TZA", home.id)


def own_account(name: str, *, kind: str | None = None, publisher: str | None = None) -> DocumentRecord:
    """A report that Kenya captured soldiers, on the word of Kenyans: the state's, or plain people's."""
    owner = document(name, f"{name}: Kenya captured soldiers.", day="2025-03-11", publisher=publisher or name)
    kenya = state(owner, "Kenya", "KEN")
    stance = Stance(source=replace(kenya, sector=kind), value="CT+", evidence=(span(owner, "Kenya"),))
    return record(owner, event(owner, "captured", actor=(kenya,), stances=(stance,)))


def test_a_side_that_tells_its_own_deed_confirms_it_where_another_report_tells_it_too() -> None:
    assert ("KEN", "confirms") in reactions(assessed(own_account("One"), own_account("Two")))
    assert ("KEN", "confirms") not in reactions(assessed(own_account("One")))
    printed_twice = (own_account(name, publisher="Paper") for name in ("One", "Two"))
    assert ("KEN", "confirms") not in reactions(assessed(*printed_twice))


def test_villagers_do_not_confirm_what_their_army_did() -> None:
    found = assessed(own_account("One", kind="CVL"), own_account("Two", kind="CVL"))
    assert ("KEN", "confirms") not in reactions(found)


def demand(recipient: str, code: str, *, made: str = "CT+") -> Record:
    """A report of a capture, and Kenya's demand of somebody that says nothing of what it is about."""
    owner = document("d", "Uganda captured soldiers. Kenya asked Uganda and Kenya to act.")
    deed = event(owner, "captured", actor=(state(owner, "Uganda", "UGA"),))
    asked = event(
        owner,
        "asked",
        category="REQUEST",
        mode=None,
        actor=(state(owner, "Kenya", "KEN"),),
        recipient=(state(owner, recipient, code),),
        stances=(Stance(source=None, value=made, evidence=()),),  # type: ignore[arg-type]
    )
    return assessed(record(owner, deed, asked))


def test_a_demand_of_another_state_is_a_reaction_to_what_the_report_is_about() -> None:
    assert ("KEN", "demands") in reactions(demand("Uganda", "UGA"))


def test_what_is_asked_at_home_or_was_never_asked_is_no_reaction() -> None:
    assert ("KEN", "demands") not in reactions(demand("Kenya", "KEN"))
    assert ("KEN", "demands") not in reactions(demand("Uganda", "UGA", made="CT-"))


def test_support_of_a_side_is_a_reaction_to_what_the_report_opens_with_if_that_side_took_part() -> None:
    owner = document("d", "Uganda expelled envoys. Uganda arrested men. Kenya backed Uganda, Rwanda backed Chad.")
    uganda = state(owner, "Uganda", "UGA")
    deeds = [event(owner, "expelled", category="SANCTION", actor=(uganda,)), event(owner, "arrested", actor=(uganda,))]
    acts = [
        event(
            owner,
            trigger,
            category="SUPPORT",
            mode=None,
            actor=(state(owner, who, code),),
            recipient=(state(owner, whom, other),),
        )
        for trigger, who, code, whom, other in (
            ("backed Uganda", "Kenya", "KEN", "Uganda", "UGA"),
            ("backed Chad", "Rwanda", "RWA", "Chad", "TCD"),
        )
    ]
    found = assessed(record(owner, *deeds, *acts))
    (reaction,) = [one for one in found.reactions if one.reaction == "supports"]
    home = next(one for one in found.incidents if deeds[0].id in one.events)
    assert (reaction.actor.code, reaction.incident) == ("KEN", home.id)


def test_a_tie_that_two_reports_state_is_told_once_with_both_quotes() -> None:
    made = []
    for name in ("one", "two"):
        owner = document(name, f"{name}: Kenya is an ally of Uganda.")
        ends = (state(owner, "Kenya", "KEN"), state(owner, "Uganda", "UGA"))
        first, second = ends if name == "one" else ends[::-1]
        tie = Relation(
            id=name, document=owner.id, giver=first, receiver=second, type="ally", evidence=(span(owner, "ally"),)
        )
        made.append(replace(record(owner), relations=(tie,)))
    (relation,) = assessed(*made).relations
    assert len(relation.evidence) == 2


def awaiting(owner: Document, words: str, event: Event) -> Expectation:
    """That an event, told in some words, is still to come."""
    return Expectation(
        id="x", document=owner.id, text=span(owner, words), by=None, source=None, due=event.time, event=event.id
    )


def expected(day: str, *, published: str = "2025-03-12") -> DocumentRecord:
    """A report that the presidents of two states will meet on a day."""
    owner = document("plan", "Kenya and Uganda will meet on Friday.", day=published)
    status = (Status(value="future", evidence=span(owner, "will")),)
    sides = (state(owner, "Kenya", "KEN"), state(owner, "Uganda", "UGA"))
    plan = event(
        owner, "meet", category="CONSULT", mode=None, actor=sides, status=status, time=on(owner, "Friday", day)
    )
    awaited = awaiting(owner, "will meet on Friday", plan)
    return replace(record(owner, plan), expectations=(awaited,))


def later(text: str, day: str, **changes: object) -> DocumentRecord:
    owner = document("later", text, day=day)
    sides = (state(owner, "Kenya", "KEN"), state(owner, "Uganda", "UGA"))
    return record(owner, event(owner, text.split()[3], actor=sides, time=on(owner, "Friday", "2025-03-14"), **changes))


def outcome(found: Record) -> str:
    (one,) = found.expectations
    return one.outcome


def test_what_was_announced_and_came_is_met() -> None:
    met = later("Kenya and Uganda met on Friday.", "2025-03-15", category="CONSULT", mode=None)
    assert outcome(assessed(expected("2025-03-14"), met)) == "met"


def test_what_was_called_off_is_withdrawn() -> None:
    off = later("Kenya and Uganda postponed their Friday meeting.", "2025-03-13", category="REJECT", mode="meet")
    assert outcome(assessed(expected("2025-03-14"), off)) == "withdrawn"


def test_what_was_announced_before_is_not_announced_again_where_it_is_called_off() -> None:
    owner = document("later", "The Friday meeting was called off.", day="2025-03-13")
    made = event(owner, "called", category="REJECT", mode="yield", time=on(owner, "Friday", "2025-03-14"))
    told = replace(awaiting(owner, "The Friday meeting", made), id="y", event=None, outcome="withdrawn")
    announced = document("plan", "The Friday meeting of Kenya and Uganda will be held.", day="2025-03-12")
    words = span(announced, "The Friday meeting of Kenya and Uganda will be held")
    plan = replace(
        record(announced),
        expectations=(replace(told, id="x", document=announced.id, text=words, outcome="open"),),
    )
    (one,) = assessed(plan, replace(record(owner), expectations=(told,))).expectations
    assert (one.id, one.outcome) == ("x", "withdrawn")


def test_what_did_not_come_by_its_day_is_overdue() -> None:
    other = later("Kenya and Uganda captured soldiers on Friday.", "2025-03-20")
    assert outcome(assessed(expected("2025-03-14"), other)) == "overdue"


def test_what_is_still_to_come_is_open() -> None:
    assert outcome(assessed(expected("2025-03-14"))) == "open"


def threatened(*, carried_out_against: str = "Uganda") -> Record:
    """A threat of one state against another, and what the first did to somebody a week later."""
    codes = {"Uganda": "UGA", "Rwanda": "RWA"}
    owner = document("threat", "Kenya threatened Uganda with a reply.", day="2025-03-12")
    threat = event(
        owner,
        "threatened",
        category="THREATEN",
        mode=None,
        actor=(state(owner, "Kenya", "KEN"),),
        recipient=(state(owner, "Uganda", "UGA"),),
    )
    awaited = awaiting(owner, "threatened Uganda with a reply", threat)
    after = document("after", f"Kenya expelled envoys of {carried_out_against}.", day="2025-03-19")
    deed = event(
        after,
        "expelled",
        category="SANCTION",
        mode="expel",
        actor=(state(after, "Kenya", "KEN"),),
        recipient=(state(after, carried_out_against, codes[carried_out_against]),),
    )
    return assessed(replace(record(owner, threat), expectations=(awaited,)), record(after, deed))


def test_a_threat_without_a_day_is_met_by_harm_to_whom_it_was_aimed_at() -> None:
    assert outcome(threatened()) == "met"


def test_a_threat_is_not_met_by_harm_to_another() -> None:
    assert outcome(threatened(carried_out_against="Rwanda")) == "open"


def test_a_plan_for_a_day_that_was_past_when_it_was_told_is_not_overdue() -> None:
    other = later("Kenya and Uganda captured soldiers on Friday.", "2025-03-20")
    assert outcome(assessed(expected("2024-03-14"), other)) == "open"


def test_who_will_not_do_a_thing_calls_off_no_plan_of_others() -> None:
    owner = document("later", "Chad and Libya will not meet on Friday.", day="2025-03-13")
    will_not = event(
        owner, "meet", category="CONSULT", mode=None, actor=(state(owner, "Chad", "TCD"),),
        time=on(owner, "Friday", "2025-03-14"), status=(Status(value="future", evidence=span(owner, "will")),),
        stances=(Stance(source=None, value="CT-", evidence=()),),
    )  # fmt: skip
    assert outcome(assessed(expected("2025-03-14"), record(owner, will_not))) == "open"


def test_what_never_took_place_by_its_day_is_overdue_and_what_was_put_off_before_is_withdrawn() -> None:
    never = (Stance(source=None, value="CT-", evidence=()),)
    for day, expected_outcome in (("2025-03-20", "overdue"), ("2025-03-13", "withdrawn")):
        told = later(
            "Kenya and Uganda meeting on Friday fell through.", day, category="CONSULT", mode=None, stances=never
        )
        assert outcome(assessed(expected("2025-03-14"), told)) == expected_outcome


def test_what_is_to_be_done_by_nobody_named_is_met_by_whoever_does_it_to_the_same() -> None:
    owner = document("plan", "Ugandan sailors go home on Friday when freed.", day="2025-03-12")
    plan = event(owner, "freed", category="RETREAT", mode="release", recipient=(state(owner, "Ugandan", "UGA"),),
                 time=on(owner, "Friday", "2025-03-14"), status=(Status(value="future", evidence=span(owner, "go")),))  # fmt: skip
    told = replace(record(owner, plan), expectations=(awaiting(owner, "go home on Friday", plan),))
    after = document("after", "Kenya released Ugandan men on Friday.", day="2025-03-20")
    for code, expected_outcome in (("UGA", "met"), ("RWA", "overdue")):
        done = event(after, "released", category="RETREAT", mode="release", actor=(state(after, "Kenya", "KEN"),),
                     recipient=(state(after, "Ugandan", code),), time=on(after, "Friday", "2025-03-14"))  # fmt: skip
        assert outcome(assessed(told, record(after, done))) == expected_outcome


def test_whoever_refuses_a_demand_neither_meets_it_nor_takes_it_back() -> None:
    owner = document("plan", "Kenya demanded the captured sailors by Friday.", day="2025-03-12")
    demanded = event(owner, "demanded", category="REQUEST", mode=None, actor=(state(owner, "Kenya", "KEN"),),
                     time=on(owner, "Friday", "2025-03-14"))  # fmt: skip
    asked = awaiting(owner, "demanded the captured sailors by Friday", demanded)
    told = replace(record(owner, demanded), expectations=(asked,))
    after = document("after", "Uganda, asked for captured sailors demanded by Friday, answered.", day="2025-03-13")
    never = (Stance(source=None, value="CT-", evidence=()),)
    answer = event(after, "answered", category="RETREAT", mode=None, actor=(state(after, "Uganda", "UGA"),),
                   time=on(after, "Friday", "2025-03-13"))  # fmt: skip
    assert outcome(assessed(told, record(after, replace(answer, category="REJECT")))) == "open"
    assert outcome(assessed(told, record(after, replace(answer, stances=never)))) == "open"
    assert outcome(assessed(told, record(after, answer))) == "met"


def test_what_was_announced_is_met_where_the_later_report_tells_whom_it_was_done_to() -> None:
    owner = document("plan", "The Kenya crossing will be shut on Friday.", day="2025-03-12")
    plan = event(owner, "shut", category="COERCE", mode="restrict", actor=(state(owner, "Kenya", "KEN"),),
                 time=on(owner, "Friday", "2025-03-14"), status=(Status(value="future", evidence=span(owner, "will")),))  # fmt: skip
    told = replace(record(owner, plan), expectations=(awaiting(owner, "crossing will be shut on Friday", plan),))
    after = document("after", "Uganda shut the crossing to Kenya on Friday.", day="2025-03-20")
    done = event(after, "shut", category="COERCE", mode="restrict", actor=(state(after, "Uganda", "UGA"),),
                 recipient=(state(after, "Kenya", "KEN"),), time=on(after, "Friday", "2025-03-14"))  # fmt: skip
    assert outcome(assessed(told, record(after, done))) == "met"

"""Linking: the same whatever the order, copies counted once, happenings kept apart, contradictions left open."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whosays import coding, resolve
from whosays.link import link
from whosays.link.copies import source_of
from whosays.link.mentions import mention_of
from whosays.link.score import WEIGHTS, Block, reasons
from whosays.pipeline import Tools
from whosays.record.document import Document, Published
from whosays.record.event import Event, Number, Stance, StanceValue, Why
from whosays.record.ids import content_id
from whosays.record.span import Span
from whosays.record.whole import DocumentRecord
from whosays.record.world import Entity, Place, Time

LONG = " ".join(f"word{n}" for n in range(80))


def document(
    name: str, text: str, *, publisher: str = "Paper", day: str = "2025-03-12", wire: str | None = None
) -> Document:
    return Document(
        id=content_id("document", name, text), path=name, url=None, publisher=publisher, title=None, byline=None,
        published=Published(value=day, source="given"), language="en", sha256=name, text=text, wire=wire,
    )  # fmt: skip


def span(owner: Document, words: str) -> Span:
    start = owner.text.index(words)
    return Span(document=owner.id, start=start, end=start + len(words), text=words)


def state(owner: Document, words: str, code: str) -> Entity:
    return Entity(span=span(owner, words), name=words, kind="state", country=code, id=code, code=code)


def event(owner: Document, trigger: str, **changes: object) -> Event:
    """A capture by Kenya of somebody Ugandan, or whatever else is asked for."""
    made = Event(
        id=content_id("event", owner.id, owner.text.index(trigger)),
        document=owner.id, sentence=span(owner, owner.text.split("\n")[0]), trigger=span(owner, trigger),
        category="ASSAULT", mode="abduct", contexts=(), cameo=None, quad=None, score=None, actor=(), recipient=(),
        place=None, time=None, numbers=(), status=(), stances=(Stance(source=None, value="CT+", evidence=()),),
        about=(), why=Why(rule="capture.v"), missing=(),
    )  # fmt: skip
    return replace(made, **changes)  # type: ignore[arg-type]


def record(owner: Document, *events: Event) -> DocumentRecord:
    return DocumentRecord(
        document=owner, sentences=(), events=events, attributions=(), relations=(), expectations=(), unknowns=()
    )


def on(owner: Document, words: str, day: str) -> Time:
    return Time(span=span(owner, words), value=day, start=day, end=day, granularity="day", basis="stated")


def told(
    name: str, *, number: int = 2, day: str = "2025-03-11", source: StanceValue = "CT+", **about: str
) -> DocumentRecord:
    """A report that Kenya captured some Ugandans on a day."""
    text = f"{name}: Kenya captured {number} soldiers of Uganda on Tuesday, an officer said.\n{' '.join(f'{name}{n}' for n in range(60))}"
    owner = document(name, text, **about)
    officer = Entity(span=span(owner, "an officer"), name=f"officer {name}", kind="person", country="KEN", code="KEN")
    return record(
        owner,
        event(
            owner,
            "captured",
            actor=(state(owner, "Kenya", "KEN"),),
            recipient=(state(owner, "Uganda", "UGA"),),
            time=on(owner, "Tuesday", day),
            numbers=(Number(role="captured", low=number, high=number, unit="soldier", span=span(owner, str(number))),),
            stances=(
                Stance(source=None, value="Uu", evidence=()),
                Stance(source=officer, value=source, evidence=(span(owner, "an officer said"),)),
            ),
        ),
    )


def test_reports_of_one_capture_are_one_incident_with_an_origin_each() -> None:
    linked = link([told("One", publisher="One"), told("Two", publisher="Two")])
    (incident,) = linked.incidents
    assert len(incident.events) == 2
    assert incident.origins == 2


def test_copies_of_a_report_that_names_no_publisher_are_no_origins_of_their_own() -> None:
    def printed(name: str) -> DocumentRecord:
        owner = replace(document(name, f"Kenya captured two soldiers.\n{LONG} {name}"), publisher=None)
        return record(owner, event(owner, "captured", actor=(state(owner, "Kenya", "KEN"),)))

    linked = link([printed(name) for name in ("one", "two", "three")])
    (incident,) = linked.incidents
    assert len(incident.events) == 3
    assert incident.origins == 1
    assert len({found.family for found in linked.documents}) == 1


def test_the_same_doer_alone_does_not_make_two_deeds_one() -> None:
    def raid(name: str, verb: str, place: str | None = None) -> DocumentRecord:
        owner = document(name, f"{name}: Kenya {verb} a village near Busia.")
        town = (
            Place(
                span=span(owner, "Busia"), name=place, country="UGA", admin1=None, lat=None, lon=None, precision="exact"
            )
            if place
            else None
        )
        return record(owner, event(owner, verb, mode=None, actor=(state(owner, "Kenya", "KEN"),), place=town))

    assert len(link([raid("One", "shelled"), raid("Two", "stormed")]).incidents) == 2
    assert len(link([raid("One", "shelled", "Busia"), raid("Two", "stormed", "Busia")]).incidents) == 1


def test_a_wire_story_printed_five_times_is_one_origin() -> None:
    linked = link([told(f"Paper {n}", publisher=f"Paper {n}", wire="Harbour Wire") for n in range(5)])
    (incident,) = linked.incidents
    assert (incident.origins, incident.sources) == (1, ("Harbour Wire",))


def test_a_near_copy_without_credit_goes_back_to_the_earlier_text() -> None:
    one = document("one", f"Kenya captured two soldiers.\n{LONG}", publisher="One", day="2025-03-11")
    two = document("two", f"Kenya captured two soldiers.\n{LONG} more", publisher="Two", day="2025-03-12")
    other = document("three", f"Kenya captured two soldiers.\n{LONG[::-1]}", publisher="Three")
    linked = {found.path: found for found in link([record(two), record(one), record(other)]).documents}
    assert linked["two"].copy_of == one.id
    assert linked["two"].origin == "One"
    assert linked["three"].copy_of is None


def test_different_days_are_different_incidents() -> None:
    linked = link([told("One"), told("Two", day="2025-03-18")])
    assert len(linked.incidents) == 2


def test_a_thousand_raids_in_one_city_in_one_week_do_not_become_one() -> None:
    place_words = "Kano"
    records = []
    for n in range(1000):
        owner = document(
            f"r{n}",
            f"Raid {n} in {place_words} on Day hit group {n}.\n" + " ".join(f"own{n}x{k}" for k in range(60)),
            publisher=f"P{n}",
        )
        day = (date(2025, 3, 1) + timedelta(days=n % 7)).isoformat()
        victim = Entity(span=span(owner, f"group {n}"), name=f"group {n}", kind="group", code=f"G{n}")
        place = Place(
            span=span(owner, "Kano"), name="Kano", country="NGA", admin1=None, lat=12.0, lon=8.5, precision="exact"
        )
        raid = event(owner, "Raid", mode=None, recipient=(victim,), place=place, time=on(owner, "Day", day))
        records.append(record(owner, raid))
    assert len(link(records).incidents) > 900


@settings(max_examples=10)
@given(st.randoms(use_true_random=False))
def test_the_order_of_the_reports_changes_nothing(shuffler: random.Random) -> None:
    records = [told(f"P{n}", number=2 + n % 2, day=f"2025-03-{11 + n % 3}", publisher=f"P{n}") for n in range(6)]
    expected = link(records)
    shuffler.shuffle(records)
    assert link(records) == expected


def test_the_reasons_for_a_link_add_up_to_its_score() -> None:
    one, other = (mention_of(record.events[0], source_of(record.document)) for record in (told("One"), told("Two")))
    counted = dict(reasons(one, other))
    score, apart = Block([one, other]).compared(np.array([0]))
    assert sum(counted.values()) == float(score[0, 1])
    assert not apart[0, 1]
    assert {"same_actor", "same_recipient", "same_time", "same_trigger"} <= set(counted)
    assert all(value == getattr(WEIGHTS, name) for name, value in counted.items() if name.startswith("same_a"))


def test_linking_twice_changes_nothing() -> None:
    records = [told("One"), told("Two", number=3)]
    assert link(records) == link(records)


def test_numbers_that_cannot_both_hold_are_a_contradiction_with_both_quotes() -> None:
    linked = link([told("One", publisher="One"), told("Two", number=3, publisher="Two")])
    (found,) = [one for one in linked.contradictions if one.field == "number"]
    assert {claim.value for claim in found.values} == {"2 captured", "3 captured"}
    assert found.scope == "casebook"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Police said that six suspects had been arrested in Lima, not four.", ["6 arrested", "not four"]),
        (
            "Chile deported more than 500 families, a figure that Peru disputes.",
            ["at least 500 deported", "a figure that Peru disputes"],
        ),
        (
            "Drones struck Narva. Nine people were hurt, says the union; three, say the police.",
            ["9 injured", "3 injured"],
        ),
        ("Police arrested nine men in Lima in 2019, not 2018.", []),
    ],
)
def test_a_count_that_the_report_sets_against_another_is_a_contradiction(
    tools: Tools, text: str, values: list[str]
) -> None:
    (reading,) = tools.reader.read([Document.plain(text)])
    reading = coding.prepare(reading, tools.lexicon)
    told = resolve.resolve(reading, coding.code_prepared(reading, tools.lexicon), tools.world)
    found = [one for one in link([told]).contradictions if one.field == "number"]
    assert [claim.value for one in found for claim in one.values] == values


def test_a_later_larger_toll_of_the_same_origin_is_a_revision() -> None:
    def toll(name: str, dead: int, day: str) -> DocumentRecord:
        base = told(name, number=dead, wire="Harbour Wire")
        number = replace(base.events[0].numbers[0], role="killed")
        dated = replace(base.document, published=Published(value=day, source="given"))
        return replace(base, document=dated, events=(replace(base.events[0], numbers=(number,), mode=None),))

    linked = link([toll("One", 11, "2025-03-12"), toll("Two", 14, "2025-03-13")])
    assert [one for one in linked.contradictions if one.field == "number"] == []
    linked = link([toll("One", 14, "2025-03-12"), toll("Two", 11, "2025-03-13")])
    assert [one for one in linked.contradictions if one.field == "number"]


def test_tolls_of_two_reports_that_name_no_publisher_conflict() -> None:
    def toll(name: str, dead: int) -> DocumentRecord:
        base = told(name, number=dead)
        number = replace(base.events[0].numbers[0], role="killed")
        nameless = replace(base.document, publisher=None, published=Published(value=f"2025-03-{dead}", source="given"))
        return replace(base, document=nameless, events=(replace(base.events[0], numbers=(number,), mode=None),))

    assert [one for one in link([toll("One", 11), toll("Two", 14)]).contradictions if one.field == "number"]


def test_a_denial_by_somebody_else_contradicts_the_claim() -> None:
    denied = told("Two", source="CT-", publisher="Two")
    speaker = denied.events[0].stances[1].source
    assert speaker is not None
    other = replace(speaker, country="UGA", code="UGA", name="Ugandan officer")
    stances = (denied.events[0].stances[0], replace(denied.events[0].stances[1], source=other))
    linked = link([told("One"), replace(denied, events=(replace(denied.events[0], stances=stances),))])
    assert [one.field for one in linked.contradictions] == ["polarity"]


@pytest.mark.parametrize(("claimed_by", "fields"), [("CVL", ["polarity"]), ("MED", ["polarity"]), ("MIL", [])])
def test_the_people_and_the_press_of_a_state_may_contradict_its_army(claimed_by: str, fields: list[str]) -> None:
    claim = told("One")
    kenyan = replace(state(claim.document, "Kenya", "KEN"), sector=claimed_by)
    denied = told("Two", publisher="Two")
    officer = replace(state(denied.document, "Kenya", "KEN"), sector="MIL")
    records = [
        replace(one, events=(replace(one.events[0], stances=(Stance(source=who, value=value, evidence=()),)),))  # type: ignore[arg-type]
        for one, who, value in ((claim, kenyan, "CT+"), (denied, officer, "CT-"))
    ]
    assert [one.field for one in link(records).contradictions if one.field == "polarity"] == fields


def changed(report: DocumentRecord, **changes: object) -> DocumentRecord:
    return replace(report, events=(replace(report.events[0], **changes),))  # type: ignore[arg-type]


def test_two_reports_that_name_different_weapons_contradict_each_other_and_a_drone_comes_from_the_air() -> None:
    def fields(*modes: str) -> list[str]:
        records = [changed(told(f"P{n}", publisher=f"P{n}"), mode=mode) for n, mode in enumerate(modes)]
        return [one.field for one in link(records).contradictions if one.field == "mode"]

    assert fields("drone", "heavy-weapons") == ["mode"]
    assert fields("drone", "aerial") == []
    assert fields("drone", "explosives") == []


def test_two_reports_that_name_different_receivers_contradict_each_other_unless_one_is_only_supposed() -> None:
    def fields(via: str | None) -> list[str]:
        records = []
        for name, code in (("One", "UGA"), ("Two", "TZA")):
            report = told(name, publisher=name)
            where = Place(
                span=span(report.document, "Tuesday"), name="Nairobi", country="KEN", admin1=None, lat=None, lon=None,
                precision="exact", id="1", disputed=None,
            )  # fmt: skip
            to = replace(state(report.document, "Uganda", code), via=via if name == "Two" else None)
            records.append(changed(report, category="AID", mode=None, place=where, recipient=(to,)))
        return [one.field for one in link(records).contradictions if one.field == "recipient"]

    assert fields(None) == ["recipient"]
    assert fields("the state spoken of: TZA") == []


def test_a_headline_says_whose_word_it_is() -> None:
    (incident,) = link([told("One")]).incidents
    assert "according to officer One" in incident.headline


def headline_of(text: str, trigger: str, *pieces: str, **changes: object) -> str:
    """The headline of one event that is told in these pieces of the text."""
    owner = document("One", text)
    one = event(owner, trigger, clause=tuple(span(owner, piece) for piece in pieces), **changes)
    (incident,) = link([record(owner, one)]).incidents
    return incident.headline


def test_a_headline_is_the_clause_that_tells_the_event() -> None:
    text = "On Monday Kenya, they say, captured two herders."
    assert headline_of(text, "captured", "Kenya", "captured two herders") == "Kenya captured two herders"


def test_a_headline_names_whom_a_pronoun_means_where_it_is_known() -> None:
    text = "It captured two herders. Kenya was glad."
    kenya = replace(state(document("One", text), "It", "KEN"), name="Kenya", via="pronoun → Kenya")
    assert headline_of(text, "captured", "It", "captured two herders", actor=(kenya,)) == "Kenya captured two herders"
    assert headline_of(text, "captured", "It", "captured two herders") == "It captured two herders"


def test_a_headline_says_whose_somebody_is_where_it_is_known() -> None:
    text = "Its soldiers captured two herders. Kenya was glad."
    soldiers = replace(state(document("One", text), "Its soldiers", "KEN"), name="soldiers", via="Its → Kenya")
    pieces = ("Its soldiers", "captured two herders")
    assert headline_of(text, "captured", *pieces, actor=(soldiers,)) == "Kenya's soldiers captured two herders"
    unsure = replace(soldiers, via="Its → Kenya, likeliest")
    assert headline_of(text, "captured", *pieces, actor=(unsure,)) == "Its soldiers captured two herders"


def test_a_headline_has_a_finite_verb_where_the_clause_has_one() -> None:
    text = "Kenya having captured two herders, the market was shut."
    assert headline_of(text, "captured", "Kenya", "having captured two herders") == "Kenya had captured two herders"


def test_where_somebody_spoke_is_not_said_as_if_it_were_where_the_deed_was() -> None:
    text = "Kenya condemned the raid in Lima."
    lima = Place(
        span=span(document("One", text), "Lima"), name="Lima", country="PER", admin1=None, lat=None, lon=None,
        precision="exact",
    )  # fmt: skip
    clause = ("Kenya", "condemned the raid")
    assert (
        headline_of(text, "condemned", *clause, category="ACCUSE", mode=None, place=lima) == "Kenya condemned the raid"
    )


def test_a_source_known_by_a_common_noun_has_its_article() -> None:
    text = "Kenya captured two herders, the army said."
    army = replace(state(document("One", text), "the army", "KEN"), name="army", kind="organisation")
    doubt, row = Stance(source=None, value="Uu", evidence=()), Stance(source=army, value="CT+", evidence=())
    told = headline_of(text, "captured", "Kenya", "captured two herders", stances=(doubt, row))
    assert told == "Kenya captured two herders, according to the army"


def test_a_headline_says_who_does_what_has_no_subject() -> None:
    text = "Kenya, it is said, agreed to free two herders."
    kenya = state(document("One", text), "Kenya", "KEN")
    assert headline_of(text, "free", "to free two herders", actor=(kenya,)) == "Kenya to free two herders"


def test_a_clause_that_tells_too_little_gives_way_to_the_reports_sentence() -> None:
    assert headline_of("Kenya answered, and the herders wept.", "answered", "Kenya", "answered").startswith("“Kenya")


def test_a_thousand_mentions_link_in_seconds() -> None:
    records = [told(f"P{n}", day=f"2025-0{1 + n % 9}-{1 + n % 28:02}", publisher=f"P{n}") for n in range(300)]
    assert link(records).incidents


def test_whoever_denies_a_thing_in_so_many_words_answers_a_claim() -> None:
    def fields(words: str) -> set[str]:
        owner = document("d", f"Uganda {words}.")
        row = Stance(source=state(owner, "Uganda", "UGA"), value="CT-", evidence=(span(owner, words),))
        doubt = Stance(source=None, value="Uu", evidence=())
        deed = event(owner, "arming", category="AID", mode=None, stances=(doubt, row))
        return {one.field for one in link([record(owner, deed)]).contradictions}

    assert fields("denied arming the rebels") == {"polarity"}
    assert not fields("was not arming the rebels")


def test_of_two_tellings_the_one_that_needs_no_pronoun_is_the_headline() -> None:
    text = "Its patrol captured two herders. A patrol of Kenya captured two herders in March."
    owner = document("One", text)
    kenya = state(owner, "Kenya", "KEN")
    first = event(
        owner, "captured", actor=(kenya,), clause=(span(owner, "Its patrol"), span(owner, "captured two herders"))
    )
    later = span(owner, "A patrol of Kenya")
    deed = replace(span(owner, "captured two herders"), start=later.end + 1, end=later.end + 21)
    second = replace(first, id="later", trigger=replace(first.trigger, start=deed.start), clause=(later, deed))
    (incident,) = link([record(owner, first, second)]).incidents
    assert incident.headline == "A patrol of Kenya captured two herders"

"""The register's entries: well formed, dated, and nobody's name another's."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from pathlib import Path

import pytest

from whosays.errors import LexiconError
from whosays.resolve.register.offices import DAY, read_offices
from whosays.resolve.register.register import Actor, Alias, Register, read_actors, read_register
from whosays.resolve.rows import rows

ACTORS = Path(__file__).parents[2] / "src/whosays/resolve/data/actors"
FILES = sorted(ACTORS.glob("*.tsv"))
SECTORS = {"GOV", "MIL", "SPY", "COP", "JUD", "LEG", "PTY", "OPP", "REB", "PMC", "CRM", "IGO", "NGO", "MED", "BUS", "REL",
           "LAB", "EDU", "HLH", "CVL", "REF", "UAF"}  # fmt: skip
# One word for the people of two states: the first stands for it where the text names neither.
SHARED = {"Congolese"}


@pytest.fixture(scope="module")
def register() -> Register:
    return read_register(ACTORS)


@pytest.fixture(scope="module")
def aliases() -> list[Alias]:
    return [alias for path in FILES for alias in read_actors(path)]


def test_there_are_at_least_three_thousand_entries_and_no_id_twice(register: Register) -> None:
    ids = [row["id"] for path in FILES for _, row in rows(path)]
    assert len(ids) == len(set(ids)) == len(register.actors)
    assert len(ids) >= 3_000


def test_every_entry_has_codes_that_exist_and_days_in_order(register: Register) -> None:
    states = {actor.id for actor in register.actors.values() if actor.kind == "state"}
    assert all(len(code) == 3 and code.isalpha() and code.isupper() for code in states)
    for actor in register.actors.values():
        assert actor.country is None or actor.country in states, actor
        assert actor.sector in SECTORS, actor
        for since, until in ((actor.since, actor.until), *((office.since, office.until) for office in actor.offices)):
            assert all(not day or DAY.fullmatch(day) for day in (since, until)), actor
            assert not since or not until or since[: len(until)] <= until[: len(since)], actor


def test_every_office_names_a_sector_and_a_body_that_exist_and_they_stand_in_order(register: Register) -> None:
    for actor in register.actors.values():
        assert [office.since for office in actor.offices] == sorted(office.since for office in actor.offices), actor
        for office in actor.offices:
            assert office.sector in {*SECTORS, None}, actor
            assert office.body is None or office.body in register.actors, actor


def test_a_name_stands_for_one_actor_at_a_time(aliases: list[Alias]) -> None:
    named: defaultdict[str, dict[str, Actor]] = defaultdict(dict)
    for alias in aliases:
        named[alias.text][alias.actor.id] = alias.actor
    for text, actors in named.items():
        for one, other in combinations(actors.values(), 2):
            assert text in SHARED or _apart(one, other), (text, one.id, other.id)


def _apart(one: Actor, other: Actor) -> bool:
    first, second = sorted((one, other), key=lambda actor: actor.since)
    return bool(first.until) and bool(second.since) and first.until <= second.since


@pytest.mark.parametrize(
    ("day", "actor"), [("1998-05-01", None), ("2010-05-01", "person:ilham-aliyev"), (None, "person:ilham-aliyev")]
)
def test_a_surname_alone_is_nobodys_before_its_bearer_held_office(
    register: Register, day: str | None, actor: str | None
) -> None:
    found = register.named("Aliyev")
    alias = found.best(day) if found is not None else None
    assert (alias.actor.id if alias is not None else None) == actor


@pytest.mark.parametrize(
    ("country", "title", "day", "names"),
    [
        ("FRA", "foreign minister", "2001-09-11", ["Hubert Védrine"]),
        ("GBR", "foreign minister", "2003-03-20", ["Jack Straw"]),
        ("USA", "foreign minister", "2014-03-01", ["John Kerry"]),
        ("RUS", "defence minister", "2000-06-01", ["Igor Sergeyev"]),
        ("RUS", "prime minister", "2008-09-01", ["Vladimir Putin"]),
        ("ISR", "prime minister", "1998-01-01", ["Benjamin Netanyahu"]),
        ("KEN", "president", "1995-01-01", ["Daniel arap Moi"]),
        ("UKR", "foreign minister", "2014-03-15", ["Andriy Deshchytsia"]),
        ("JPN", "prime minister", "1850-01-01", []),
    ],
)
def test_who_held_an_office_on_a_day(register: Register, country: str, title: str, day: str, names: list[str]) -> None:
    assert [actor.name for actor in register.holders(country, title, day)] == names


@pytest.mark.parametrize(
    ("day", "code", "country", "sector"),
    [
        ("2012-05-01", "NOR", "NOR", "GOV"),
        ("2019-05-01", "NATO", None, "IGO"),
        ("2024-12-01", "NOR", "NOR", None),
    ],
)
def test_a_person_counts_for_whom_they_hold_office_on_the_day(
    register: Register, day: str, code: str, country: str | None, sector: str | None
) -> None:
    found = register.named("Jens Stoltenberg")
    alias = found.best(day) if found is not None else None
    assert alias is not None
    assert (alias.actor.code, alias.actor.country, alias.actor.sector) == (code, country, sector)


def test_a_minister_of_defence_is_of_the_military_while_in_office_alone(register: Register) -> None:
    found = register.named("Ehud Barak")
    assert found is not None
    sectors = []
    for day in ("2000-06-01", "2010-06-01", "2020-06-01"):
        alias = found.best(day)
        assert alias is not None
        sectors.append(alias.actor.sector)
    assert sectors == ["GOV", "MIL", None]


def test_a_users_own_file_may_hold_offices_and_wins(tmp_path: Path) -> None:
    own = tmp_path / "mine.tsv"
    own.write_text(
        "id\tkind\tname\tcountry\tsector\toffices\n"
        "person:mine\tperson\tJens Stoltenberg\tLVA\tEDU\trector, 2012/2020-06|chair, 2021/, IGO, EU\n",
        encoding="utf-8",
    )
    found = read_register(ACTORS, own).named("Jens Stoltenberg")
    assert found is not None
    held = [found.best(day) for day in ("2019-05-01", "2020-07-01", "2022-05-01")]
    assert [(a.actor.id, a.actor.code, a.actor.sector) for a in held if a is not None] == [
        ("person:mine", "LVA", "EDU"),
        ("person:mine", "LVA", None),
        ("person:mine", "EU", "IGO"),
    ]


@pytest.mark.parametrize(
    "offices", ["president", "president, 2001", "president, 2001-13x/", ", 2001/", "a, 2001/, government"]
)
def test_a_faulty_office_is_named_by_file_and_line(tmp_path: Path, offices: str) -> None:
    own = tmp_path / "mine.tsv"
    own.write_text(f"id\tkind\tname\toffices\nA\tperson\tMara Ozolina\t{offices}\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"mine\.tsv line 2: no office"):
        list(read_actors(own))


def test_offices_are_read_with_their_days_sector_and_body() -> None:
    first, second = read_offices("foreign minister, 2012-02/2016-03-31|envoy, 2017/, IGO, UN")
    assert (first.title, first.since, first.until, first.sector, first.body) == (
        "foreign minister", "2012-02", "2016-03-31", None, None)  # fmt: skip
    assert (second.sector, second.body) == ("IGO", "UN")
    assert [first.holds(day) for day in ("2012-01-31", "2012-02-01", "2016-03-31", "2016-04-01")] == [
        False,
        True,
        True,
        False,
    ]
    assert (first.holds(None), second.holds(None)) == (False, True)


@pytest.mark.parametrize(
    "word", ["17 November", "PST", "NDAA", "AIS", "CFE", "Liberation", "Stern", "Vox", "Toyota", "Fono"]
)
def test_dates_zones_and_things_are_no_actors(register: Register, word: str) -> None:
    assert register.named(word) is None


@pytest.mark.parametrize(("text", "actor"), [("The Australian government", None), ("Australian government", "AUS")])
def test_a_newspaper_is_not_found_in_front_of_a_government(register: Register, text: str, actor: str | None) -> None:
    found = register.match(text, 0)
    assert (found.aliases[0].actor.id if found is not None else None) == actor

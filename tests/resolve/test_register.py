"""The actor register: names in all their spellings, and a user's own entries."""

from __future__ import annotations

from pathlib import Path

import pytest

from whosays.errors import LexiconError
from whosays.resolve import World, load_world
from whosays.resolve.fold import fold, key
from whosays.resolve.register.register import read_actors, read_register

DATA = Path(__file__).parents[2] / "src/whosays/resolve/data"


@pytest.fixture(scope="module")
def world() -> World:
    return load_world()


@pytest.mark.parametrize(
    ("name", "actor", "sense"),
    [
        ("North Korea", "PRK", "name"),
        ("North Korean", "PRK", "adjective"),
        ("Pyongyang", "PRK", "capital"),
        ("the Kremlin", "RUS", "seat"),
        ("Kyiv", "UKR", "capital"),
        ("Kiev", "UKR", "capital"),
        ("US", "USA", "name"),
        ("U.S.", "USA", "name"),
        ("Côte d’Ivoire", "CIV", "name"),
        ("Cote d'Ivoire", "CIV", "name"),
        ("N’Djamena", "TCD", "capital"),
        ("Turkey", "TUR", "name"),
        ("Türkiye", "TUR", "name"),
        ("Georgia", "GEO", "name"),
        ("Chad", "TCD", "name"),
        ("United Nations", "UN", "name"),
        ("Rapid Support Forces", "RSF", "name"),
        ("Hizbullah", "HEZBOLLAH", "name"),
        ("ECOWAS", "ECOWAS", "name"),
    ],
)
def test_a_name_is_found_whatever_its_marks_and_apostrophes(world: World, name: str, actor: str, sense: str) -> None:
    found = world.register.named(name)
    assert found is not None
    assert any((alias.actor.id, alias.sense) == (actor, sense) for alias in found.aliases)


@pytest.mark.parametrize("word", ["us", "turkey", "may", "chad", "jordan", "polish", "who", "Georgias", "Maliana"])
def test_common_words_and_parts_of_words_are_no_actors(world: World, word: str) -> None:
    assert world.register.named(word) is None


def test_the_longest_name_wins(world: World) -> None:
    found = world.register.match(fold("South Sudan's army"), 0)
    assert found is not None
    assert (found.end, found.aliases[0].actor.id) == (len("South Sudan"), "SSD")


def test_a_users_own_entry_wins_over_ours(tmp_path: Path) -> None:
    own = tmp_path / "mine.tsv"
    own.write_text("id\tkind\tname\tcountry\tsector\naliases\n", encoding="utf-8")
    own.write_text(
        "id\tkind\tname\tcountry\taliases\nXXX\torganisation\tThe Kremlin Players\tGBR\tthe Kremlin\n", encoding="utf-8"
    )
    found = load_world(own).register.named("the Kremlin")
    assert found is not None
    assert found.best(None) is not None
    assert {alias.actor.id for alias in found.aliases} == {"XXX"}


def test_a_faulty_entry_is_named_by_file_and_line(tmp_path: Path) -> None:
    own = tmp_path / "mine.tsv"
    own.write_text("id\tkind\tname\nA\tplanet\tMars\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"mine\.tsv line 2"):
        list(read_actors(own))


def test_a_column_that_is_misspelt_is_named_with_those_that_there_are(tmp_path: Path) -> None:
    own = tmp_path / "mine.tsv"
    own.write_text("id\tkind\tname\talias\nA\tgroup\tOrder of Mars\tOM\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"no such column: alias; there are .*aliases"):
        list(read_actors(own))


def test_a_users_own_file_without_actors_is_no_file_of_actors(tmp_path: Path) -> None:
    own = tmp_path / "mine.tsv"
    own.write_text("id,kind,name\n", encoding="utf-8")
    with pytest.raises(LexiconError, match="parted by tabs"):
        read_register(DATA / "actors", own)


def test_every_file_of_the_register_reads_and_names_its_source() -> None:
    register = read_register(DATA / "actors")
    assert len(register.actors) > 1_000
    for path in DATA.rglob("*.tsv"):
        assert "licence" in path.read_text(encoding="utf-8").split("\n\n")[0].lower(), path


@pytest.mark.parametrize("text", ["Côte d’Ivoire", "Nausėda – Siliņa", "Øresund", "Łódź", "‘Ajmān", "한국", "Москва"])
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert key(text) == key(fold(text))

"""Sources, doers and places as a sentence names them: with the article and the preposition that they have."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from whosays.record.world import Entity, Place

MOST = 3  # names
ARTICLES = frozenset({"the", "a", "an"})
OWNERS = frozenset("its his her their our my".split())
PRONOUNS = frozenset("he she it they we i who which that him her them us".split())
UNIONS = re.compile(
    r"(?:United (?:States|Kingdom|Nations|Arab Emirates)|(?:European|African|Arab) (?:Union|League)|EU|UN|AU|Netherlands|Philippines|Maldives|"
    r"Comoros|Gambia|Bahamas|.* Islands|.*\bRepublic(?: of .*)?)$"
)
# What such a noun heads has "the" where nobody's name stands before it: "the Interior Ministry", "the Russian embassy in Riga".
HEADS = re.compile(
    r"(?:administration|agency|army|assembly|bureau|cabinet|chamber|coalition|command|commission|committee|council|court|"
    r"department|directorate|embassy|federation|force|forces|foundation|front|government|guard|guards|junta|league|mission|"
    r"military|militia|ministry|movement|navy|office|opposition|organi[sz]ation|parliament|party|presidency|secretariat|senate|service|"
    r"staff|treasury|tribunal|union)(?= (?:of|in|for|to|on|at|against)\b|$)",
    re.IGNORECASE,
)
OWNED = re.compile(r"['’]s? ")
NEARBY = frozenset({"near", "outside", "off", "around"})
ISLANDS = re.compile(r"\bislands?$|\batolls?$|\breefs?$|\bshoals?$", re.IGNORECASE)
LINES = re.compile(r"\b(?:road|highway|motorway|railway|river|border|coast|front|line)$", re.IGNORECASE)
WATERS = re.compile(r"\b(?:sea|ocean|strait|gulf|bay|channel)(?: of |$)", re.IGNORECASE)
BEHIND = re.compile(
    r",? (?:of|in|from|with|at|on|near|who|which|that|for|to|by)\b"
)  # what stands behind a phrase's own noun
PLURALS = frozenset("people men women children police troops personnel teachers".split())
MANY = re.compile(
    r"(?:some|several|many|most|all|both|two|three|four|five|six|seven|eight|nine|ten|dozens|\d\S*)\b", re.IGNORECASE
)


def names(sources: Iterable[Entity], among: Iterable[Entity] = ()) -> list[str]:
    """Each source once, at most three; one that is named with its article anywhere `among` others has it."""
    told: dict[str, str] = {}
    for source in among:
        if (name := with_article(source)) != source.name:
            told.setdefault(_key(source.name), name)
    named: dict[str, str] = {}
    for source in sources:
        named.setdefault(_key(source.name), told.get(_key(source.name)) or with_article(source))
    return list(named.values())[:MOST]


def _key(name: str) -> str:
    return name.replace(".", "").lower()


def with_article(source: Entity) -> str:
    """ "The army", "a local official", "the RSF": the report's own article where it gave one, else the one that the noun wants."""
    name = source.name
    article, _, rest = source.span.text.partition(" ")
    article = article.lower()
    if UNIONS.match(name):
        return f"the {name}"
    if source.kind == "state" or (source.kind == "person" and not name.rsplit(maxsplit=1)[-1].islower()):
        return name
    if article in ARTICLES and rest.lower().startswith(name.lower()) and not rest[len(name) : len(name) + 1].isalpha():
        return f"{article} {name}"
    if article == "the" and name.isupper() and name in _initials(rest):
        return f"the {name}"  # "the paramilitary Rapid Support Forces", the RSF
    return definite(name) if source.kind != "unnamed" else _somebody(name)


def definite(name: str) -> str:
    """A body that is known by a common noun with its article: "the NATO-led force", "the Interior Ministry", but "Mali's army", "Hamas"."""
    if UNIONS.match(name):
        return f"the {name}"
    own = OWNED.search(name) is not None
    head = HEADS.search(name)
    last = name.rsplit(maxsplit=1)[-1]
    many = MANY.match(name) or last in PLURALS or (head is None and name.endswith("s"))
    common = last.islower()
    return f"the {name}" if not own and not many and (common or head) else name


def _somebody(name: str) -> str:
    """ "A diplomat", "an officer at the camp": somebody unnamed, of whom nothing stands before the noun."""
    if name[:1].isupper() and " " not in name:
        return f"the {name}"  # "the Minister"
    noun = re.split(r" (?:of|in|at|from|with|close|on|for)\b", name, maxsplit=1)[0]
    told = OWNED.search(name) or MANY.match(name) or noun.endswith("s") or name[:1].isupper()
    return name if told else f"{'an' if name[:1] in 'aeiou' else 'a'} {name}"


def at_place(place: Place, before: str = "") -> str:
    """ "In Sama", "on Migingo Island", "on the Kidal road", "in the Strait of Hormuz"; "near Sama" where the report says so `before` it."""
    name = place.name
    if ISLANDS.search(name):
        return f"on {name if name[-1:] != 's' else definite_place(name)}"
    if LINES.search(name):
        return f"on {definite_place(name)}"
    if WATERS.search(name):
        return f"in {definite_place(name)}"
    word = before.rsplit(maxsplit=1)[-1].lower() if before.strip() else ""
    return f"{word if word in NEARBY else 'in'} {name}"


def definite_place(name: str) -> str:
    """The name with "the", where it has none."""
    return name if name.lower().startswith("the ") else f"the {name}"


def are_many(text: str) -> bool:
    """Whether a noun phrase is of more than one: "two men", "Malian soldiers", "people from two states", "Peru and Chile"."""
    noun = BEHIND.split(text, maxsplit=1)[0]
    last = noun.rsplit(maxsplit=1)[-1].lower()
    return (
        bool(MANY.match(noun))
        or " and " in noun
        or last in PLURALS
        or (last.endswith("s") and not last.endswith(("ss", "us", "is")))
    )


def _initials(words: str) -> str:
    return "".join(word[0] for word in words.split() if word[:1].isupper())


def listed(found: Sequence[str]) -> str:
    """ "A", "a and b", "a, b and c", each once."""
    unique = list(dict.fromkeys(found))
    if not unique:
        return ""
    return unique[0] if len(unique) == 1 else f"{', '.join(unique[:-1])} and {unique[-1]}"

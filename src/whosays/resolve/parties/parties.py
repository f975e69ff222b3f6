"""Who else took part, once all of a document's events are told: doers, sides, the other party, whom it befell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from whosays.record.coded import CodedEvent, Mention
from whosays.record.event import Event
from whosays.record.reading import Reading, Token
from whosays.resolve.parties.befallen import with_befallen
from whosays.resolve.parties.counterpart import complete
from whosays.resolve.parties.doers import with_doers
from whosays.resolve.parties.officials import with_officials
from whosays.resolve.parties.sides import with_sides
from whosays.resolve.parties.taken_back import taken_back
from whosays.resolve.whose.whose import PAPERS, WORDS
from whosays.resolve.world import World

ANYBODYS = frozenset({"report", "law", "document"})


def completed(
    reading: Reading,
    coded: Mapping[str, CodedEvent],
    events: Sequence[Event],
    settings: Mapping[str, str | None],
    world: World,
) -> tuple[Event, ...]:
    """The events with the parties that their own sentences do not tell; each says in `via` how it was found.

    `coded` are the events as coded and `settings` the states that their sentences are set in, by the events' ids.
    """
    closed = frozenset(item for item, event in coded.items() if any(map(_is_name, _heads(reading, event.recipient))))
    refusals = {item: event for item, event in coded.items() if event.category == "REJECT"}
    anothers = (item for item, event in refusals.items() if any(map(_is_said, _heads(reading, event.recipient))))
    done = with_doers(with_officials(taken_back(events), settings, world))
    done = with_sides(complete(done, world.state_name, closed, frozenset(anothers)))
    return with_befallen(done, settings, world.state_name)


def _heads(reading: Reading, mentions: Iterable[Mention]) -> list[Token]:
    return [reading.sentences[mention.sentence].tokens[mention.head] for mention in mentions]


def _is_name(head: Token) -> bool:
    """Whether a phrase's head is a name: "the Organisation", not "what the ministry called an outrage"."""
    return head.text[:1].isupper()


def _is_said(head: Token) -> bool:
    """Whether a phrase is what an opponent said or signed: "the charge", "the treaty"; reports are anybody's."""
    return head.lemma.lower() in (PAPERS | WORDS) - ANYBODYS

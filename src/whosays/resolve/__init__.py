"""Mentions to the world: who, where and when, each with how it was read, or empty with a reason.

The way of a phrase from its words to a party, in the order in which files may know of one another (a contract in
`pyproject.toml` keeps it so):

    register/  atlas/  calendar/  what is known: actors and nouns, places of a name, time expressions (`world` loads it once)
    phrases/                      the phrases of a document, and which of them speak of the same
    scene/                        its known names, where it is set, whose word it is
    participants                  those told of so far: every reader of a phrase asks them whom another word stands for
    whose/                        whose somebody is: by his words, else by what the text supposes
    actors/  places/  times/      who (`who.read` goes to those who know a phrase's kind), where, when
    resolver  weighed             what a mention stands for, and what else it may have stood for
    parties/                      who else took part, once all events are told
    pieces/  assemble             the record of the document
"""

from whosays.resolve.assemble import resolve
from whosays.resolve.weighed import Weigher, weigher
from whosays.resolve.world import World, load_world

__all__ = ["Weigher", "World", "load_world", "resolve", "weigher"]

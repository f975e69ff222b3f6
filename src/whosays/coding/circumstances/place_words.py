"""Words by which a sentence says where something was: prepositions, kinds of places, verbs of sending and leaving."""

from __future__ import annotations

WHERE = frozenset(
    """in at near off outside around inside across along over within throughout behind opposite beyond alongside through above
    below beside aboard""".split()
)
WHERE_FROM = frozenset({"on", "from", "to", "into", "toward", "towards", "above", "beside", "out"})
TOWARDS = frozenset({"to", "into", "toward", "towards", "for"})
NEARBY = ("near", "outside", "off")
SETTING = frozenset(
    {"plan", "schedule", "hold", "set", "expect", "due", "convene"}
)  # "talks planned for Sama", "a march held in Sama"
# What makes a thing that is named with its place and time: "an accord signed in Sama in 2019", "a raid carried out in May".
MAKING = frozenset(
    "sign reach conclude agree broker seal adopt announce launch stage conduct mount carry start begin impose declare".split()
)
# Of what is so sent on its way "from" says where it came from, and not where it struck.
SENT = frozenset(
    {"launch", "fire", "shoot", "lob", "hurl", "loose", "unleash", "mount", "attack", "raid", "bomb", "shell"}
)
# What is shut or opened is so where it is: "closed the crossing", "Sama reopened".
GATES = frozenset({"close", "shut", "seal", "open", "reopen", "blockade", "unblock"})
LEAVING = frozenset({"leave", "depart", "head", "sail"})  # "left for Sama"
ENTERING = frozenset({"enter", "reach", "leave", "quit", "cross", "vacate", "evacuate", "overrun", "storm"})
# What is had over a place and not at it.
QUARRELS = frozenset(
    """quarrel row dispute feud disagreement controversy crisis tension anger concern talk negotiation deal agreement odds
    loggerhead loggerheads standoff stand-off claim sovereignty""".split()
)
WAYS = frozenset({"road", "highway", "motorway", "route", "railway", "track", "path", "corridor"})
# "The city of", "the north of", "the coast of": what follows is where.
PARTS = frozenset(
    """city town village region province district county state port area suburb outskirts north south east west northeast
    northwest southeast southwest centre center coast capital island islands border camp airport waters territory strait
    gulf republic oblast governorate quarter neighbourhood neighborhood street edge side front part gate heart rest kilometre
    mile kilometer shore bank vicinity hamlet settlement base valley mountain isle peninsula sea monastery crossing checkpoint
    checkpost airspace refinery barracks shoal reef atoll oasis mine dam""".split()
)
KINDS = frozenset(
    {"region", "oblast", "province", "district", "county", "state", "governorate", "island", "islands", "strait", "sea"}
)

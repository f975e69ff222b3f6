"""Whether two names may be of the same: what is left of them when their endings go."""

from __future__ import annotations

import re

WORD = re.compile(r"\w[\w'’-]*")
FUNCTION = frozenset(
    "ministry government foreign defence defense president minister official officials spokesman spokeswoman army "
    "forces state states united nations republic north south the mission embassy department secretary".split()
)


def stems(text: str) -> frozenset[str]:
    """What is left of a name when its endings go: "Algerian" and "Algeria" share "alger"; acronyms stay whole."""
    words = (word.removesuffix("'s").removesuffix("’s") for word in WORD.findall(text) if word[0].isupper())
    return frozenset(
        word if word.isupper() else word.lower()[:5] for word in words if len(word) > 2 and word.lower() not in FUNCTION
    )

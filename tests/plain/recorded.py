"""Plain news and what is recorded of it, side by side, in one file that is reviewed as a diff.

    python tests/plain/recorded.py

writes under each text of `news.txt` what the code as it stands records of it. Look at `git diff tests/plain`: every line
that changed is a coding change, and belongs under that heading in the changelog. The texts are constructed.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from whosays import coding, pipeline, resolve
from whosays.config import Settings
from whosays.pipeline import Tools
from whosays.record.document import Document
from whosays.record.event import Event, Number
from whosays.record.world import Entity

NEWS = Path(__file__).with_name("news.txt")
DAY = "2025-06-10"  # a Tuesday, on which all of them are published
INDENT = "    "


def texts(written: str) -> Iterator[str]:
    """The texts of the file, without what is recorded and without remarks."""
    for line in written.splitlines():
        if line and not line.startswith(("#", INDENT)):
            yield line


def rewritten(written: str, tools: Tools) -> str:
    """The file with what is recorded now under each text; its order, remarks and empty lines stay."""
    lines = []
    for line in written.splitlines():
        if not line.startswith(INDENT):
            lines.append(line)
        if line and not line.startswith(("#", INDENT)):
            lines += [INDENT + row for row in recorded(line, tools)]
    return "\n".join(lines) + "\n"


def recorded(text: str, tools: Tools) -> list[str]:
    """What is recorded of one text: a line for each event and tie."""
    document = Document.plain(text, day=DAY)
    (reading,) = tools.reader.read([document])
    reading = coding.prepare(reading, tools.lexicon)
    record = resolve.resolve(reading, coding.code(reading, tools.lexicon), tools.world)
    ties = (f"tie {one.type}: {_who(one.giver)} → {_who(one.receiver)}" for one in record.relations)
    return [*map(_event, record.events), *ties] or ["nothing"]


def _event(event: Event) -> str:
    kind = f"{event.category}/{event.mode}" if event.mode else event.category
    parties = f"{', '.join(map(_who, event.actor)) or '?'} → {', '.join(map(_who, event.recipient)) or '?'}"
    more = [
        f"at {event.place.name} [{event.place.country or '?'}]" if event.place is not None else "",
        f"on {event.time.value}" if event.time is not None else "",
        *(map(_number, event.numbers)),
        " and ".join(one.value for one in event.status),
        *(f"{one.source.name} {one.value}" for one in event.stances if one.source is not None),
    ]
    return "; ".join(filter(None, (f"{kind} “{event.trigger.text}”: {parties}", *more)))


def _who(one: Entity) -> str:
    return f"{one.name} [{one.code}]" if one.code is not None else one.name


def _number(number: Number) -> str:
    low, high = (None if bound is None else f"{bound:g}" for bound in (number.low, number.high))
    if low == high:
        return f"{number.role} {low}"
    return f"{number.role} {low or ''}..{high or ''}"


if __name__ == "__main__":
    NEWS.write_text(rewritten(NEWS.read_text(encoding="utf-8"), pipeline.load_tools(Settings())), encoding="utf-8")

"""A sentence for an incident, in the words of the mention that leads: it never says more than the record, and hedges as it does."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from whosays.lexicon.pasts import is_participle, past_of
from whosays.link.denials import denies
from whosays.link.parties import PRONOUNS, are_many, at_place, definite, listed, names, with_article
from whosays.record.event import SPEECH, Event
from whosays.record.span import Span
from whosays.record.world import Entity, codes_of

LONGEST = 150  # characters of a clause
UNFINISHED = frozenset(
    "a an the and or of in on at by to for from with near as that which who its his her their two three four five six seven eight nine ten other".split()
)  # words after which nothing may be cut
LONGEST_OWNER = 2  # words; "the human rights ministry in Aden's" reads badly
FEWEST = 3  # words; fewer ("Colombia answered") tell nothing
LOOSE = frozenset(
    "what which who whose whom where when why how that".split()
)  # at a stretch's end: its clause is elsewhere
SMALL = frozenset("the a an this these those some many several all no two three its his her their".split())
STOPPED = re.compile(r"[.,;:]+(['’”\"]?)$")  # the sentence's end inside a quotation's
POSSESSIVES = frozenset("its his her their our my both one two".split())
THEIRS = frozenset("its his her their".split())
NOT = re.compile(r"\b(?:not|no|never|nobody|neither|nor)\b|n[’']t\b", re.IGNORECASE)
OWN = {"state": "its", "organisation": "its", "armed_group": "its", "group": "their"}  # who tells of himself, by kind
MEANT = re.compile(r"(\w+) → ([^,(]+)")  # `via` of whoever is told of by a possessive, where nothing else was likely
MODAL = re.compile(r"(?:could|may|might|would|should|must|can)\b")
HAVING = re.compile(r"^((?:(?!\bhad\b).)*?)\bhaving (?=\w)")  # "Peru having armed them": a headline has a finite verb
BE = re.compile(r"\b(?:am|is|are|was|were|be|been)\b|['’](?:s|re)\b", re.IGNORECASE)
PARTISAN = re.compile(
    r"\b(?:so-called|regimes?|aggression|aggressors?|terrorists?|martyr(?:s|ed)|enemy|enemies|puppets?|occupiers|thugs|bandits|"
    r"criminals?|traitors?|heroes|heroic|brotherly|fraternal|cowardly|barbaric|our|we)\b",
    re.IGNORECASE,
)
PAIRS = (("“", "”"), ("(", ")"), ('"', '"'))
OPENED = re.compile(r"(?<!\S)(['‘])(?=\w)")  # a single mark before a word opens; behind one it may be an apostrophe
ENDED = re.compile(r"(?<=[\w.,!?])['’](?=\W|$)")
CLOSING = {"'": "'", "‘": "’"}
AMONG = re.compile(r"including\b")
EDGE = re.compile(r"[,;:—“”\"()]|\s[-–]\s")
SAYING = re.compile(r"\b(?:said|says|saying|added|told [\w ]{2,30}?) (?:that )?", re.IGNORECASE)


def headline(lead: Event, group: Sequence[Event]) -> str:
    """The sentence: what is said, by whom, who denies it, who has not spoken."""
    lead = _teller(lead, group)
    text = _told(lead)
    sentence = f"{text[0].upper()}{text[1:]}{_where(lead, text)}" if text else f"“{_quoted(lead)}”"
    statuses = {status.value for status in lead.status}
    if text and statuses & {"future", "conditional"}:
        sentence += " (announced or expected)" if "future" in statuses else " (conditional)"
    of_this = [one for one in group if _agrees(one, lead)]
    everybody = [one.source for event in group for one in event.stances if one.source]
    said = names(_sayers(of_this), everybody)
    if _is_denial(lead, text or sentence):  # "no shell was fired, according to the army"
        said = names((one.source for one in lead.stances if one.value.endswith("-") and one.source), everybody)
    author = next((one.value for one in lead.stances if one.source is None), "Uu")
    if said and author != "CT+":
        kinds = {name: one.kind for one in everybody for name in names([one], everybody)}
        whose = OWN.get(kinds.get(said[0], "")) if len(said) == 1 and text and _opens_with(sentence, said[0]) else None
        sentence += f", by {whose} own account" if whose else f", according to {listed(said)}"
    tails = []
    behind = {one.source.party for one in lead.stances if one.source is not None and one.value.endswith("+")}
    denied = [name for name in names(_deniers(of_this, behind), everybody) if name not in said]
    if denied:
        tails.append(f"denied by {listed(denied)}")
    spoke = {*said, *denied}  # who was silent at first and has spoken since is silent no longer
    quiet = [name for name in names(_silent(of_this), everybody) if name not in spoke]
    if quiet:
        tails.append(f"no word from {listed(quiet)}")
    return "; ".join([sentence, *tails])


def _opens_with(sentence: str, name: str) -> bool:
    """Whether who says it is who does it: "the army had fired", says the army; not "the army's men"."""
    bare = re.escape(name.removeprefix("the "))
    return re.match(rf"(?:the )?{bare}(?!['’\w]| and\b)", sentence, re.IGNORECASE) is not None


def _is_denial(lead: Event, text: str) -> bool:
    """Whether what is told is that it was not so, in the words of those who say that."""
    return NOT.search(text) is not None and any(one.value.endswith("-") and one.source for one in lead.stances)


def _agrees(one: Event, told: Event) -> bool:
    """Whether who stands behind a mention stands behind what is told: no other doer, nobody else it is done to, no other means."""
    if _are_others(one.actor, told.actor):
        return False
    denies = any(stance.value.endswith("-") for stance in one.stances)  # a denial tells less of what it denies
    return denies or (
        not _are_others(one.recipient, told.recipient) and (not one.mode or one.mode == (told.mode or one.mode))
    )


def _are_others(mine: Sequence[Entity], theirs: Sequence[Entity]) -> bool:
    """Whether both are known, and nobody is of both."""
    return bool(codes_of(mine) and codes_of(theirs)) and not codes_of(mine) & codes_of(theirs)


def _teller(lead: Event, group: Sequence[Event]) -> Event:
    """The mention that tells it best: the one that leads, unless another like it needs no pronoun, or has its own verb where that has none."""
    loose = _is_loose(lead)
    like = (one for one in group if (one.category, one.status) == (lead.category, lead.status) and one.clause)
    known = (one for one in like if loose or (one.mode == lead.mode and (one.actor or not lead.actor)))
    return min((lead, *known), key=lambda one: (_leans(one), _is_loose(one), not _is_finite(one), _takes_sides(one)))


def _takes_sides(event: Event) -> bool:
    """Whether the clause is in the words of a party ("the so-called police", "aggression"), where another may tell it plainly."""
    return any(PARTISAN.search(piece.text) for piece in event.clause)


def _is_loose(event: Event) -> int:
    """How far a deed that is a noun is from a clause of its own: "a strike hit Sama" 0, "strike near Sama" 1, "Peru condemned the strike" 2."""
    if ".n" not in (event.why.rule or "") or not event.clause:
        return 0
    if len(event.clause) == 1:
        return 1
    first, *rest = event.clause
    verb = event.trigger.text.split()[0]
    if event.trigger.start < first.end:
        return 2 if MODAL.match(rest[0].text) else 0
    return 0 if any(piece.text.startswith(verb) for piece in rest) else 2  # "imposed sanctions" has its verb


def _leans(event: Event) -> bool:
    """Whether the clause begins with a pronoun that nobody is known to be meant by, or with somebody's; or says that it was not so."""
    if not event.clause or any(NOT.search(piece.text) for piece in event.clause):
        return True
    return _named(event.clause[0], event).split(" ")[0].lower() in PRONOUNS | POSSESSIVES


def _is_finite(event: Event) -> bool:
    """Whether the clause is more than a participle or an infinitive: "Peru freed nine men", not "Peru freeing nine men"."""
    verb = event.trigger.text.split()[0]
    before, _, after = " ".join(piece.text for piece in event.clause).partition(event.trigger.text)
    if after.startswith(" by ") and not BE.search(before):
        return False  # "the men seized by Peru"
    return bool(BE.search(before)) if verb.endswith("ing") else not before.endswith("to ")


def _told(event: Event) -> str | None:
    """The clause that tells the event, in the report's own words: "Ukrainian forces captured two soldiers".

    Whoever stands there as a pronoun is named where it is known who is meant. None where too little would be said.
    """
    pieces = [_named(piece, event) for piece in event.clause]
    joined = "".join(
        f"{',' if AMONG.match(piece) else ''} {piece}" for piece in (*_doer(event), *_with_verb(event, pieces))
    )
    told = _closed(HAVING.sub(r"\1had ", joined.strip()))
    told = STOPPED.sub(r"\1", told).removeprefix("any ")  # "denied that any herders were hit" tells of herders
    words = told.split()
    loose = any(piece.text.split()[-1].lower() in LOOSE for piece in event.clause) or words[:1] == ["to"]
    return None if loose or len(words) < FEWEST else _cut(words)


def _with_verb(event: Event, pieces: list[str]) -> list[str]:
    """The pieces with a finite verb where they have a participle alone: "an envoy was sent to Riga", "Peru freed nine men"."""
    if len(pieces) < 2:
        return pieces
    before, (verb, gap, rest) = pieces[:-1], pieces[-1].partition(" ")
    if event.clause[-1].start != event.trigger.start or BE.search(" ".join(before)):
        return pieces
    if verb.endswith("ing") and any(one.value[:2] in ("CT", "PR") for one in event.stances):
        return [*before, f"{past_of(verb)}{gap}{rest}"]
    by = event.clause[-1].start + len(verb) + len(" by ")
    done = rest.startswith("by ") and any(by <= one.span.start < event.clause[-1].end for one in event.actor)
    if not done or not is_participle(verb):
        return pieces
    first = next((one for one in event.recipient if one.span.start == event.clause[0].start), None)
    many = are_many(before[0]) if first is None or first.kind == "unnamed" else first.kind == "group"
    return [*before, f"{'were' if many else 'was'} {verb.lower()}{gap}{rest}"]


def _closed(told: str) -> str:
    """The words with their brackets and quotation marks in pairs: one that is left open is closed, one that only closes is left out."""
    for opening, closing in PAIRS:
        opened, ended = told.count(opening), told.count(closing)
        if opening == closing:
            last = told.rfind(closing)
            opens = last >= 0 and (last == 0 or told[last - 1] == " ") and last < len(told) - 1
            if opened % 2:
                told = told + closing if opens else told[:last] + told[last + 1 :]
        elif opened > ended:
            told += closing
        elif ended > opened:
            told = told.replace(opening, "").replace(closing, "")
    single = OPENED.search(told)
    return f"{told}{CLOSING[single[1]]}" if single and not ENDED.search(told, single.end()) else told


def _named(piece: Span, event: Event) -> str:
    """The words, or the name of the participant whose pronoun they are; no capital that only begins the sentence."""
    first, _, rest = piece.text.partition(" ")
    if rest and first.lower() in THEIRS:
        return f"{_owner(piece, event) or first} {rest}"
    if piece.text.lower() not in PRONOUNS:
        text = _with_names(piece, event)
        moved = piece.start == event.sentence.start and piece != event.clause[0]
        small = moved and piece.text.split(" ")[0].lower() in SMALL
        return f"{text[0].lower()}{text[1:]}" if small else text
    meant = [
        with_article(one)
        for one in (*event.actor, *event.recipient)
        if (one.span.start, one.span.end) == (piece.start, piece.end)
    ]
    return listed(meant) or piece.text


def _with_names(piece: Span, event: Event) -> str:
    """The words with the name of whoever stands in them as "him", or for the state that is "it": "a court sentenced Ana Salas"."""
    text = piece.text
    for one in sorted(event.recipient, key=lambda one: -one.span.start):
        at, end = one.span.start - piece.start, one.span.end - piece.start
        meant = {"him": "person", "it": "state"}.get(one.span.text.lower())
        named = one.kind == meant and one.name[:1].isupper() and one.name not in text
        if named and at > 0 and piece.text[at:end] == one.span.text:
            text = f"{text[:at]}{one.name}{text[end:]}"
    return text


def _owner(piece: Span, event: Event) -> str | None:
    """Whose somebody is, where the words begin with a possessive that is known: "Kenya's" for "its"."""
    parties = (one for one in (*event.actor, *event.recipient) if one.span.start == piece.start)
    found = (MEANT.fullmatch(one.via or "") for one in parties)
    names = (one[2] for one in found if one and piece.text.lower().startswith(f"{one[1].lower()} "))
    short = next((name for name in names if len(name.split()) <= LONGEST_OWNER), None)
    if short is None:
        return None
    return definite(short) + ("'" if short.endswith("s") else "'s")


def _doer(event: Event) -> list[str]:
    """Who does what "freeing nine men" or "to free nine men" leaves without a subject."""
    if not event.clause or not event.actor or event.clause[0].start > event.trigger.start:
        return []
    first = event.clause[0].text.split(" ")[0]
    bare = event.clause[0].end > event.trigger.start and (first == "to" or first.endswith("ing"))
    told = " ".join(piece.text for piece in event.clause)
    return [listed([one.name for one in event.actor])] if bare and event.actor[0].span.text not in told else []


def _where(event: Event, text: str) -> str:
    """Where it was, where the clause does not say; of words only what they are about was somewhere."""
    if event.place is None or event.category in SPEECH or ".v" not in (event.why.rule or ""):
        return ""
    told = event.place.name in text or event.place.span.text in text
    before = event.sentence.text[: max(0, event.place.span.start - event.sentence.start)]
    return "" if told else f" {at_place(event.place, before)}"


def _quoted(event: Event) -> str:
    """The report's own words from one mark of punctuation to the next around what makes the event."""
    sentence = event.sentence
    inside = [one.span for one in (*event.actor, *event.recipient) if _near(one.span, event)]
    first = min([event.trigger.start, *(span.start for span in inside)]) - sentence.start
    last = max([event.trigger.end, *(span.end for span in inside)]) - sentence.start
    edges = [edge.end() for pattern in (EDGE, SAYING) for edge in pattern.finditer(sentence.text, 0, first)]
    left = max(edges, default=0)
    right = next((edge.start() for edge in EDGE.finditer(sentence.text, last)), len(sentence.text))
    return _cut(re.sub('[“”"]', "", sentence.text[left:right]).strip(" .").split(" "))


def _cut(words: list[str]) -> str:
    """The words, cut where they become too long for a headline."""
    if len(" ".join(words)) <= LONGEST:
        return " ".join(words)
    kept = list(words)
    while len(" ".join(kept)) > LONGEST or kept[-1].lower() in UNFINISHED:
        kept.pop()
    return _closed(" ".join(kept).rstrip(",;:") + " …")


def _near(span: Span, event: Event) -> bool:
    """Whether a participant stands in the trigger's sentence, at most a clause away."""
    inside = event.sentence.start <= span.start and span.end <= event.sentence.end
    return inside and min(abs(span.end - event.trigger.start), abs(span.start - event.trigger.end)) <= 60


def _sayers(group: Sequence[Event]) -> list[Entity]:
    """Who stands behind the claim."""
    return [one.source for event in group for one in event.stances if one.value.endswith("+") and one.source]


def _deniers(group: Sequence[Event], behind: Set[str]) -> list[Entity]:
    """Who denies it, but for the sides that are behind what is told: they deny another part of it."""
    stances = (one for event in group for one in event.stances if denies(one, event))
    return [one.source for one in stances if one.source is not None and one.source.party not in behind]


def _silent(group: Sequence[Event]) -> list[Entity]:
    return [one.source for event in group for one in event.stances if one.value in {"NC", "SILENT"} and one.source]

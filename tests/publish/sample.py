"""A constructed record for the tests: states and places are real; outlets, persons and happenings are invented."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field, fields, is_dataclass, replace
from typing import Any

from whosays.record.document import Document, Failure, Published
from whosays.record.event import Attribution, Event, Missing, Number, Stance, StanceValue, Status, StatusName, Why
from whosays.record.incident import Claim, Contradiction, Expectation, Incident, Reaction, Relation, Unknown
from whosays.record.span import Span
from whosays.record.whole import Record
from whosays.record.world import Entity, EntityKind, Place, Precision, Time

CAPTURE = (
    "Ecuadorian troops captured two Peruvian border guards near the Cenepa River on Tuesday, Defence Minister Rocío "
    "Balmaseda said. “They were four kilometres inside our territory,” she told reporters in Quito.\n\n"
    "Peru has yet to comment on the capture. Colombia condemned it as “a dangerous step”.\n\n"
    "The two countries fought a war over the same valley in 1995. The names of the two men have not been released."
)
WIRE = (
    "Ecuador captured three Peruvian guards on Tuesday, a Peruvian army officer said, asking not to be named. The men "
    "may have been taken to Loja, according to residents of Gualaquiza.\n\n"
    "The Organization of American States urged both governments to show restraint. Brazil declined to comment."
)
DENIAL = (
    "Peru's foreign ministry denied on Thursday that Ecuador had captured any of its guards. “Our men lost their way "
    "in fog,” spokesman Anselmo Quispe-Harker said.\n\n"
    "Peru recalled its ambassador from Quito. If the men are not returned, Lima will send 150 soldiers to Cajamarca, "
    "the ministry said. It repeated that Ecuador has armed village militias in the valley."
)
EXPLAINER = (
    "The valley is small and the grievance is old. The United States supplied radars to Ecuador under an agreement of "
    "2019. Chile and Argentina, guarantors of the peace, have said nothing.\n\n"
    "The foreign ministers are expected to meet in Montevideo on March 20. Where the two guards are being held is not "
    "known."
)
RELEASE = (
    "Ecuador released the two Peruvian guards on Friday, the Red Cross said. The foreign ministers of Ecuador and Peru "
    "met in Montevideo on Thursday.\n\n"
    "A Peruvian patrol probably fired on an Ecuadorian post on March 16, an observer said."
)


def digest(*parts: object) -> str:
    """A stable id for the sample."""
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]


def make_document(name: str, publisher: str, title: str, published: str, text: str) -> Document:
    """A document as extracting would leave it."""
    return Document(
        id=digest("document", name, text),
        path=f"reports/{name}.html",
        url=f"https://{name}.example/news/cenepa",
        publisher=publisher,
        title=title,
        byline=None,
        published=Published(value=published, source="json-ld"),
        language="en",
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        text=text,
    )


def span(document: Document, quote: str, inside: Span | None = None) -> Span:
    """The quote's place in the document, or in a stretch of it."""
    start = document.text.index(quote, inside.start if inside else 0)
    return Span(document=document.id, start=start, end=start + len(quote), text=quote)


def sentences(document: Document) -> tuple[Span, ...]:
    """Sentences of the sample's simple texts."""
    found = re.finditer(r"\S.*?(?:[.!?](?:,?”)?(?=\s[A-Z“]|\n|$)|$)", document.text, re.MULTILINE)
    return tuple(Span(document=document.id, start=m.start(), end=m.end(), text=m[0]) for m in found)


@dataclass
class Maker:
    """Events of one document, found by quote."""

    document: Document
    events: list[Event] = field(default_factory=list)
    attributions: list[Attribution] = field(default_factory=list)

    def sentence(self, quote: str) -> Span:
        at = self.document.text.index(quote)
        return next(s for s in sentences(self.document) if s.start <= at < s.end)

    def entity(
        self, quote: str, name: str, kind: EntityKind = "state", country: str | None = None, within: str | None = None
    ) -> Entity:
        where = span(self.document, quote, self.sentence(within) if within else None)
        ident = country if kind == "state" else None if kind == "unnamed" else name
        code = country or (name if kind == "organisation" else None)
        return Entity(span=where, name=name, kind=kind, country=country, id=ident, code=code)

    def place(
        self, quote: str, where: tuple[str, str | None, float, float], precision: Precision, within: str | None = None
    ) -> Place:
        name, country, lat, lon = where
        inside = self.sentence(within) if within else None
        return Place(
            span=span(self.document, quote, inside),
            name=name,
            country=country,
            admin1=None,
            lat=lat,
            lon=lon,
            precision=precision,
        )

    def time(self, quote: str, value: str, end: str | None = None, within: str | None = None) -> Time:
        year = re.fullmatch(r"\d{4}", value)
        start, stop = (f"{value}-01-01", f"{value}-12-31") if year else (value, end or value)
        inside = self.sentence(within) if within else None
        return Time(
            span=span(self.document, quote, inside),
            value=f"{value}/{end}" if end else value,
            start=start,
            end=stop,
            granularity="year" if year else "day",
            basis="relative_to_publication" if quote.endswith("day") else "stated",
        )

    def stance(self, source: Entity | None, value: StanceValue, cue: str | None, as_of: Time | None = None) -> Stance:
        if cue is None:
            return Stance(source=source, value=value, evidence=(), as_of=as_of)
        inside = next(s for s in sentences(self.document) if source is None or s.end > source.span.start)
        where = span(self.document, cue, inside if source else None)
        attribution = Attribution(
            id=digest("attribution", self.document.id, where.start, source.name if source else ""),
            document=self.document.id,
            source=source,
            cue=where,
            content=(),
            quote="indirect",
            kind="statement",
        )
        if attribution not in self.attributions:
            self.attributions.append(attribution)
        return Stance(source=source, value=value, evidence=(where,), attribution=attribution.id, as_of=as_of)

    def event(
        self,
        trigger: str,
        code: str,
        *,
        within: str | None = None,
        actor: tuple[Entity, ...] = (),
        recipient: tuple[Entity, ...] = (),
        place: Place | None = None,
        time: Time | None = None,
        numbers: tuple[tuple[str, str, float | None, float | None], ...] = (),
        status: tuple[tuple[StatusName, str], ...] = (),
        stances: tuple[Stance, ...] = (),
        about: tuple[str, ...] = (),
        author: StanceValue = "Uu",
    ) -> Event:
        category, _, mode = code.partition("/")
        inside = self.sentence(within or trigger)
        fields = {"actor": actor, "recipient": recipient, "place": place, "time": time}
        made = Event(
            id=digest("event", self.document.id, trigger, within),
            document=self.document.id,
            sentence=inside,
            trigger=span(self.document, trigger, inside),
            category=category,
            mode=mode or None,
            contexts=(),
            cameo=None,
            quad={"ASSAULT": 4, "COERCE": 4, "AID": 2, "AGREE": 1, "CONSULT": 1, "RETREAT": 2}.get(category, 3),
            score=None,
            actor=actor,
            recipient=recipient,
            place=place,
            time=time,
            numbers=tuple(
                Number(role=role, low=low, high=high, unit=None, span=span(self.document, words, inside))
                for words, role, low, high in numbers
            ),
            status=tuple(Status(value=name, evidence=span(self.document, words, inside)) for name, words in status),
            stances=(Stance(source=None, value=author, evidence=()), *stances),
            about=about,
            why=Why(rule=f"{trigger}.verb.1", note=trigger),
            missing=tuple(Missing(field=name, reason="not_stated") for name, value in fields.items() if not value),
        )
        self.events.append(made)
        return made


CENEPA = ("Cenepa River", "PER", -3.75, -78.25)
ECU, PER, COL = ("Ecuador", "ECU"), ("Peru", "PER"), ("Colombia", "COL")


def make_sample() -> Record:  # noqa: PLR0915 - a long list of facts reads best in one piece
    """Six reports, one of them a copy, about a capture at a border that never happened."""
    d1 = make_document("andes", "El Faro Andino", "Two guards captured at the Cenepa", "2025-03-12T08:00:00Z", CAPTURE)
    d2 = make_document("meridian", "Meridian Press", "Ecuador takes three guards", "2025-03-12", WIRE)
    d3 = make_document(
        "coast",
        "Coastal Chronicle",
        "Three guards taken, officer says",
        "2025-03-13",
        WIRE + "\n\nReporting by Meridian Press.",
    )
    d4 = make_document("courier", "Lima Courier", "Lima denies capture", "2025-03-13T19:30:00-05:00", DENIAL)
    d5 = make_document("review", "Hemisphere Review", "A small valley", "2025-03-15", EXPLAINER)
    d6 = make_document("meridian2", "Meridian Press", "Guards go home", "2025-03-21", RELEASE)
    d1 = replace(d1, origin="El Faro Andino", byline="Iluminada Roca-Staal")
    d2, d6 = (replace(d, origin="Meridian Press", wire="Meridian Press") for d in (d2, d6))
    d3 = replace(d3, origin="Meridian Press", copy_of=d2.id)
    d4, d5 = replace(d4, origin="Lima Courier"), replace(d5, origin="Hemisphere Review", published=None)
    m1, m2, m3, m4, m5, m6 = (Maker(d) for d in (d1, d2, d3, d4, d5, d6))

    minister = m1.entity("Defence Minister Rocío Balmaseda", "Rocío Balmaseda", "person", "ECU")
    silent = m1.entity("Peru", *PER[:1], country="PER", within="has yet")
    c1 = m1.event(
        "captured",
        "ASSAULT/abduct",
        actor=(m1.entity("Ecuadorian troops", "Armed forces of Ecuador", "armed_group", "ECU"),),
        recipient=(m1.entity("two Peruvian border guards", "Peruvian border guards", "group", "PER"),),
        place=m1.place("Cenepa River", CENEPA, "near"),
        time=m1.time("Tuesday", "2025-03-11"),
        numbers=(("two", "captured", 2, 2),),
        stances=(m1.stance(minister, "CT+", "said"), m1.stance(silent, "SILENT", "has yet to comment")),
    )
    m1.event("capture", "ASSAULT/abduct", within="has yet", stances=(m1.stance(silent, "SILENT", "has yet"),))
    colombia = m1.entity("Colombia", "Colombia", country="COL")
    condemn = m1.event(
        "condemned",
        "ACCUSE/disapprove",
        actor=(colombia,),
        author="CT+",
        about=(c1.id,),
        stances=(m1.stance(colombia, "CT+", "condemned"),),
    )
    war = m1.event(
        "fought",
        "ASSAULT",
        actor=(m1.entity("The two countries", "Ecuador", country="ECU"),),
        recipient=(m1.entity("The two countries", "Peru", country="PER"),),
        time=m1.time("1995", "1995"),
        status=(("historical", "1995"),),
        author="CT+",
    )

    pairs: list[tuple[Event, Event, Event]] = []
    for m in (m2, m3):
        officer = m.entity("a Peruvian army officer", "a Peruvian army officer", "unnamed")
        c2 = m.event(
            "captured",
            "ASSAULT/abduct",
            actor=(m.entity("Ecuador", "Ecuador", country="ECU"),),
            recipient=(m.entity("three Peruvian guards", "Peruvian guards", "group", "PER"),),
            time=m.time("Tuesday", "2025-03-11"),
            numbers=(("three", "captured", 3, 3),),
            stances=(m.stance(officer, "CT+", "said"),),
        )
        residents = m.entity("residents of Gualaquiza", "residents of Gualaquiza", "unnamed")
        taken = m.event(
            "taken",
            "COERCE",
            recipient=(m.entity("The men", "Peruvian guards", "group", "PER"),),
            place=m.place("Loja", ("Loja", "ECU", -3.99, -79.2), "exact"),
            stances=(m.stance(residents, "PS+", "according to"),) if m is m2 else (),
        )
        oas = m.entity("The Organization of American States", "OAS", "organisation")
        urged = m.event("urged", "REQUEST", actor=(oas,), author="CT+", stances=(m.stance(oas, "CT+", "urged"),))
        pairs.append((c2, taken, urged))
    brazil = m2.entity("Brazil", "Brazil", country="BRA")
    (c2, taken, urged), (c3, taken3, urged3) = pairs
    c2 = m2.events[0] = replace(c2, stances=(*c2.stances, m2.stance(brazil, "NC", "declined to comment")))

    ministry = m4.entity("Peru's foreign ministry", "Foreign Ministry of Peru", "organisation", "PER")
    ecuador4 = m4.entity("Ecuador", "Ecuador", country="ECU")
    c4 = m4.event(
        "captured",
        "ASSAULT/abduct",
        actor=(ecuador4,),
        recipient=(m4.entity("its guards", "Peruvian guards", "group", "PER"),),
        stances=(m4.stance(ministry, "CT-", "denied"),),
    )
    denied = m4.event(
        "denied",
        "REJECT",
        actor=(ministry,),
        recipient=(ecuador4,),
        time=m4.time("Thursday", "2025-03-13"),
        author="CT+",
        about=(c4.id,),
    )
    recalled = m4.event(
        "recalled",
        "COERCE/restrict",
        actor=(m4.entity("Peru", "Peru", country="PER", within="recalled"),),
        recipient=(ecuador4,),
        place=m4.place("Quito", ("Quito", "ECU", -0.22, -78.51), "exact"),
        author="CT+",
    )
    speaker4 = m4.entity("the ministry", "Foreign Ministry of Peru", "organisation", "PER", within="send")
    send = m4.event(
        "send",
        "MOBILIZE/troops",
        actor=(m4.entity("Lima", "Peru", country="PER"),),
        place=m4.place("Cajamarca", ("Cajamarca", "PER", -6.25, -78.83), "admin1"),
        numbers=(("150", "deployed", 150, 150),),
        status=(("conditional", "If"), ("future", "will")),
        stances=(m4.stance(speaker4, "PS+", "said"),),
    )
    armed = m4.event(
        "armed",
        "AID",
        actor=(m4.entity("Ecuador", "Ecuador", country="ECU", within="armed"),),
        recipient=(m4.entity("village militias", "village militias", "unnamed"),),
        stances=(m4.stance(m4.entity("It", "Foreign Ministry of Peru", "organisation", "PER"), "CT+", "repeated"),),
    )

    usa = m5.entity("The United States", "United States", country="USA")
    ecuador5 = m5.entity("Ecuador", "Ecuador", country="ECU")
    radars = m5.event(
        "supplied",
        "AID",
        actor=(usa,),
        recipient=(ecuador5,),
        time=m5.time("2019", "2019"),
        status=(("historical", "2019"),),
        author="CT+",
    )
    meet = m5.event(
        "meet",
        "CONSULT/visit",
        actor=(m5.entity("The foreign ministers", "foreign ministers", "unnamed"),),
        place=m5.place("Montevideo", ("Montevideo", "URY", -34.9, -56.19), "exact"),
        time=m5.time("March 20", "2025-03-20"),
        status=(("future", "expected to"),),
    )

    icrc = m6.entity("the Red Cross", "ICRC", "organisation")
    released = m6.event(
        "released",
        "RETREAT/release",
        actor=(m6.entity("Ecuador", "Ecuador", country="ECU"),),
        recipient=(m6.entity("the two Peruvian guards", "Peruvian guards", "group", "PER"),),
        time=m6.time("Friday", "2025-03-21"),
        numbers=(("two", "released", 2, 2),),
        stances=(m6.stance(icrc, "CT+", "said"),),
    )
    met = m6.event(
        "met",
        "CONSULT/visit",
        actor=(
            m6.entity("Ecuador", "Ecuador", country="ECU", within="met in"),
            m6.entity("Peru", "Peru", country="PER", within="met in"),
        ),
        place=m6.place("Montevideo", ("Montevideo", "URY", -34.9, -56.19), "exact"),
        time=m6.time("Thursday", "2025-03-20", within="met in"),
        author="CT+",
    )
    observer = m6.entity("an observer", "an observer", "unnamed")
    fired = m6.event(
        "fired",
        "ASSAULT",
        actor=(m6.entity("A Peruvian patrol", "Armed forces of Peru", "armed_group", "PER"),),
        recipient=(m6.entity("an Ecuadorian post", "Armed forces of Ecuador", "armed_group", "ECU"),),
        time=m6.time("March 16", "2025-03-16"),
        stances=(m6.stance(observer, "PR+", "said"),),
    )

    def incident(
        name: str, headline: str, origins: tuple[str, ...], *events: Event, background: bool = False
    ) -> Incident:
        return Incident(
            id=digest("incident", name),
            category=events[0].category,
            mode=events[0].mode,
            events=tuple(e.id for e in events),
            lead=events[0].id,
            origins=len(origins),
            sources=origins,
            background=background,
            headline=headline,
        )

    faro, meridian, courier, review = "El Faro Andino", "Meridian Press", "Lima Courier", "Hemisphere Review"
    capture = incident(
        "capture",
        "Ecuadorian troops captured two Peruvian border guards near the Cenepa River, according to Rocío Balmaseda and a "
        "Peruvian army officer; Foreign Ministry of Peru denies it; Peru has not commented",
        (faro, meridian, courier),
        c1,
        m1.events[1],
        c2,
        c3,
        c4,
    )
    meeting = incident(
        "meet", "The foreign ministers of Ecuador and Peru met in Montevideo.", (meridian, review), met, meet
    )
    incidents = (
        capture,
        incident("condemn", "Colombia condemned the capture.", (faro,), condemn),
        incident("war", "Ecuador and Peru fought a war in 1995.", (faro,), war, background=True),
        incident("taken", "“The men may have been taken to Loja”, according to residents of Gualaquiza", (meridian,), taken, taken3),
        incident("urge", "The OAS urged both governments to show restraint.", (meridian,), urged, urged3),
        incident("deny", "Peru's foreign ministry denied the capture.", (courier,), denied),
        incident("recall", "Peru recalled its ambassador from Quito.", (courier,), recalled),
        incident("send", "", (courier,), send),
        incident("armed", "Ecuador armed village militias, according to Foreign Ministry of Peru", (courier,), armed),
        incident("radars", "The United States supplied radars to Ecuador.", (review,), radars, background=True),
        meeting,
        incident("release", "Ecuador released two Peruvian guards, according to ICRC", (meridian,), released),
        incident("fire", "“A Peruvian patrol probably fired on an Ecuadorian post”, according to an observer", (meridian,), fired),
    )  # fmt: skip

    def claim(value: str, *events: Event, words: Span | None = None) -> Claim:
        return Claim(value=value, events=tuple(e.id for e in events), evidence=(words or events[0].sentence,))

    contradictions = (
        Contradiction(
            id=digest("contradiction", "number"),
            incident=capture.id,
            field="number",
            values=(
                claim("2", c1, words=c1.numbers[0].span),
                claim("3", c2, c3, words=c2.numbers[0].span),
            ),
            scope="casebook",
        ),
        Contradiction(
            id=digest("contradiction", "polarity"),
            incident=capture.id,
            field="polarity",
            values=(claim("CT+", c1), claim("CT-", c4, words=span(d4, "denied"))),
            scope="casebook",
        ),
    )
    text5 = "Chile and Argentina, guarantors of the peace, have said nothing."
    reactions = (
        Reaction(actor=colombia, incident=capture.id, reaction="condemns", event=condemn.id, evidence=(condemn.trigger,)),
        Reaction(actor=silent, incident=capture.id, reaction="silent", event=None, evidence=(span(d1, "has yet to comment"),), as_of=m1.time("Tuesday", "2025-03-12")),
        Reaction(actor=ministry, incident=capture.id, reaction="denies", event=denied.id, evidence=(span(d4, "denied"),)),
        Reaction(actor=brazil, incident=capture.id, reaction="declines_comment", event=None, evidence=(span(d2, "declined to comment"),)),
        Reaction(actor=m2.entity("The Organization of American States", "OAS", "organisation"), incident=capture.id, reaction="demands", event=urged.id, evidence=(span(d2, "urged"),)),
        *(
            Reaction(actor=m5.entity(name, name, country=code, within="Chile and"), incident=capture.id, reaction="silent", event=None, evidence=(span(d5, text5),))
            for name, code in (("Chile", "CHL"), ("Argentina", "ARG"))
        ),
        Reaction(actor=m4.entity("Lima", "Peru", country="PER"), incident=meeting.id, reaction="not_found", event=None, evidence=()),
    )  # fmt: skip
    relations = (
        Relation(id=digest("relation", "radars"), document=d5.id, giver=usa, receiver=ecuador5, type="M", evidence=(radars.sentence,), events=(radars.id,), since=radars.time),
        Relation(id=digest("relation", "armed"), document=d4.id, giver=armed.actor[0], receiver=armed.recipient[0], type="W", evidence=(armed.sentence,), stances=armed.stances, events=(armed.id,)),
    )  # fmt: skip
    expectations = (
        Expectation(id=digest("expect", "meet"), document=d5.id, text=meet.sentence, by=None, source=None, due=meet.time, event=meet.id, outcome="met", met_by=met.id),
        Expectation(id=digest("expect", "send"), document=d4.id, text=send.sentence, by=send.actor[0], source=speaker4, due=None, event=send.id),
    )  # fmt: skip
    unknowns = (
        Unknown(id=digest("unknown", "names"), document=d1.id, text=m1.sentence("The names"), about=c1.id),
        Unknown(id=digest("unknown", "where"), document=d5.id, text=m5.sentence("Where the"), about=None),
    )
    failures = (
        Failure(path="reports/scan.html", step="extract", message="is a PDF, not a page"),
        Failure(path="reports/el-valle.html", step="extract", message="is in Spanish; only English is read"),
        Failure(path="reports/locked.html", step="ingest", message="permission denied", transient=True),
    )
    makers = (m1, m2, m3, m4, m5, m6)
    return Record(
        documents=tuple(m.document for m in makers),
        sentences=tuple(s for m in makers for s in sentences(m.document)),
        events=tuple(e for m in makers for e in m.events),
        attributions=tuple(a for m in makers for a in m.attributions),
        incidents=incidents,
        contradictions=contradictions,
        reactions=reactions,
        relations=relations,
        expectations=expectations,
        unknowns=unknowns,
        failures=failures,
    )


def make_large(copies: int) -> Record:
    """The sample over and over, each time as other reports: `copies` × 6 reports, × 17 events, nothing shared."""
    sample = make_sample()
    parts = [_renamed(sample, f"{number:04x}") for number in range(copies)]
    names = ("documents", "sentences", "events", "attributions", "incidents", "contradictions", "reactions")
    more = ("relations", "expectations", "unknowns")
    return Record(**{name: tuple(x for part in parts for x in getattr(part, name)) for name in (*names, *more)})


def _renamed(value: Any, suffix: str) -> Any:
    """The same values with every id made different; texts stay, so that the spans hold."""
    if isinstance(value, str):
        return value[: 16 - len(suffix)] + suffix if re.fullmatch(r"[0-9a-f]{16}", value) else value
    if isinstance(value, tuple):
        return tuple(_renamed(item, suffix) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {f.name: _renamed(getattr(value, f.name), suffix) for f in fields(value)}
        return type(value)(**changed)
    return value

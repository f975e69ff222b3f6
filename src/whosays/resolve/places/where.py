"""Where: the place that an event's place words name, chosen by what the rest of the text is about."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from whosays.record.coded import Mention
from whosays.record.landmark import HEREABOUTS, LANDMARKS, SEATS
from whosays.record.reading import Sentence
from whosays.record.span import Span
from whosays.record.world import Place, Precision
from whosays.resolve.atlas.atlas import context_of
from whosays.resolve.atlas.context import Context
from whosays.resolve.atlas.gazetteer import Kind, Spot
from whosays.resolve.atlas.named import place_names
from whosays.resolve.atlas.place_words import SIDES, SITES, STREETS
from whosays.resolve.atlas.said import Said, bare_name, beside, said_at
from whosays.resolve.fold import key
from whosays.resolve.phrases.noun_phrases import complements, core
from whosays.resolve.places.landmarks import Named, capital_of, names_of_places, seat_of, stands_for
from whosays.resolve.scene.scene import Scene

# How fine a place of each kind is. Seas and regions are areas: their point lies somewhere near.
PRECISION: dict[Kind, Precision] = {"town": "exact", "admin2": "admin2", "admin1": "admin1", "country": "country"}
KINDS_OF_PLACE = (
    LANDMARKS | SITES | STREETS | {"road", "river", "ocean", "gulf", "lake", "mount", "forest", "desert", "heights"}
)
LONGEST_INITIALS = 5
NEAR = {"near", "outside", "off", "around", "between", "towards", "toward", "beside", "by"}


@dataclass(frozen=True)
class Where:
    """The places of one document."""

    scene: Scene

    def place(self, mention: Mention) -> Place | None:
        """The place that a mention names; None where it names none ("the border", "the scene")."""
        sentence = self.scene.reading.sentences[mention.sentence]
        span = self._name(sentence, mention)
        if span is None:
            return self._by_noun(sentence, mention)
        if self._is_group(sentence, span):
            return None
        text = self.scene.reading.document.text
        said = replace(said_at(text, span.start, span.end), beside=self._within(sentence, mention, span.end))
        choice = self.scene.world.atlas.choose(said, self._context)
        if choice is None:
            return self._unlisted(sentence, mention, span, said)
        return self._as_place(choice.spot, span, said.name, near=self._is_near(sentence, mention))

    def candidates(self, mention: Mention) -> list[tuple[Spot, float]]:
        """The places that the words of a mention may stand for in this document, each with its score, the best first."""
        said = said_at(self.scene.reading.document.text, mention.start, mention.end)
        said = replace(said, beside=self._within(self.scene.reading.sentences[mention.sentence], mention, mention.end))
        ranked = self.scene.world.atlas.ranked(said, self._context)
        return sorted(((spot, score) for score, spot in ranked), key=lambda item: -item[1])

    @cached_property
    def _context(self) -> Context:
        text, atlas = self.scene.reading.document.text, self.scene.world.atlas
        said = [said_at(text, start, end) for start, end in place_names(self.scene.reading, atlas)]
        return context_of(atlas, said, self.scene.weights)

    @cached_property
    def _somebodies(self) -> frozenset[str]:
        """The people and outlets that the text names, by whole name and by its last word (folded)."""
        text, found = self.scene.reading.document.text, set[str]()
        for sentence, names, known in zip(
            self.scene.reading.sentences, self.scene.names, self.scene.known, strict=True
        ):
            people = [(n.first, n.last) for n in names.values() if n.kind == "PER"]
            people += [
                (k.first, k.last)
                for k in known.values()
                if k.alias.actor.kind == "person" or k.alias.actor.sector == "MED"
            ]
            for first, last in people:
                found |= {key(text[sentence.tokens[i].start : sentence.tokens[last].end]) for i in (first, last)}
        return frozenset(found)

    def _by_noun(self, sentence: Sentence, mention: Mention) -> Place | None:
        """The place that a noun stands for: "the town", "the reef"; its words are the noun's."""
        noun = sentence.tokens[mention.head].lemma.lower()
        if noun in SEATS:
            place = self._capital(seat_of(self.scene, sentence, mention.head))
        elif noun in LANDMARKS | HEREABOUTS:
            place = stands_for(mention, noun, self._named, self.scene.setting)
            if place is None and noun == "capital":
                place = self._capital(self.scene.setting)
        else:
            return None
        span = Span(document=self.scene.reading.document.id, start=mention.start, end=mention.end, text=mention.text)
        return None if place is None else replace(place, span=span)

    @cached_property
    def _named(self) -> list[Named]:
        found = [(mention, self.place(mention), nouns, at) for mention, nouns, at in names_of_places(self.scene)]
        return [
            Named(mention=mention, place=place, nouns=nouns, placed=at)
            for mention, place, nouns, at in found
            if place is not None and (place.precision != "country" or place.id is None)
        ]

    def _capital(self, country: str | None) -> Place | None:
        """The capital of a state."""
        spot = capital_of(country, self.scene.world) if country is not None else None
        nowhere = Span(document=self.scene.reading.document.id, start=0, end=0, text="")
        return None if spot is None else self._as_place(spot, nowhere, spot.name, near=False)

    def _name(self, sentence: Sentence, mention: Mention) -> Span | None:
        """The words that name the place: the reader's name at the mention's head, else its capitalised core."""
        document = self.scene.reading.document
        found = self.scene.names[sentence.index]
        inside = [t.index for t in sentence.tokens if mention.start <= t.start and t.end <= mention.end]
        order = [mention.head, *inside]
        name = next((found[i] for i in order if i in found and found[i].kind in {"LOC", "ORG", "MISC", "NORP"}), None)
        if name is not None:
            first, last = name.first, name.last
            units = [i for i in range(last + 1, min(last + 3, len(sentence.tokens))) if i in inside]
            last = units[0] if units and _is_unit(sentence.tokens[units[0]].text) else last
            first = first - 1 if first - 1 in inside and sentence.tokens[first - 1].text.lower() in SIDES else first
        else:
            proper = [i for i in core(sentence, mention.head) if i in inside and sentence.tokens[i].text[:1].isupper()]
            if not proper or sentence.tokens[proper[-1]].upos != "PROPN":
                return None
            first, last = proper[0], proper[-1]
        start, end = sentence.tokens[first].start, sentence.tokens[last].end
        return Span(document=document.id, start=start, end=end, text=document.text[start:end])

    def _is_group(self, sentence: Sentence, span: Span) -> bool:
        """ "In Hamas custody": the name of an armed group is no place, even where a town has that name."""
        known = self.scene.known[sentence.index].values()
        return any(
            one.alias.actor.kind == "armed_group" and sentence.tokens[one.first].start == span.start for one in known
        )

    def _within(self, sentence: Sentence, mention: Mention, end: int) -> str | None:
        """What the place whose name ends there is said to lie in: the name after a comma, or in the phrase that hangs on it."""
        after = beside(self.scene.reading.document.text, end)
        if after is not None:
            return after
        for case, child in complements(sentence, mention.head):
            if case in {"in", "of"}:
                words = [i for i in core(sentence, child) if sentence.tokens[i].upos == "PROPN"]
                if words:
                    document = self.scene.reading.document.text
                    return document[sentence.tokens[words[0]].start : sentence.tokens[words[-1]].end]
        return None

    def _is_near(self, sentence: Sentence, mention: Mention) -> bool:
        cases = [sentence.tokens[c] for c in sentence.children[mention.head] if sentence.tokens[c].deprel == "case"]
        return any(token.lemma.lower() in NEAR for token in cases)

    def _as_place(self, spot: Spot, span: Span, name: str, *, near: bool) -> Place:
        precision = PRECISION.get(spot.kind, "near")
        sides = any(word in SIDES for word in key(name).split()) and spot.kind == "country"
        return Place(
            span=span,
            name=name if sides else spot.name,
            country=spot.country,
            admin1=spot.admin1,
            lat=spot.lat,
            lon=spot.lon,
            precision="near" if near and precision == "exact" else precision,
            id=spot.id,
            disputed=self.scene.world.disputed.get(key(spot.name)),
        )

    def _is_thing(self, sentence: Sentence, mention: Mention) -> bool:
        """Whether an unlisted name is that of a ship, a group or a paper: towns bear no article, nor are they initials.

        "The Sama Star", "a Hilux", "the SLF" are no places, "the Sama bridge" and "the Sama Sea" are.
        """
        found = self.scene.names[sentence.index][mention.head]
        words = [sentence.tokens[i].text for i in range(found.first, min(found.last + 2, len(sentence.tokens)))]
        if any(word.lower() in KINDS_OF_PLACE or _is_unit(word) for word in words):
            return False
        before = sentence.tokens[found.first - 1].lemma.lower() if found.first else ""
        name = "".join(words[: found.last + 1 - found.first])
        return before in {"the", "a", "an"} or (name.isupper() and len(name) <= LONGEST_INITIALS)

    def _unlisted(self, sentence: Sentence, mention: Mention, span: Span, said: Said) -> Place | None:
        """A place that the gazetteer lacks: its name, and the town or unit of what it is said to lie in or the report keeps to."""
        found, atlas = self.scene.names[sentence.index].get(mention.head), self.scene.world.atlas
        if found is None or found.kind != "LOC" or not bare_name(said.name)[0] or self._is_thing(sentence, mention):
            return None
        if key(said.name) in self._somebodies or mention.head in self.scene.known[mention.sentence]:
            return None  # "in Houthi custody"
        spot = atlas.around(said, self._context)
        admin1 = spot.admin1 if spot is not None else None
        return Place(
            span=span,
            name=said.name,
            country=spot.country if spot is not None else None,
            admin1=admin1,
            lat=spot.lat if spot is not None else None,
            lon=spot.lon if spot is not None else None,
            precision="admin1" if admin1 is not None else "country",
        )


def _is_unit(word: str) -> bool:
    return word.lower() in {"region", "oblast", "province", "governorate", "state", "district", "county", "republic",
                            "prefecture", "peninsula", "strip", "valley", "sea", "strait", "island", "islands"}  # fmt: skip

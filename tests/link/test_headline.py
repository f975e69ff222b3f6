"""An incident's sentence: which mention tells it, who is named behind it, and who is not."""

from __future__ import annotations

from dataclasses import replace

from link.test_link import document, event, headline_of, record, span, state
from whosays.link import link
from whosays.record.event import Stance, Why


def test_a_source_known_by_a_common_noun_keeps_the_article_that_it_was_told_with() -> None:
    text = "Kenya captured two herders, a local official said."
    official = replace(state(document("One", text), "a local official", "KEN"), name="local official", kind="person")
    doubt, row = Stance(source=None, value="Uu", evidence=()), Stance(source=official, value="CT+", evidence=())
    told = headline_of(text, "captured", "Kenya", "captured two herders", stances=(doubt, row))
    assert told == "Kenya captured two herders, according to a local official"


def test_unions_of_states_have_their_article() -> None:
    text = "Kenya captured two herders, the EU said."
    union = replace(state(document("One", text), "the EU", "EU"), name="EU", kind="organisation")
    told = headline_of(
        text, "captured", "Kenya", "captured two herders", stances=(Stance(source=union, value="CT-", evidence=()),)
    )
    assert told == "Kenya captured two herders; denied by the EU"


def test_who_was_silent_at_first_and_speaks_in_a_later_report_is_not_called_silent() -> None:
    text = "Kenya captured two herders, Uganda said; Uganda had not commented."
    uganda = state(document("One", text), "Uganda", "UGA")
    rows = tuple(Stance(source=uganda, value=value, evidence=()) for value in ("SILENT", "CT+"))
    told = headline_of(text, "captured", "Kenya", "captured two herders", stances=rows)
    assert "no word from" not in told


def test_who_tells_that_a_meeting_is_off_does_not_deny_it() -> None:
    text = "Talks of the two ministers were postponed, Kenya said."
    kenya = state(document("One", text), "Kenya", "KEN")
    row = Stance(source=kenya, value="CT-", evidence=(span(document("One", text), "Kenya said"),))
    pieces = ("Talks of the two ministers", "were postponed")
    told = headline_of(text, "Talks", *pieces, category="CONSULT", mode=None, stances=(row,))
    assert told == "Talks of the two ministers were postponed"


def test_a_clause_of_its_own_tells_a_deed_better_than_its_noun_or_than_who_condemned_it() -> None:
    text = "Chad condemned the raid. A raid near Kosti hurt nine. A raid killed two herders near Kosti."
    owner = document("One", text)
    noun = Why(rule="raid.n")
    first = event(owner, "raid", mode=None, why=noun, clause=(span(owner, "Chad"), span(owner, "condemned the raid")))
    start = text.index("A raid near")
    alone = replace(span(owner, "raid"), start=start + 2, end=start + 6)
    second = replace(
        first, id="second", trigger=alone, clause=(replace(alone, end=alone.end + 11, text="raid near Kosti"),)
    )
    deed = span(owner, "A raid killed")
    subject = replace(deed, end=deed.start + 6, text="A raid")
    third = replace(
        first,
        id="third",
        trigger=replace(alone, start=deed.start + 2, end=deed.start + 6),
        clause=(subject, span(owner, "killed two herders near Kosti")),
    )
    (incident,) = link([record(owner, first, second, third)]).incidents
    assert incident.headline == "A raid killed two herders near Kosti"


def test_of_two_tellings_the_one_in_plain_words_is_the_headline() -> None:
    text = "The so-called rangers captured two herders. Rangers captured two herders in March."
    owner = document("One", text)
    kenya = state(owner, "rangers", "KEN")
    first = event(
        owner,
        "captured",
        actor=(kenya,),
        clause=(span(owner, "The so-called rangers"), span(owner, "captured two herders")),
    )
    plain = span(owner, "Rangers")
    deed = replace(span(owner, "captured two herders"), start=plain.end + 1, end=plain.end + 21)
    second = replace(first, id="later", trigger=replace(first.trigger, start=deed.start), clause=(plain, deed))
    (incident,) = link([record(owner, first, second)]).incidents
    assert incident.headline == "Rangers captured two herders"


def test_what_a_quotation_holds_stays_in_its_marks() -> None:
    text = "Kenya vowed to answer “at a time of our choosing”, and dismissed a claim as 'pure theatre', or so it said."
    told = headline_of(
        text, "vowed", "Kenya", "vowed to answer “at a time of our choosing", category="THREATEN", mode=None
    )
    assert told == "Kenya vowed to answer “at a time of our choosing”"
    told = headline_of(text, "dismissed", "Kenya", "dismissed a claim as 'pure theatre", category="REJECT", mode=None)
    assert told == "Kenya dismissed a claim as 'pure theatre'"


def test_who_says_that_it_was_not_so_does_not_deny_the_sentence_that_says_so() -> None:
    text = "No herder was touched, Kenya said."
    row = Stance(source=state(document("One", text), "Kenya", "KEN"), value="CT-", evidence=())
    told = headline_of(text, "touched", "No herder", "was touched", category="ASSAULT", mode=None, stances=(row,))
    assert told == "No herder was touched, according to Kenya"


def test_a_participle_has_its_finite_verb() -> None:
    text = "Chad accused Kenya of taking two boats; boats seized by Kenya were shown."
    kenya = state(document("One", text), "Kenya", "KEN")
    row = Stance(source=kenya, value="CT+", evidence=())
    assert headline_of(text, "taking", "Kenya", "taking two boats", mode=None, stances=(row,)).startswith(
        "Kenya took two boats"
    )
    doer = replace(kenya, span=span(document("One", text), "Kenya were"))
    told = headline_of(text, "seized", "boats", "seized by Kenya", mode=None, actor=(doer,))
    assert told == "Boats were seized by Kenya"


def test_what_is_too_long_is_not_cut_behind_a_number_or_a_preposition() -> None:
    words = "soldiers of the northern brigade near the long and winding road that leads from the old harbour to the new market"
    text = f"Kenya captured {words} and four other people of the coast on the lake."
    told = headline_of(
        text, "captured", "Kenya", f"captured {words} and four other people of the coast on the lake", mode=None
    )
    assert told.endswith("…")
    assert told.removesuffix(" …").rsplit(maxsplit=1)[-1] not in {"and", "four", "other", "of", "the", "on"}


def test_what_a_body_says_of_itself_is_by_its_own_account() -> None:
    text = "The army had freed nine men, it said. The army's men had freed nine men."
    army = replace(state(document("One", text), "it", "KEN"), name="army", kind="organisation")
    doubt, row = Stance(source=None, value="Uu", evidence=()), Stance(source=army, value="CT+", evidence=())
    told = headline_of(text, "freed", "The army", "had freed nine men", mode=None, stances=(doubt, row))
    assert told == "The army had freed nine men, by its own account"
    told = headline_of(text, "freed", "The army's men", "had freed nine men", mode=None, stances=(doubt, row))
    assert told == "The army's men had freed nine men, according to the army"

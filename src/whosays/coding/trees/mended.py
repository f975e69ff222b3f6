"""Trees set right where they contradict their own words: the reader's commonest slips in news, each with its sign.

A slip is mended only where no other reading is left: a noun cannot be joined to another across a verb that wants an
object, nor be a clause that has an article and no subject. What is doubtful stays as it was read.

Each mend looks at a sentence and gives the words that it changes; they run one after the other (`MENDS`), each on what the
ones before left. What a mend does stands with it, in a file a kind of mistake (`mends/`). A new one goes behind those whose
work it needs, and its tree into `tests/coding/`.
"""

from __future__ import annotations

from dataclasses import replace

from whosays.coding.trees.mends import (
    arguments,
    attachment,
    charges,
    deeds,
    infinitives,
    kinds,
    negations,
    participles,
    phrases,
    prepositions,
    relatives,
    rows,
    saying,
)
from whosays.coding.trees.mends.shared import Mend
from whosays.record.reading import Reading, Sentence, Token

MENDS: tuple[Mend, ...] = (
    # Kinds that a word and its neighbour tell: before all others, which ask for kinds. ("Due" becomes an adjective here, and
    # what it is due to a verb further down.)
    kinds.names,
    kinds.mines,
    kinds.closed_classes,
    kinds.numbers,
    kinds.plurals,
    infinitives.due_is_no_verb,
    # Phrases and clauses that are torn apart: what is below a word has to be whole before it is asked for.
    attachment.of_backwards,
    attachment.of_the_subject,
    relatives.under_its_object,
    relatives.behind_a_semicolon,
    charges.held_to_be,
    arguments.in_front,
    arguments.clauses_in_front,
    arguments.behind_verbs,
    arguments.there_was,
    arguments.of_the_first_verb,
    # Kinds that the words below tell: what has a subject is a verb, what has an article a noun.
    kinds.verbs,
    kinds.nouns,
    kinds.tied,
    kinds.cited,
    infinitives.due_to_resume,
    # The words of a phrase, and how many subjects and objects a verb can have. A preposition goes to the noun behind it before
    # it is asked which nouns have one.
    phrases.hyphened,
    phrases.articles,
    attachment.of_the_noun_between,
    phrases.compounds,
    phrases.subjects_of_nouns,
    phrases.roles_of_names,
    arguments.only_objects,
    attachment.only_subjects,
    attachment.of_the_object,
    attachment.from_the_object,
    attachment.in_the_struck,
    arguments.called,
    arguments.small_clauses,
    arguments.persona_non_grata,
    arguments.shot_dead,
    arguments.reflexives,
    # What a preposition, an owner or "that" rules out. `obliques` and `under_nouns` look at all that is there; `introduced` and
    # `behind_a_preposition`, further down, take what these left open.
    prepositions.no_complements,
    phrases.owning_marks,
    phrases.owners,
    arguments.owned_subjects,
    deeds.with_articles,
    prepositions.particles,
    prepositions.verbs_prepositions,
    prepositions.of_is_no_particle,
    prepositions.out,
    prepositions.past_adverbs,
    prepositions.back,
    prepositions.obliques,
    arguments.bare_objects,
    attachment.under_nouns,
    saying.with_subjects,
    prepositions.tied_adverbs,
    # What the small words in front tell.
    phrases.determined,
    phrases.possessives,
    kinds.without_forms,
    kinds.states,
    kinds.passives,
    rows.joined_to_what_follows,
    rows.joined_to_what_stands_before,
    rows.joiners,
    prepositions.introduced,
    rows.joined_objects,
    rows.joined_subjects,
    infinitives.joined_infinitives,
    participles.times_behind,
    infinitives.time_to_do,
    infinitives.the_first_to,
    deeds.with_objects,
    arguments.second_subjects,
    negations.denied_complements,
    # Verbs and what is beside them.
    kinds.joining_words,
    infinitives.to_do,
    prepositions.behind_a_preposition,
    arguments.crossed,
    saying.copulas,
    saying.before_the_saying,
    negations.not_one,
    rows.shared_before,
    negations.neither_nor,
    saying.citing,
    participles.forms_in_ing,
    rows.both_done_to,
    arguments.right_behind,
    attachment.no_members,
    negations.without_a_fight,
    participles.of_what_follows,
    # Clauses on the wrong word: now that kinds and objects are right, they can be told by them. A charge is bound to what it
    # says (`charges`) before what was told is taken from its denial (`told_before`).
    rows.between_both,
    participles.planned,
    participles.launched,
    participles.convicted,
    relatives.whom_they_took,
    relatives.where_it_was,
    rows.joined_nouns,
    rows.one_beside_several,
    relatives.whom_it_accused,
    attachment.on_friday,
    relatives.in_which,
    charges.charges,
    charges.told_before,
    charges.accused_of,
    charges.accused_of_both,
    deeds.of_doing,
    charges.told_that,
    relatives.between_commas,
    relatives.which_it_said,
    relatives.which_is_denied,
    relatives.which_speaks,
    relatives.whose,
    saying.and_that,
    saying.before_a_colon,
    # Rows and clauses again, told by what is right by now. `back_to_the_speaker` asks for finite verbs, so `not_finite` comes
    # behind it, and behind all that hang a verb on a noun.
    infinitives.due_to_do,
    deeds.described,
    deeds.between_two,
    rows.lists_of_places,
    rows.unnamed_others,
    rows.verbs_for_nouns,
    rows.objects_across,
    arguments.no_clauses,
    arguments.whole_clauses,
    saying.subjects_of_demands,
    participles.of_the_crowd,
    participles.done_by,
    rows.titles,
    relatives.objects,
    relatives.persons_who,
    charges.charges_denied,
    saying.after_the_saying,
    saying.told_aside,
    relatives.on_what_it_uses,
    saying.back_to_the_speaker,
    attachment.behind_the_main_verb,
    deeds.objects_in_subjects,
    participles.not_finite,
    # After those that bind an "on" to the deed before it.
    charges.blamed_on,
)


def mended(reading: Reading) -> Reading:
    """The reading with its slips set right; itself where there are none."""
    sentences = tuple(_set_right(sentence) for sentence in reading.sentences)
    same = all(new is old for new, old in zip(sentences, reading.sentences, strict=True))
    return reading if same else replace(reading, sentences=sentences)


def _set_right(sentence: Sentence) -> Sentence:
    for mend in MENDS:
        changed = {token.index: token for token in mend(sentence)}
        if changed:
            tokens = tuple(changed.get(t.index, t) for t in sentence.tokens)
            if _is_tree(tokens):  # two slips of one kind can contradict each other: then both stay
                sentence = replace(sentence, tokens=tokens)
    return sentence


def _is_tree(tokens: tuple[Token, ...]) -> bool:
    """Whether every word hangs, by whatever way, on a root."""
    hung = {token.index for token in tokens if token.head < 0}
    for token in tokens:
        way: list[int] = []
        word = token.index
        while word not in hung:
            if word in way or len(way) > len(tokens):
                return False
            way.append(word)
            word = tokens[word].head
        hung.update(way)
    return bool(hung)

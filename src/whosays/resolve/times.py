"""The grammar of time expressions: where they are in a text and what stands in them. What they mean is `calendar_of`.

Months and weekdays must be capitalised ("may" is a verb, "March" a month); years stand alone only where their
neighbours allow it, so that "2,000 people" and "1984 tanks" are no dates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December")  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SMALL = {"zero": 0, "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
         "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
         "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
         "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100}  # fmt: skip
ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
    "final": 4,
    "last": 4,
}
CENTURIES = {"fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20,
             "twenty-first": 21}  # fmt: skip
DECADES = {
    "twenties": 2,
    "thirties": 3,
    "forties": 4,
    "fifties": 5,
    "sixties": 6,
    "seventies": 7,
    "eighties": 8,
    "nineties": 9,
}

MONTH = (r"(?-i:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?"
         r"|Sept?\.?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)")  # fmt: skip
FULL_MONTH = r"(?-i:January|February|March|April|May|June|July|August|September|October|November|December|Sept\.|Oct\.|Nov\.|Dec\.|Jan\.|Feb\.|Aug\.)"
WEEKDAY = (
    r"(?-i:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Mon\.|Tues?\.|Wed\.|Thurs?\.|Fri\.|Sat\.|Sun\.)"
)
YEAR = r"(?:1[0-9]\d\d|20\d\d)"
SOME_YEAR = r"(?P<which>last|this|next|that|the (?:same|previous|following|next|past)) year"
NUMBER = r"(?:\d+|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[ -](?:one|two|three|four|five|six|seven|eight|nine)|" + "|".join(
    sorted(SMALL, key=len, reverse=True)) + r"|(?:a )?couple(?: of)?|(?:a )?few|several|some)"  # fmt: skip
UNIT = r"(?:minute|hour|day|night|weekend|week|fortnight|month|quarter|year|decade|century|centurie)"
PART = r"(?:early morning|late night|morning|afternoon|evening|night|midnight|dawn|noon|midday|dusk|nightfall|daybreak|sunrise|sunset)"
ROUGHLY = (
    r"(?:the (?:very )?(?:beginning|start|end|middle|close|eve) of |(?:the )?(?:early|late)[ -]|mid-?|the turn of )"
)
DASH = r" ?(?:-|–|—|to|through|until|and) ?"

PATTERNS: tuple[tuple[str, str], ...] = (
    ("iso", r"(?P<value>\d{4}-\d\d-\d\d)(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?"),
    ("numeric", r"(?P<a>\d{1,2})(?P<sep>[/.])(?P<b>\d{1,2})(?P=sep)(?P<year>\d{4})"),
    ("month_days", rf"(?:(?:between|from) )?(?P<month>{MONTH}) (?P<first>\d{{1,2}})(?:st|nd|rd|th)?{DASH}(?P<last>\d{{1,2}})(?:st|nd|rd|th)?(?:,? (?P<year>{YEAR}))?(?![\d:,]\d)"),
    ("days_month", rf"(?:(?:between|from) )?(?:the )?(?P<first>\d{{1,2}})(?:st|nd|rd|th)?{DASH}(?:the )?(?P<last>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<month>{MONTH})(?:,? (?P<year>{YEAR}))?"),
    ("month_day", rf"(?:{WEEKDAY},? )?(?:(?:the )?(?P<part>{PART}|early hours|small hours) of )?(?P<month>{MONTH}) (?:the )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:])(?!,\d{{3}})(?:(?:,|,? of)? (?P<year>{YEAR})(?!\d)| (?:of )?{SOME_YEAR})?"),
    ("day_month", rf"(?:{WEEKDAY},? )?(?:(?:the )?(?P<part>{PART}) of )?(?:the )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<month>{MONTH})(?:,? (?P<year>{YEAR})(?!\d)| (?:of )?{SOME_YEAR})?"),
    ("month_year", rf"(?P<rough>{ROUGHLY})?(?P<month>{MONTH}),?(?: of)? (?P<year>{YEAR})(?![\d,]\d)"),
    ("month_of", rf"(?P<rough>{ROUGHLY})?(?P<month>{FULL_MONTH}) (?:of )?{SOME_YEAR}"),
    ("quarter", rf"(?:(?:the|fiscal|its|their) )?(?:(?P<when>year-ago|year-earlier|last|this|next) )?(?:fiscal )?(?P<number>first|second|third|fourth|final|1st|2nd|3rd|4th)[ -]quarters?(?:(?:,? (?:of |in )?(?:fiscal )?(?:the )?(?P<year>{YEAR}))|(?: of )?{SOME_YEAR.replace('which', 'which')}| a year (?P<ago>ago|earlier|before))?"),
    ("quarter_code", rf"(?-i:Q(?P<number>[1-4]))(?:[ ,]+(?:of )?(?P<year>{YEAR}))?"),
    ("half", rf"(?:the )?(?P<number>first|second) half(?: of)? (?:(?P<year>{YEAR})|the year|{SOME_YEAR})"),
    ("season", rf"(?:(?P<rough>{ROUGHLY}))?(?:the )?(?:(?P<when>last|this|next|past|previous|coming|following|that) )?(?P<season>spring|summer|autumn|winter|fall)(?: (?:of )?(?:(?P<year>{YEAR})|{SOME_YEAR}))"),
    ("season_rel", r"(?P<when>last|this|next|past|previous|coming|that) (?P<season>spring|summer|autumn|winter|fall)"),
    ("decade", rf"(?:the )?(?P<rough>{ROUGHLY})?(?:the )?(?:(?P<century>1[0-9]|20)(?P<decade>\d)0['’]?s|['’]?(?P<short>[2-9])0['’]?s|(?P<word>(?-i:twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)))(?!\w)"),
    ("century", rf"(?:the )?(?P<rough>{ROUGHLY})?(?:the )?(?:(?P<number>\d{{1,2}})(?:st|nd|rd|th)|(?P<word>{'|'.join(CENTURIES)}))[ -]centur(?:y|ies)"),
    ("years", rf"(?:(?:between|from) )?(?P<first>{YEAR})(?: ?[-–/] ?| to | and | until | through )(?P<last>{YEAR}|\d\d)(?![\d,]\d)(?!\w)"),
    ("overnight", r"overnight(?: (?:on|into|to|from) (?P<weekday>" + WEEKDAY + r"))?"),
    ("day_before_yesterday", r"the day (?P<side>before yesterday|after tomorrow)"),
    ("deictic", rf"(?:earlier |later )?(?P<word>today|tonight|yesterday|tomorrow|last night|this (?:morning|afternoon|evening))(?: (?P<part>{PART}))?"),
    ("time_of", rf"(?:at )?(?:about |around )?(?P<clock>\d{{1,2}}(?::\d\d)?(?: ?[ap]\.?m\.?|(?<=:\d\d)))(?: (?P<zone>GMT|UTC|EST|EDT|local time))?,?(?: on)? (?:(?P<weekday>{WEEKDAY})|(?P<word>today|yesterday|tomorrow))"),
    ("weekday", rf"(?:(?P<when>last|this|next|the previous|the following|the same|that|this past|this coming|earlier|late|early|later|the) )?(?:on )?(?P<weekday>{WEEKDAY})(?:[ ,]+(?:at )?(?P<part>{PART}))?(?: (?P<week>last week|next week|this week))?"),
    ("day_part_of", rf"(?:the )?(?P<part>{PART}) (?:on|of|before|after) (?P<weekday>{WEEKDAY})"),
    ("month_rel", rf"(?P<when>last|this|next|that|this past|this coming|the same|the previous|the following) (?P<month>{FULL_MONTH})"),
    ("offset_ago", rf"(?:(?:about|around|nearly|almost|some|more than|over|less than|just|at least) )?(?P<number>{NUMBER})[ -](?P<unit>{UNIT})s?(?:['’]s?)? (?P<side>ago|from now|hence)"),
    ("offset_text", rf"(?:(?:about|around|nearly|almost|some|more than|over|less than|just|only|at least) )?(?P<number>{NUMBER}) (?P<unit>{UNIT})s? (?P<side>earlier|later|before(?=[ ,]*(?:[.;,”\"]|$|in|at|on|when|that))|after(?=[ ,]*(?:[.;,”\"]|$))|previously|afterwards?)"),
    ("offset_event", rf"(?P<number>{NUMBER}) (?P<unit>{UNIT})s? (?:after|before|into|since|from)(?= \w)"),
    ("within", rf"(?:within|in) (?:the next |the coming |the past |the last )?(?P<number>{NUMBER}) (?P<unit>{UNIT})s?"),
    ("span", rf"(?:the |these )?(?P<side>past|last|previous|recent|next|coming|following) (?P<number>{NUMBER}) (?P<unit>{UNIT})s?"),
    ("year_ago", rf"(?:the |a )?(?P<unit>year|month|week)-(?:ago|earlier)(?: (?P<of>quarter|period|month|week|date))?"),
    ("earlier_in", rf"(?P<side>earlier|later|late|early) (?:in )?(?P<when>this|last|next|that|the|the same) (?P<unit>day|week|weekend|month|quarter|year|decade|century)"),
    ("end_of", rf"(?:the )?(?P<rough>end|beginning|start|middle|close|rest|remainder|first half|second half) of (?:(?P<when>this|last|next|that|the|the same) (?P<unit>week|month|quarter|year|decade|century)|(?P<year>{YEAR}))"),
    ("unit_rel", rf"(?P<when>last|this|next|past|previous|coming|that|the previous|the following|the next|the same|the past|the coming|the last|the preceding|the current|(?:this|the same) time last) (?P<unit>day|week|weekend|month|quarter|year|decade|century|night)(?!s\b| of )(?:['’]s)?"),
    ("the_unit", r"(?P<when>the) (?P<unit>day|week|month|year|night|weekend) (?P<side>before|after|earlier|later)(?= ?(?:[.;,”\"]|$))"),
    ("some_day", r"(?:the )?(?P<when>previous|following|next|same|preceding) (?P<unit>day|morning|evening|night|week|month|year)"),
    ("holiday", r"(?P<name>Christmas(?: Day| Eve)?|New Year['’]s (?:Day|Eve)|New Year|Thanksgiving(?: Day)?|Easter|Labor Day|Independence Day|Memorial Day|Valentine['’]s Day|Halloween)(?:,? (?P<year>" + YEAR + r")| (?:of )?(?P<which>last|this|next) year)?"),
    ("vague", r"(?P<side>in (?:the )?recent|in (?:the )?past|in (?:the )?coming|(?:the )?past few|(?:the )?last few|recent|over the) (?P<unit>day|week|month|year|decade|centurie)s"),
    ("present", r"(?P<word>now|currently|at present|at the moment|presently|nowadays|these days|at this time)(?!\w)"),
    ("past", r"(?P<word>recently|lately|previously|formerly|in the past(?! \w)|not long ago|long ago)(?!\w)"),
    ("future", r"(?P<word>in the (?:near )?future)(?!\w)"),
    ("clock", r"(?P<clock>(?:[01]?\d|2[0-3]):[0-5]\d(?: ?[ap]\.?m\.?)?|\d{1,2} ?[ap]\.?m\.?)(?: (?P<zone>GMT|UTC|EST|EDT|local time))?"),
    ("month", rf"(?P<rough>{ROUGHLY})?(?P<month>{FULL_MONTH})(?! \d)"),
    ("year", rf"(?P<rough>{ROUGHLY})?(?:(?:the year|fiscal(?: year)?|calendar) )?(?P<year>{YEAR})(?!\d|[,.]\d|-\w|%| (?:people|men|women|soldiers|troops|dead|civilians|tonnes|tons|miles|km|metres|meters|feet|dollars|prisoners|residents|students|workers|protesters|points|shares|jobs))"),
)  # fmt: skip  # noqa: E501 - one pattern a line reads best


@dataclass(frozen=True, slots=True, kw_only=True)
class Expression:
    """A time expression: code points in the text, the pattern that found it, and what its named parts hold."""

    start: int
    end: int
    text: str
    kind: str
    parts: Mapping[str, str | None]


class Grammar:
    """The patterns, compiled on first use; the first that fits at the leftmost place wins."""

    @cached_property
    def _any(self) -> re.Pattern[str]:
        plain = (f"(?P<k_{kind}>{_without_names(pattern)})" for kind, pattern in PATTERNS)
        return re.compile(rf"(?<![\w$£€])(?:{'|'.join(plain)})(?!\w)", re.IGNORECASE)

    @cached_property
    def _parts(self) -> dict[str, re.Pattern[str]]:
        return {}

    def _named(self, kind: str) -> re.Pattern[str]:
        if kind not in self._parts:
            self._parts[kind] = re.compile(dict(PATTERNS)[kind], re.IGNORECASE)
        return self._parts[kind]

    def find(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Expression]:
        """Expressions in a stretch of text, leftmost first, none within another."""
        stop = len(text) if end is None else end
        for match in self._any.finditer(text, start, stop):
            kind = (match.lastgroup or "")[2:]
            parts = self._named(kind).match(text, match.start(), stop)
            if parts is not None:
                held = parts.groupdict()
                yield Expression(start=match.start(), end=match.end(), text=match.group(), kind=kind, parts=held)


def _without_names(pattern: str) -> str:
    """A pattern with its named groups made plain, so that all can stand in one union."""
    return re.sub(r"[(][?]P<[a-z]+>", "(?:", pattern.replace("(?P=sep)", "[/.]"))


def number(word: str | None) -> int | None:
    """The number that a word or figures stand for; None for "several" and the like."""
    if word is None:
        return None
    plain = word.lower().replace("-", " ").strip()
    if plain.isdecimal():
        return int(plain)
    if "couple" in plain:
        return 2
    parts = plain.split()
    return sum(SMALL[part] for part in parts) if parts and all(part in SMALL for part in parts) else None


def month_number(word: str | None) -> int:
    """1 for "Jan." to 12 for "December"."""
    short = (word or "")[:3].title()
    return next(n for n, month in enumerate(MONTHS, 1) if month.startswith(short))


def weekday_number(word: str | None) -> int:
    """0 for "Monday" to 6 for "Sun."."""
    short = (word or "")[:3].title()
    return next(n for n, day in enumerate(WEEKDAYS) if day.startswith(short))

"""Bylines, agencies and sign-offs: who wrote it, which wire it came over, and the lines that only say so."""

from __future__ import annotations

import re

from whosays.record.dateline import agency_of

# Agencies whose copy other outlets print. Source: public knowledge of their own names; licence of the list: Apache-2.0.
AGENCIES = {
    "reuters": "Reuters",
    "afp": "AFP",
    "agence france-presse": "AFP",
    "ap": "AP",
    "associated press": "AP",
    "the associated press": "AP",
    "dpa": "dpa",
    "efe": "EFE",
    "ansa": "ANSA",
    "tass": "TASS",
    "interfax": "Interfax",
    "ria novosti": "RIA Novosti",
    "xinhua": "Xinhua",
    "yonhap": "Yonhap",
    "kyodo": "Kyodo",
    "kyodo news": "Kyodo",
    "anadolu": "Anadolu",
    "anadolu agency": "Anadolu",
    "aa": "Anadolu",
    "pti": "PTI",
    "ani": "ANI",
    "irna": "IRNA",
    "wafa": "WAFA",
    "ukrinform": "Ukrinform",
    "bns": "BNS",
    "leta": "LETA",
    "sana": "SANA",
    "spa": "SPA",
    "wam": "WAM",
    "bloomberg": "Bloomberg",
    "upi": "UPI",
    "apa": "APA",
    "azertac": "AZERTAC",
    "armenpress": "Armenpress",
}
BYLINE = re.compile(r"(?:by|writer|written by|author|words by|text by)\s*:?\s+(?P<who>.{2,100})", re.IGNORECASE)
SIGN_OFF = re.compile(
    r"\(?(?:(?:additional )?reporting by|editing by|writing by|compiled by|our standards|with (?:inputs?|reporting) from|"
    r"this (?:story|article|report|piece) (?:was|has been)|(?:first|originally) published|read (?:more|also|next)|also read|see also|more on this|related:|"
    r"\(?(?:file )?(?:photos?|pictures?|images?)(?:/\w+)?(?::| by\b| credit\b)|(?:caption|credit|source|video|watch|listen)(?: live| now)?:|"
    r"listen to (?:the|our|this)\b|watch (?:the|our|this)\b|"
    r"(?:an? |the )?(?:earlier|previous|prior|original) version of (?:this|the) (?:story|article|report|piece|headline)|"
    r"(?:correction|clarification|editor['’]?s note|editors['’] note)s?\b[^.!?]{0,30}?[:—–]|"
    r"(?:we|this (?:web)?site)(?: and our partners)? uses? cookies|by (?:clicking|continuing to (?:use|browse)|using (?:this|our) (?:web)?site)\b|"
    r"sign up (?:for|to)\b|subscribe (?:to|for|now|today)\b|join our\b|follow us\b|download (?:the|our) app|"
    r"support our (?:work|journalism|newsroom)|(?:please )?donate to (?:us|our|support)\b).{0,300}",
    re.IGNORECASE,
)


def agency(name: str) -> str | None:
    """The agency that a name stands for ("the Associated Press" is AP), or None."""
    return AGENCIES.get(" ".join(name.lower().strip(" .()/-–—").split()))


def is_agency(line: str) -> bool:
    """Whether a line is nothing but a credit: an agency's name, or two or three title-case words that read like one."""
    return agency(line) is not None or bool(
        re.fullmatch(r"(?:[A-Z][\w'’-]+ ){0,2}(?:Wire|News Agency|Press Agency)", line)
    )


def read_byline(line: str) -> str | None:
    """The writers that a byline names; a name that a page printed twice over is read once."""
    found = BYLINE.fullmatch(" ".join(line.split()))
    if found is None or found["who"].endswith("."):
        return None
    who = found["who"].strip()
    half = len(who) // 2
    return who[:half] if len(who) % 2 == 0 and who[:half] == who[half:] else who


def is_sign_off(paragraph: str) -> bool:
    """Whether a paragraph only says who reported, edited or compiled it."""
    return bool(SIGN_OFF.fullmatch(paragraph)) or agency(paragraph) is not None


def wire_of(byline: str | None, publisher: str | None, first: str, last: str) -> str | None:
    """The agency that a text credits: in its dateline, its byline or its last words; None where none is named."""
    named = agency_of(first)
    if named is not None:
        return agency(named) or named
    for part in re.split(r",| and |/|\||—|–", byline or ""):
        found = agency(part.removeprefix("By ").removeprefix("by "))
        if found is not None:
            return found
    tail = re.search(r"(?:[-–—(]\s*|\.\s+)([A-Za-z][\w -]{1,24})\)?\.?$", last)
    found = agency(tail[1]) if tail else None
    return found or (agency(publisher) if publisher else None)

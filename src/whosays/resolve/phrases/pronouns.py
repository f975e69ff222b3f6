"""The pronouns, by whom they may stand for."""

from __future__ import annotations

HE = {"he", "him", "his", "himself"}
SHE = {"she", "her", "hers", "herself"}
IT = {"it", "its", "itself"}
THEY = {
    "they",
    "them",
    "their",
    "theirs",
    "themselves",
    "both",
    "all",
    "some",
    "most",
    "many",
    "none",
    "neither",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "rest",
    "others",
    "each",
}
SPEAKER = {"i", "we", "me", "us", "my", "our", "mine", "ours", "myself", "ourselves"}
RELATIVE = {"who", "whom", "whose", "which", "that"}

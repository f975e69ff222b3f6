"""Words in and around the names of places: kinds of units, sides, what stands in a town, what is no name."""

from __future__ import annotations

from whosays.resolve.atlas.gazetteer import Kind

# Words that say which kind of unit is meant, and carry no name of their own.
UNITS: dict[Kind, set[str]] = {
    "admin1": {"region", "oblast", "province", "governorate", "state", "krai", "republic", "prefecture", "voivodeship",
               "emirate", "canton", "territory", "wilaya", "department"},
    "admin2": {"county", "district", "raion", "municipality", "parish", "borough", "locality", "township", "co.", "twp."},
    "town": {"city", "town", "village", "port", "capital", "settlement", "downtown", "central"},
}  # fmt: skip
SIDES = {"north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "northeast", "northwest",
         "southeast", "southwest", "northeastern", "northwestern", "southeastern", "southwestern", "north-east", "north-west",
         "upper", "lower", "mainland", "greater", "inner", "rural", "occupied", "coastal", "far"}  # fmt: skip
TITLES = {"the", "of", "in", "near", "city", "town", "village", "port", "gulf"}
# Whose office is a unit's, not a town's: "New York Gov. Nguyen", "the Washington legislature".
OFFICES = {"gov", "governor", "legislature", "legislators", "senate", "assembly", "statehouse", "lawmakers"}
# What stands in a town or a state whose name it has: "Riga District Court", "the University of Tartu".
SITES = {"airport", "hospital", "infirmary", "university", "college", "school", "high", "academy", "institute", "court",
         "courthouse", "jail", "prison", "police", "sheriff's", "embassy", "consulate", "ministry", "parliament", "council",
         "chamber", "chambers", "bank", "stadium", "arena", "cathedral", "church", "mosque", "museum", "library", "theatre",
         "theater", "castle", "station", "harbour", "harbor", "bridge", "mall", "market", "zoo", "park", "valley", "bay", "beach",
         "mountains", "hills", "camp", "barracks", "base", "capitol", "armory", "legislature", "center", "centre", "reserve",
         "fc", "department", "metro", "fair", "festival", "cup", "delta", "suburbs", "metropolitan"}  # fmt: skip
# What is never listed and stands in a town.
STREETS = {"street", "streets", "st", "avenue", "ave", "road", "boulevard", "drive", "lane", "square", "highway", "rue", "plaza",
           "hotel", "restaurant", "inn", "house", "hall", "building", "tower", "towers", "club", "campus", "elementary", "middle",
           "district", "neighborhood", "neighbourhood", "quarter", "faubourg", "parade", "clinic", "shop", "store", "studio",
           "farm", "farms", "canal", "plantation", "cemetery", "graveyard", "synagogue", "shrine", "monument", "gate", "junction",
           "roundabout", "terminal", "plant", "factory", "warehouse", "complex", "chapel", "barangay", "palace", "circuit"}  # fmt: skip
# What these name no place by themselves, although some hamlet bears each of them.
NO_NAMES = SIDES | {"valley", "republic", "state", "congress", "capitol", "city hall", "parliament", "grand", "central", "union",
                    "main", "downtown", "federal", "university", "college", "church", "island", "islands", "lake", "river"}  # fmt: skip
LONG = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}
SHORT = {long: short for short, long in LONG.items()}

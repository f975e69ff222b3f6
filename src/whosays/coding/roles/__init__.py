"""Who does it and to whom: verbs, nouns, and deeds that are somebody's speech."""

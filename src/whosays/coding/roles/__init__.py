"""Who does it and to whom: verbs, nouns, whom the model sees, and deeds that are somebody's speech."""

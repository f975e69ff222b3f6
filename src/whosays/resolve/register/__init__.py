"""Who is known: the actors of the world with their names and offices, and the nouns for people and bodies."""

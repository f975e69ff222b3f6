"""Who else took part: the other party of a demand, the two sides of a truce, whoever must have done it."""

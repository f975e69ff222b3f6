"""The sentence as the reader saw it: trees set right where they contradict their words, and what a clause says of itself."""

"""How certain: the walk from the author to the word, what denials and silence say, and a stance for every source."""

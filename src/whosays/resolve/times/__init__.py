"""When: the times that a document tells of, by tense and by what its events are."""

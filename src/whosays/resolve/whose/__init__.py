"""Whose somebody is who is named without a state: what his words say, and where they say nothing, what the text supposes."""

"""Time expressions and what they mean, seen from a day and from what was said before."""

"""What follows from it: reactions, lasting ties, what is to come, what nobody knows."""

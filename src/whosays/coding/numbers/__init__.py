"""How many: what a number phrase says, whom it counts and as what, tolls told apart, and counts behind "them"."""

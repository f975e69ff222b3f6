"""The places of a name, and what decides between them."""

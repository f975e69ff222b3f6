"""When: time expressions, what they are and what they mean from where they are said."""

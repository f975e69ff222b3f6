"""From words to events: triggers and their senses, what the model adds, counts, status, and which triggers are events of their own."""

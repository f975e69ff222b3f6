"""From words to events: triggers and their senses, what the model adds, status, and which triggers are events of their own."""

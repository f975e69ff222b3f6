"""Who is said to say what: from cues and syntax, quotation marks, the reader's marks, and whole texts in one mouth."""

"""Who a phrase stands for: names of the register, nouns, pronouns, bodies and offices."""

"""What the words are: lexicon, tokens, classes, patterns, readings in context."""

"""Who acts and who is acted upon: noun phrases to parties, and their links within a story."""

"""How many: number expressions, what they count, and the figures of a claim."""

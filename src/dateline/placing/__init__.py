"""Claims to placed claims: mentions of places, which place each means, and which belong to which claim."""

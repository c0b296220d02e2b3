"""The grammar around a predicate, from the parse: words, phrases, subjects, homes."""

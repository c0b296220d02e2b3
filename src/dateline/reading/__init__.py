"""Story to Reading: furniture apart, sentences, words, quotes and dates, each with its place in the text."""

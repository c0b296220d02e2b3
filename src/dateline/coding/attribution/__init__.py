"""Who says so: reporting words, their sources and contents, quotes and whom a sentence comes from."""

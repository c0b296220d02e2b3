"""The vocabulary as data files with one loader. Code reads sentences; the codebook knows the world."""

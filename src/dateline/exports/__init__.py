"""The record as files for other programs, one file of code for each format."""

"""The command line: parse, call an action, print. One command a file."""

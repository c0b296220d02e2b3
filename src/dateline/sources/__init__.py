"""Bytes to Story: files, folders and standard input, as plain text or pages, with what their metadata says."""

"""Arithmetic that any kind of table may be held to."""

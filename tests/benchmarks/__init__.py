"""Measurements on real work, run by `./congkhai bench`; nothing here asserts a time."""

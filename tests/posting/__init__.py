"""Tests of what is on show when, and of the store of what was posted."""

"""Tests of what becomes public."""

"""Tests of the arithmetic rules."""

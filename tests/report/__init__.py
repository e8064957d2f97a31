"""Tests of what is told to the officer."""

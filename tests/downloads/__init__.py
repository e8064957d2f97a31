"""Tests of the downloads."""

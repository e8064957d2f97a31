"""Tests of generator/summaries."""

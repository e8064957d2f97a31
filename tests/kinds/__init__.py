"""Tests of generator/kinds."""

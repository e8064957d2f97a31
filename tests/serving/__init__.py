"""Tests of generator/serving."""

"""Tests of the catalogue: forms added as data alone, texts, labels."""

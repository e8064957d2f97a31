"""Tests of putting a site in its place."""

"""Tests of the residents' site."""

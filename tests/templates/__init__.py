"""Tests of the empty workbooks."""

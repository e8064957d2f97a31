"""Tests of the room that opens workbooks."""

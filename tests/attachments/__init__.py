"""Tests of the room of attachments."""

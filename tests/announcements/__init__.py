"""Tests of the bulletins for the loudspeaker."""

"""The maker of the sample: an invented commune's workbooks, the same bytes each time, and the figures they hold."""

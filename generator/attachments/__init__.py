"""What a disclosure carries beside its table: signed scans, minutes, photographs; bare of all that was not meant to be seen."""

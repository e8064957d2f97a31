"""The officer's desk: every step from a commune's workbooks to the published site on one page of this computer alone."""

"""A province of invented communes, as many as are asked for: no two workbooks alike in bytes, rows or layout."""

"""Turn a Vietnamese commune's spreadsheets into public pages and notice-board prints."""

"""Settings of the site; `pelican -s pelicanconf.py` builds what `./congkhai build` builds."""

import os
from pathlib import Path
from typing import Any

_HERE = Path(__file__).parent

AUTHOR = ""
SITENAME = "Công khai"
SITEURL = ""
PATH = "content"
THEME = str(_HERE / "themes" / "congkhai")
OUTPUT_PATH = "output"
TIMEZONE = "Asia/Ho_Chi_Minh"
DEFAULT_LANG = "vi"
RELATIVE_URLS = True

PLUGIN_PATHS = [str(_HERE)]
PLUGINS = ["generator.publication.plugin"]

JINJA_ENVIRONMENT: dict[str, Any] = {"autoescape": True, "trim_blocks": True, "lstrip_blocks": True, "extensions": []}
# Every page is written by the plugin, from data or from content/pages; Pelican's own blog has no part in it.
ARTICLE_PATHS: list[str] = []
PAGE_PATHS: list[str] = []
STATIC_PATHS: list[str] = []
THEME_STATIC_PATHS: list[str] = []
DIRECT_TEMPLATES: list[str] = []
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = ""
MARKDOWN = {
    "extension_configs": {"markdown.extensions.tables": {}, "markdown.extensions.attr_list": {}, "generator.publication.law_marks": {},
                          "generator.publication.written_tables": {}},
    "output_format": "html5"}

CONGKHAI: dict[str, Any] = {"data": "data", "to_print": "to-print", "today": os.environ.get("CONGKHAI_TODAY", "")}

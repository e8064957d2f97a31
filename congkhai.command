#!/bin/sh
# A double click on macOS: the officer's desk opens in the browser.
cd "$(dirname -- "$0")" && exec ./congkhai desk

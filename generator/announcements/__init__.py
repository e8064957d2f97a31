"""Words for the village loudspeaker: a bulletin for each thing on show, and the week in which they are read."""

from generator.announcements.bulletin import Bulletin, bulletin, bulletins, together
from generator.announcements.plain import days_of, plain, span, time_of
from generator.announcements.week import FOLDER, PAGE, PRINT, TEXT, Week, planned, week

__all__ = [
    "FOLDER", "PAGE", "PRINT", "TEXT", "Bulletin", "Week", "bulletin", "bulletins", "days_of", "plain", "planned", "span", "time_of",
    "together", "week",
]

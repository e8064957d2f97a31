"""Budgets: tables of lines in an outline, with what was planned and what was done."""

from generator.kinds.budget.arrange import arrange
from generator.kinds.budget.check import check
from generator.kinds.budget.compare import compare, relate
from generator.kinds.budget.publish import joinable, masked, publish
from generator.kinds.budget.together import check_together

__all__ = ["arrange", "check", "check_together", "compare", "joinable", "masked", "publish", "relate"]

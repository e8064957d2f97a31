"""The old place of `generator.disclosed`."""

from generator.disclosed import Disclosure, Json, PublicRecord, Shown, State

__all__ = ["Disclosure", "Json", "PublicRecord", "Shown", "State"]

"""Numbers that count: what a sentence says how many, how much or how long of."""

from onrecord.finders.quantities.find import find_quantities, quantity_rows

__all__ = ["find_quantities", "quantity_rows"]

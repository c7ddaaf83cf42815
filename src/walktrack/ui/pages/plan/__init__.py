"""The page of the plan: how long to walk on how many days, and why."""

from walktrack.ui.pages.plan.page import PlanPage

__all__ = ["PlanPage"]

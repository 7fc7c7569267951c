"""The Universal Periodic Review: what databases and offices publish of it."""

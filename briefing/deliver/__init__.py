"""Delivering: what a reader gets, the message it comes in, and the couriers that carry it."""

"""Numbers as drawings have them."""


def write_number(value: float) -> str:
    """Write a number with at most two decimals and no "-0"."""
    short = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if short == "-0" else short

"""The two public scales in which an analyst may say how likely something is, and how sure that is.

`icd203` is Intelligence Community Directive 203 (Analytic Standards, 2015; United States), `phia`
the Probability Yardstick of the Professional Head of Intelligence Assessment (United Kingdom). Each
term comes with its range in per cent. Confidence has three steps in both.
"""

from collections.abc import Mapping
from typing import Literal

Scale = Literal["icd203", "phia"]
Confidence = Literal["low", "moderate", "high"]

LIKELIHOOD: Mapping[Scale, Mapping[str, tuple[int, int]]] = {
    "icd203": {
        "almost no chance": (1, 5),
        "remote": (1, 5),
        "very unlikely": (5, 20),
        "highly improbable": (5, 20),
        "unlikely": (20, 45),
        "improbable": (20, 45),
        "roughly even chance": (45, 55),
        "roughly even odds": (45, 55),
        "likely": (55, 80),
        "probable": (55, 80),
        "very likely": (80, 95),
        "highly probable": (80, 95),
        "almost certain": (95, 99),
        "nearly certain": (95, 99),
    },
    "phia": {
        "remote chance": (0, 5),
        "highly unlikely": (10, 20),
        "unlikely": (25, 35),
        "realistic possibility": (40, 50),
        "likely": (55, 75),
        "probable": (55, 75),
        "highly likely": (80, 90),
        "almost certain": (95, 100),
    },
}
"""Terms of each scale, least likely first."""

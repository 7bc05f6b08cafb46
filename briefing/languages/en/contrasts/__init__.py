"""Two voices beside each other that can't both be right, whatever they speak of."""

from briefing.languages.en.contrasts.find import Contrast, ContrastKind, find_contrasts

__all__ = ["Contrast", "ContrastKind", "find_contrasts"]

"""Two voices beside each other that can't both be right, whatever they speak of."""

from briefing.languages.en.contrasts.find import Contrast, find_contrasts

__all__ = ["Contrast", "find_contrasts"]

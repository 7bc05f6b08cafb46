"""Two voices beside each other that can't both be right, whatever they speak of."""

from briefing.languages.en.contrasts.find import ContrastKind, VoiceContrast, find_contrasts

__all__ = ["ContrastKind", "VoiceContrast", "find_contrasts"]

"""What one voice says right behind another's words against them."""

from briefing.languages.en.replies.find import Reply, find_replies

__all__ = ["Reply", "find_replies"]

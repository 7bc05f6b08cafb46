"""From articles as read to every statement that they could make."""

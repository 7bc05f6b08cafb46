"""Letters and what holds them: e-mails, mailboxes, saved pages, winmail.dat."""

from briefing.ingest.mail import mailbox, outlook, saved
from briefing.ingest.mail.letter import content
from briefing.ingest.mail.parts import list_parts

__all__ = ["content", "list_parts", "mailbox", "outlook", "saved"]

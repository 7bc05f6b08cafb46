"""From tagged articles to ranked statements, section by section."""

"""Pages: HTML to the text that a reader sees, with marks over what is not the article."""

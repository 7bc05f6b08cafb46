"""Rendering: from a finished brief to the files that people read.

`page.view_page` turns a `Brief` into what a template sees; the writers `markdown.Markdown`,
`html.Html` and `pdf.Pdf` turn a page into an artifact, and `json.Json` turns the brief itself into
brief.json.
"""

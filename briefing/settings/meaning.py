"""What a field of a config means: the line that schemas, editors and docs/options.md have of it."""


def describe_field(text: str) -> dict[str, str]:
    """The metadata of a field that means `text`, a sentence or two of Markdown."""
    return {"description": text}

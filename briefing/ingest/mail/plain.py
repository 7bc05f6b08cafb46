"""The plain text of a letter as its writer meant it: what flows is joined, what is quoted bare."""


def join_flowed(text: str, *, delete_space: bool) -> str:
    """Text in `format=flowed` (RFC 3676) with its paragraphs whole.

    A line that ends in a space goes on in the next one of the same depth of quotation; with
    `delete_space` (DelSp) that space is none of the text's. The line before a signature, "-- ",
    ends there.
    """
    made: list[str] = []
    open_depth = -1  # of the paragraph that goes on; below zero there is none
    for line in text.split("\n"):
        depth = len(line) - len(line.lstrip(">"))
        words = line[depth:].removeprefix(" ")
        if open_depth == depth and words.strip() != "--":
            made[-1] += words
        else:
            made.append(f"{'>' * depth} {words}" if depth else words)
        open_depth = depth if words.endswith(" ") and words != "-- " else -1
        if open_depth >= 0 and delete_space:
            made[-1] = made[-1][:-1]
    return "\n".join(made)


def unquote_line(line: str) -> str:
    """Give a quoted line without its sign of quotation, one of them where there are several."""
    return line.removeprefix(">").removeprefix(" ")

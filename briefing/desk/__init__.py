"""The analyst's seat: a page on this machine with a live preview, a review and the release.

The analyst's file stays the truth: the page writes to it through `decisions` alone, and shows what
a build of now would make of it.
"""

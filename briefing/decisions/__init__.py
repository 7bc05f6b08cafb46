"""The analyst's file as it is written to: acts, and the one door through which they come in.

    done = write_act(base, Pin(path="seeds/a.txt", passage=7, hash=seal, section="works"), slugs)
    undo_act(done, slugs)

Comments and the order of what stands there stay as they are, byte for byte; two who write at the
same time, and a hand edit between, lose nothing.
"""

from briefing.decisions.acts import Act, Release, Untranslate
from briefing.decisions.door import Done, foresee_act, undo_act, write_act

__all__ = ["Act", "Done", "Release", "Untranslate", "foresee_act", "undo_act", "write_act"]

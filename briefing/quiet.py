"""Libraries speak to those who program with them; what they say reaches no user of this program."""

import logging
import sys
import warnings


def silence_libraries() -> None:
    """Let no library's log or warning reach this process's standard error, unless the user asked
    for warnings.

    A log that somebody set up stays as it is.
    """
    logging.getLogger().addHandler(logging.NullHandler())
    if not sys.warnoptions:
        warnings.simplefilter("ignore")

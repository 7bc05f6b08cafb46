"""From a job to an edition that is kept: the one room that touches disk and clock on the way."""

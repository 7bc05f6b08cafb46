"""Pure text knowledge that several rooms share: sentences, names, dates, speech."""

"""The walk from articles as read to a brief, without clock, network, disk or database."""

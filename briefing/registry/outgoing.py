"""The kinds of couriers and channels that a config may name; most configs name none, and what these
need of the network takes a while to import.

Each dict's annotation is where the type checker proves that a stage conforms.
"""

from collections.abc import Callable, Mapping

from briefing.deliver.couriers import OutboxCourier, SendmailCourier
from briefing.deliver.folder import FolderChannel
from briefing.deliver.webhook import Webhook
from briefing.stages import Channel, Courier

COURIERS: Mapping[str, Callable[..., Courier]] = {
    "outbox": OutboxCourier,
    "sendmail": SendmailCourier,
}
CHANNELS: Mapping[str, Callable[..., Channel]] = {
    Webhook.kind: Webhook,
    FolderChannel.kind: FolderChannel,
}

"""Any server that speaks OpenAI's chat API: a hosted one, or Ollama, llama.cpp, vLLM and LM Studio
on a machine of one's own.

The library is imported when somebody is asked, and not before. It is kept from what it does by
itself: it follows no redirect (another place than `check` named), reads no proxy and no key from
the environment, tries nothing twice, and takes no more of an answer than an answer may have.
"""

import json
import os
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from importlib import util
from typing import Any
from urllib.parse import urlsplit

from briefing.errors import EditorFault
from briefing.model import EditorAnswer, EditorRequest

_MOST_BYTES = 2_000_000  # of an answer, its frame included
_MOST_TOKENS = 1_500  # of an answer: numbers of sixty statements and their clauses take half of it
_OK = range(200, 300)
_BUSY = frozenset({429, 503})
_NO_KEY = "none"  # servers of one's own ask for none; the library wants some word
_SOON = 5.0  # seconds, where a busy server doesn't say how long


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenAIEditor:
    """A model behind OpenAI's chat API: Ollama, llama.cpp, vLLM, LM Studio, or a hosted one.

    base_url: where the API stands, such as `http://127.0.0.1:8080/v1`.
    model: the model's name, as the server knows it and readers are told.
    api_key_env: the environment variable that holds the key, where the server wants one.
    timeout: how many seconds one answer may take.
    temperature: how freely the model chooses; `null` leaves it to the server.
    more: fields that this server wants in every request besides, such as `cache_prompt: false`;
    what looks like a number, `true`, `false` or `null` is sent as that.

    It needs the extra: `pip install 'cited-brief[editor]'`.
    """

    base_url: str
    model: str
    api_key_env: str = ""
    timeout: float = 60.0
    temperature: float | None = 0.0
    more: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Raise ValueError, with a message for each, for options that can't be meant."""
        faults = tuple(self._find_faults())
        if faults:
            raise ValueError(*faults)

    def _find_faults(self) -> Iterator[str]:
        try:
            parts = urlsplit(self.base_url)
            secret = parts.username is not None or parts.password is not None
            web = parts.scheme in {"http", "https"} and bool(parts.hostname)
        except ValueError:
            secret, web = False, False
        if not web:
            yield f"{self.base_url!r} is not a web address (it begins with https:// or http://)"
        if secret:
            yield "'base_url' holds a secret: name the key's variable with api_key_env"
        if not self.model.strip():
            yield "'model' is blank"
        if self.timeout <= 0:
            yield f"'timeout': {self.timeout} leaves no time to answer"

    @property
    def place(self) -> str:
        """The address that requests go to."""
        return self.base_url

    @property
    def unready(self) -> str:
        """Why nobody can be asked: the library or the key is missing."""
        if util.find_spec("openai") is None:
            return "the extra is not installed: pip install 'cited-brief[editor]'"
        if self.api_key_env and not os.environ.get(self.api_key_env):
            return f"the environment has no {self.api_key_env}, which is to hold the key"
        return ""

    def __call__(self, request: EditorRequest) -> EditorAnswer:
        """Ask once. Raises EditorFault where no answer comes, or none of the form of an answer."""
        if self.unready:
            raise EditorFault(self.unready)
        data = _ask_server(self, request)
        return _read_completion(data)


def _ask_server(editor: OpenAIEditor, request: EditorRequest) -> bytes:
    """The bytes of the server's answer. Raises EditorFault."""
    import openai  # noqa: PLC0415 - takes longer than a build without an editor

    ends = time.monotonic() + editor.timeout
    plain = openai.DefaultHttpxClient(
        timeout=editor.timeout,
        trust_env=False,
        follow_redirects=False,
        event_hooks={"response": [_require_success]},
    )
    key = os.environ.get(editor.api_key_env, "") if editor.api_key_env else _NO_KEY
    try:
        with (
            openai.OpenAI(
                base_url=editor.base_url,
                api_key=key,
                organization="",
                project="",
                max_retries=0,
                http_client=plain,
            ) as client,
            client.chat.completions.with_streaming_response.create(
                **_write_body(editor, request)
            ) as response,
        ):
            return _read_bounded(response.iter_bytes(), ends)
    except openai.APITimeoutError as error:
        raise _late(editor) from error
    except openai.OpenAIError as error:
        raise _find_fault(error) from error


def _write_body(editor: OpenAIEditor, request: EditorRequest) -> dict[str, Any]:
    """The request as the API has it; article text is a value in JSON inside the user's message."""
    form = {"name": "choice", "strict": True, "schema": json.loads(request.schema)}
    return {
        "model": editor.model,
        "messages": [
            {"role": "system", "content": request.instructions},
            {"role": "user", "content": request.content},
        ],
        "response_format": {"type": "json_schema", "json_schema": form},
        "max_tokens": _MOST_TOKENS,
        "stream": False,
        **({} if editor.temperature is None else {"temperature": editor.temperature}),
        "extra_body": _read_plain(editor.more),
    }


def _read_plain(value: Any) -> Any:  # noqa: ANN401 - any value of a config
    """A value of a config, in which all is text, as JSON would have it."""
    if isinstance(value, Mapping):
        return {str(key): _read_plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_read_plain(item) for item in value]
    try:
        found = json.loads(value) if isinstance(value, str) else value
    except ValueError:
        return value
    return value if isinstance(found, str | list | dict) else found


def _require_success(response: Any) -> None:  # noqa: ANN401 - of a library that the library brings
    """Refuse an answer by its status before a byte of its body is read: it may have no end."""
    code = response.status_code
    if code in _OK:
        return
    if code in _BUSY:
        said = str(response.headers.get("retry-after", ""))
        again = float(said[:6]) if said.isdecimal() else _SOON
        message = f"is busy (the server answers {code})"
        raise EditorFault(message, again=again)
    message = f"refuses (the server answers {code})"
    raise EditorFault(message)


def _read_bounded(pieces: Iterator[bytes], ends: float) -> bytes:
    """Read an answer up to its size and time."""
    found: list[bytes] = []
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > _MOST_BYTES:
            message = f"answers more than {_MOST_BYTES // 1_000_000} MB"
            raise EditorFault(message)
        if time.monotonic() > ends:
            message = "does not answer in time"
            raise EditorFault(message)
        found.append(piece)
    return b"".join(found)


def _late(editor: OpenAIEditor) -> EditorFault:
    return EditorFault(f"does not answer in {editor.timeout:g} seconds")


def _find_fault(error: BaseException) -> EditorFault:
    """The fault that was raised on the way through the library, else that nothing came through."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, EditorFault):
            return cause
        cause = cause.__cause__
    return EditorFault(f"can't be reached ({type(error.__cause__ or error).__name__})")


def _read_completion(data: bytes) -> EditorAnswer:
    """The text of a completion and what it cost. Raises EditorFault for what is no completion."""
    try:
        node = json.loads(data)
        message = node["choices"][0]["message"]
        usage = node.get("usage") or {}
        text, refusal = message.get("content"), message.get("refusal")
    except (ValueError, RecursionError, LookupError, TypeError, AttributeError) as error:
        message = "answers with something that is no completion"
        raise EditorFault(message) from error
    if not isinstance(text, str):
        message = "declines to answer"
        raise EditorFault(message if refusal else "answers nothing")
    return EditorAnswer(
        text=text,
        tokens_in=_count(usage, "prompt_tokens"),
        tokens_out=_count(usage, "completion_tokens"),
    )


def _count(usage: Any, name: str) -> int:  # noqa: ANN401 - whatever a server sends
    value = usage.get(name) if isinstance(usage, dict) else None
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else 0

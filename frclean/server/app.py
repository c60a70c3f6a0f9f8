"""The application: routes, limits, and headers that keep a browser in its place."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache, partial
from pathlib import Path
from typing import Any, TypeVar

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from frclean.catalogue import catalogue
from frclean.finding import Finding
from frclean.pipeline import Pipeline, explain
from frclean.report.page import page
from frclean.server import upstream
from frclean.server.matches import SOFTWARE, answer, off_by_default
from frclean.server.openapi import openapi
from frclean.server.requests import BadRequestError, CheckRequest, fields_of, is_french
from frclean.server.settings import Settings
from frclean.server.words import Words

__all__ = ["create_app"]

_STATIC = Path(__file__).resolve().parent / "static"
_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
        "img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
}
_T = TypeVar("_T")
#: A text of so many characters is checked where its request is read: it takes a few milliseconds,
#: and a thread that waits for its turn takes a third of one for a paragraph.
AT_ONCE = 2_000


class _RefusedError(Exception):
    """A request that is answered with a status and a reason."""

    def __init__(self, status: int, reason: str, **headers: str) -> None:
        super().__init__(reason)
        self.status, self.headers = status, headers


def create_app(settings: Settings | None = None) -> Starlette:
    """The ASGI application of a server with these settings."""
    settings = settings or Settings()
    service = _Service(settings)
    routes = [
        Route("/", _file("index.html")),
        Route("/app.js", _file("app.js")),
        Route("/style.css", _file("style.css")),
        Route("/v2/check", service.check, methods=["GET", "POST"]),
        Route("/v2/languages", service.languages),
        Route("/v2/info", service.info),
        Route("/v2/maxtextlength", service.max_text_length),
        Route("/v2/healthcheck", service.health),
        Route("/v2/words", service.words),
        Route("/v2/words/add", service.change_words, methods=["POST"]),
        Route("/v2/words/delete", service.change_words, methods=["POST"]),
        Route("/clean", service.clean, methods=["POST"]),
        Route("/explain", service.explain, methods=["POST"]),
        Route("/rules/{code}", service.rule),
        Route("/openapi.json", service.openapi),
    ]
    middleware = [Middleware(_Headers)]
    if "*" not in settings.hosts:
        hosts = list(settings.hosts)
        middleware.append(Middleware(TrustedHostMiddleware, allowed_hosts=hosts))
    if settings.cors:
        middleware.append(
            Middleware(
                CORSMiddleware,
                allow_origins=list(settings.cors),
                allow_methods=["GET", "POST"],
                allow_headers=["Content-Type"],
            )
        )
    return Starlette(
        routes=routes,
        middleware=middleware,
        exception_handlers={_RefusedError: _refused, BadRequestError: _bad_request},
    )


class _Headers:
    """Adds the headers that every answer has."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._headers = [(k.lower().encode(), v.encode()) for k, v in _HEADERS.items()]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *self._headers]
            await send(message)

        await self._app(scope, receive, sent if scope["type"] == "http" else send)


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, _RefusedError)
    return PlainTextResponse(f"Error: {error}", error.status, dict(error.headers))


async def _bad_request(request: Request, error: Exception) -> Response:
    return PlainTextResponse(f"Error: {error}", 400)


def _file(name: str) -> Callable[[Request], Awaitable[Response]]:
    async def serve(request: Request) -> Response:
        return FileResponse(_STATIC / name)

    return serve


@cache
def _checker(level: str) -> Pipeline:
    """What ``/v2/check`` runs: prose as it stands, with typography where it is picky."""
    steps = ("encoding", "rules", "typography") if level == "picky" else ("encoding", "rules")
    return Pipeline(steps)


class _Service:
    """The answers."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._words = Words(settings.words) if settings.words else None
        # Checking holds the interpreter: more threads would only take turns.
        self._pool = ThreadPoolExecutor(2, "frclean-server")
        self._busy = 0

    # --- LanguageTool's API -------------------------------------------------------------------

    async def check(self, request: Request) -> Response:
        """``/v2/check``."""
        fields = fields_of(request.url.query, await self._body(request))
        asked = CheckRequest.of(fields)
        self._measure(asked.sent.sent)
        if not is_french(asked.language):
            return await self._elsewhere(asked, fields)
        job = partial(self._findings, asked)
        found = await (self._at_once(job) if self._is_short(asked) else self._work(job))
        result = answer(asked, found)
        if self._settings.upstream:
            ask = partial(upstream.ask, self._settings.upstream, fields, self._settings.timeout)
            await self._work(partial(upstream.merge, result, ask))
        return _said(result)

    async def _elsewhere(self, asked: CheckRequest, fields: dict[str, str]) -> Response:
        if not self._settings.upstream:
            raise BadRequestError(
                f"'{asked.language[:40]}' is not a language that is checked here: fr, fr-FR, fr-CA "
                "… or auto (frclean serve --upstream URL sends others on)"
            )
        ask = partial(upstream.ask, self._settings.upstream, fields, self._settings.timeout)
        return JSONResponse(await self._work(ask))

    def _findings(self, asked: CheckRequest) -> list[Finding]:
        checker = _checker("picky" if asked.picky else "default")
        options: dict[str, Any] = {}
        if self._words is not None and self._words.all():
            options["words"] = frozenset(self._words.all())
        if wanted := off_by_default(asked.enabled_rules):
            options["extend_select"] = wanted
        if options:
            checker = Pipeline(checker.steps, checker.config, **options)
        return checker.check(asked.sent.text)

    async def languages(self, request: Request) -> Response:
        """``/v2/languages``."""
        codes = ("fr", "fr-FR", "fr-CA", "fr-CH", "fr-BE")
        rows = [{"name": "French", "code": "fr", "longCode": code} for code in codes]
        return JSONResponse(rows)

    async def info(self, request: Request) -> Response:
        """``/v2/info``."""
        return JSONResponse({"software": SOFTWARE})

    async def max_text_length(self, request: Request) -> Response:
        """``/v2/maxtextlength``."""
        return PlainTextResponse(str(self._settings.max_chars))

    async def health(self, request: Request) -> Response:
        """``/v2/healthcheck``."""
        return PlainTextResponse("OK")

    async def words(self, request: Request) -> Response:
        """``/v2/words``."""
        return JSONResponse({"words": sorted(self._dictionary().all())})

    async def change_words(self, request: Request) -> Response:
        """``/v2/words/add`` and ``/v2/words/delete``."""
        words, fields = self._dictionary(), fields_of("", await self._body(request))
        word = fields.get("word", "").strip()
        if not word or len(word) > 100 or any(char.isspace() for char in word):
            raise BadRequestError("word must be one word without blanks")
        if request.url.path.endswith("/add"):
            return JSONResponse({"added": words.add(word)})
        return JSONResponse({"deleted": words.delete(word)})

    def _dictionary(self) -> Words:
        if self._words is None:
            raise _RefusedError(404, "no dictionary here (frclean serve --words FILE)")
        return self._words

    # --- our own API --------------------------------------------------------------------------

    async def clean(self, request: Request) -> Response:
        """``/clean``: the cleaned text."""
        text, options = self._text_and_options(await self._body(request))
        result = await self._work(partial(explain, text, **options))
        return _said({"text": result.text})

    async def explain(self, request: Request) -> Response:
        """``/explain``: the cleaned text with all there is to say about it."""
        text, options = self._text_and_options(await self._body(request))
        result = await self._work(partial(explain, text, **options))
        return _said(result.to_dict())

    async def rule(self, request: Request) -> Response:
        """``/rules/{code}``: the page of a rule, as Markdown."""
        record = catalogue().get(request.path_params["code"].upper())
        if record is None:
            raise _RefusedError(404, "no such rule")
        lang = "en" if request.query_params.get("lang") == "en" else "fr"
        return PlainTextResponse(page(record, lang), media_type="text/markdown")

    async def openapi(self, request: Request) -> Response:
        """``/openapi.json``."""
        return JSONResponse(openapi(self._settings))

    def _text_and_options(self, body: bytes) -> tuple[str, dict[str, Any]]:
        """The text of a JSON body, and the options that a stranger may set: none names a file."""
        try:
            data = json.loads(body)
        except (ValueError, RecursionError) as error:
            raise BadRequestError(f"the body is no JSON: {error}") from None
        if not isinstance(data, dict) or not isinstance(data.get("text"), str):
            raise BadRequestError('the body must be an object with a text: {"text": "…"}')
        text = data.pop("text")
        self._measure(text)
        if unknown := set(data) - set(_OPTIONS):
            raise BadRequestError(f"unknown option {min(unknown)!r}: {', '.join(_OPTIONS)}")
        for name, value in data.items():
            if not _OPTIONS[name](value):
                raise BadRequestError(f"{name} cannot be {json.dumps(value)[:80]}")
        try:
            Pipeline(**data)
        except (ValueError, TypeError) as error:
            raise BadRequestError(str(error)) from None
        return text, data

    # --- limits -------------------------------------------------------------------------------

    async def _body(self, request: Request) -> bytes:
        """The body, as far as it is not too long: a character is 12 bytes at most in a form."""
        most = 12 * self._settings.max_chars + 10_000
        parts, size = [], 0
        async for part in request.stream():
            size += len(part)
            if size > most:
                raise _RefusedError(413, f"the body is longer than {most} bytes")
            parts.append(part)
        return b"".join(parts)

    def _measure(self, text: str) -> None:
        if len(text) > self._settings.max_chars:
            raise _RefusedError(
                413, f"the text has {len(text)} characters; the limit is {self._settings.max_chars}"
            )

    def _is_short(self, asked: CheckRequest) -> bool:
        """True if a text takes no longer to check than to hand to a thread."""
        return len(asked.sent.text) <= AT_ONCE

    async def _at_once(self, job: Callable[[], _T]) -> _T:
        """Do a job here and now; refuse it if there are too many others."""
        self._admit()
        return job()

    def _admit(self) -> None:
        if self._busy >= self._settings.max_concurrent:
            raise _RefusedError(429, "too many requests at a time", **{"Retry-After": "1"})

    async def _work(self, job: Callable[[], _T]) -> _T:
        """Do a job in a thread; refuse it if there are too many, give it up if it lasts."""
        self._admit()
        self._busy += 1
        future = asyncio.get_running_loop().run_in_executor(self._pool, job)
        future.add_done_callback(self._done)
        try:
            return await asyncio.wait_for(asyncio.shield(future), self._settings.timeout)
        except TimeoutError:
            raise _RefusedError(503, "the text takes too long") from None

    def _done(self, future: asyncio.Future[Any]) -> None:
        self._busy -= 1
        if not future.cancelled():
            future.exception()  # seen, also where nobody waits any more


def _said(value: Any) -> Response:
    """The answer in JSON; few have to be gone through for what it cannot carry."""
    try:
        return JSONResponse(value)
    except UnicodeEncodeError:
        return JSONResponse(_sayable(value))


def _sayable(value: Any) -> Any:
    """The value without lone surrogates, which JSON in UTF-8 cannot carry."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    if isinstance(value, dict):
        return {key: _sayable(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_sayable(item) for item in value]
    return value


def _is_flag(value: Any) -> bool:
    return isinstance(value, bool)


def _are_names(value: Any) -> bool:
    return isinstance(value, list) and len(value) <= 200 and all(isinstance(v, str) for v in value)


#: What a request may set, and how it is told from nonsense. « languagetool » and « learnt » name
#: servers and files, and are not here.
_OPTIONS: dict[str, Callable[[Any], bool]] = {
    "steps": lambda v: (
        _are_names(v) and set(v) <= {"encoding", "whitespace", "boilerplate", "rules", "typography"}
    ),
    "select": _are_names,
    "extend_select": _are_names,
    "ignore": _are_names,
    "unsafe_fixes": _is_flag,
    "extend_safe_fixes": _are_names,
    "preview": _is_flag,
    "unwrap": _is_flag,
    "lang": lambda v: v in ("fr", "en"),
    "profile": lambda v: v in ("fr-FR", "fr-CA", "fr-CH", "EU"),
}

"""All settings, read from the environment; README.md has the table of variables.

The defaults are safe: DEBUG is off, only this machine's own names are answered, cookies and pages want HTTPS.
`make run` sets LOCAL=1 for use on one's own machine.
"""

import datetime as dt
import os
from pathlib import Path
from typing import Any

import dj_database_url
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from diplomacy.secret_key import kept_key

BASE_DIR = Path(__file__).resolve().parent.parent


def flag(name: str, default: bool) -> bool:
    """An environment variable that says yes or no."""
    value = os.environ.get(name, "").strip().lower()
    if not value:
        return default
    if value in ("1", "true", "yes", "on"):
        return True
    if value in ("0", "false", "no", "off"):
        return False
    raise ImproperlyConfigured(f"{name}={value!r} is neither yes (1, true, yes, on) nor no (0, false, no, off).")


def number(name: str, default: int) -> int:
    """An environment variable that holds a whole number, not negative."""
    value = os.environ.get(name, "").strip() or str(default)
    if value.isdecimal():
        return int(value)
    raise ImproperlyConfigured(f"{name}={value!r} is not a whole number.")


def names(name: str, default: str = "") -> list[str]:
    """An environment variable that holds names with commas between them."""
    return [part.strip() for part in os.environ.get(name, default).split(",") if part.strip()]


def address(name: str) -> str:
    """An environment variable that holds what a link may lead to: a page or a mailbox."""
    value = os.environ.get(name, "").strip()
    if value and not value.startswith(("https://", "http://", "mailto:")):
        raise ImproperlyConfigured(f"{name}={value!r} does not begin with https://, http:// or mailto:.")
    return value


def database() -> dict[str, Any]:
    """The database of DATABASE_URL; SQLite in db.sqlite3 if there is none."""
    url = os.environ.get("DATABASE_URL") or f"sqlite:///{BASE_DIR / 'db.sqlite3'}"
    try:
        config: dict[str, Any] = {**dj_database_url.parse(url, conn_max_age=60, conn_health_checks=True)}
    except ValueError as error:
        raise ImproperlyConfigured(f"DATABASE_URL: {error}") from error
    if config["ENGINE"].endswith("sqlite3"):
        config["OPTIONS"] = {**SQLITE_OPTIONS, **config.get("OPTIONS", {})}
    return config


# What kind of site this is

DEBUG = flag("DEBUG", default=False)
# On one's own machine: plain HTTP, a key of its own, style sheets straight from their folder.
LOCAL = flag("LOCAL", default=DEBUG)
HTTPS = flag("HTTPS", default=not LOCAL)
# Without a key the commands of manage.py still work; wsgi.py and asgi.py refuse to serve.
SECRET_KEY = os.environ.get("SECRET_KEY") or (kept_key(BASE_DIR / "var" / "secret_key") if LOCAL else "")
ALLOWED_HOSTS = names("ALLOWED_HOSTS", default="localhost,127.0.0.1,[::1]")
CSRF_TRUSTED_ORIGINS = names("CSRF_TRUSTED_ORIGINS")

# The largest text that an import or an upload takes, in bytes; a larger one is refused by name.
MAX_TEXT_BYTES = number("MAX_TEXT_BYTES", default=5_000_000)
# The most that one upload may hold, in bytes; what is larger is not even kept while it comes in.
MAX_UPLOAD_BYTES = number("MAX_UPLOAD_BYTES", default=50_000_000)
DATA_UPLOAD_MAX_NUMBER_FILES = 2_000
# A pasted text may be as long as an uploaded one.
DATA_UPLOAD_MAX_MEMORY_SIZE = MAX_TEXT_BYTES + 1_000_000
FILE_UPLOAD_HANDLERS = [
    "meetings.admin.uploading.Limit",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]

# So many suggestions of readers are taken, from one address in an hour and from all in a day.
SUGGESTIONS_PER_HOUR = number("SUGGESTIONS_PER_HOUR", default=6)
SUGGESTIONS_PER_DAY = number("SUGGESTIONS_PER_DAY", default=200)

# What readers are told of the collection: under which terms its records are free to use, and whom to write to.
DATA_LICENCE = {"name": os.environ.get("DATA_LICENCE", ""), "url": address("DATA_LICENCE_URL")}
CONTACT = address("CONTACT")

# What it is made of

INSTALLED_APPS = [
    "meetings",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django_filters",
    "axes",
    "csp",
]

MIDDLEWARE = [
    "diplomacy.headers.add_headers",
    "csp.middleware.CSPMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "meetings.views.refusals.Refusals",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "diplomacy.urls"
WSGI_APPLICATION = "diplomacy.wsgi.application"

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# Where things are kept

# One writer at a time, readers never wait: WAL, and a write transaction takes its turn when it begins.
SQLITE_OPTIONS: dict[str, Any] = {
    "timeout": 20,
    "transaction_mode": "IMMEDIATE",
    "init_command": "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA mmap_size = 134217728",
}
DATABASES = {"default": database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Where the index of the lists is kept for the next process; nowhere if empty. It can be deleted at any time.
INDEX_PATH = os.environ.get("INDEX_PATH", str(BASE_DIR / "var" / "index"))

# For how many seconds a proxy may go on sending a public list without asking whether anything changed.
PROXY_SECONDS = number("PROXY_SECONDS", default=0)
# The search index, derived from the database: it may be thrown away, and must not be shared with another database.
SEARCH_DIR = Path(os.environ.get("SEARCH_DIR") or BASE_DIR / "var" / "search")

CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}

STATIC_URL = "static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STATICFILES_DIRS = [BASE_DIR / "static"]
PLAIN_STATIC = "django.contrib.staticfiles.storage.StaticFilesStorage"
HASHED_STATIC = "whitenoise.storage.CompressedManifestStaticFilesStorage"
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = LOCAL
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": PLAIN_STATIC if LOCAL else HASHED_STATIC},
}

# Language and time

LANGUAGE_CODE = "en"
# The languages of the interface, each by its own name; all but the first begin an address: /ru/meetings/.
LANGUAGES = [("en", "English"), ("ru", "Русский"), ("kk", "Қазақша"), ("uz", "Oʻzbekcha")]
LOCALE_PATHS = [BASE_DIR / "meetings" / "locale"]
TIME_ZONE = "UTC"
USE_I18N = True
USE_TZ = True

# Who may do what: the roles are in meetings/roles.py

AUTH_PASSWORD_VALIDATORS: list[dict[str, Any]] = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
LOGIN_URL = "admin:login"

# Guessing passwords: a name is locked for the address that failed too often, and for no other, so that nobody can lock
# the staff out from elsewhere. Kept in the database, for all processes; forgotten when its time is over.
BEHIND_PROXY = flag("BEHIND_PROXY", default=False)
AXES_CLIENT_IP_CALLABLE = "diplomacy.network.client_address"
AXES_USERNAME_CALLABLE = "meetings.admin.lockout.name_tried"
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_FAILURE_LIMIT = number("LOGIN_ATTEMPTS", default=5)
AXES_COOLOFF_TIME = dt.timedelta(minutes=15)
AXES_LOCKOUT_CALLABLE = "meetings.admin.lockout.locked_out"
AXES_RESET_ON_SUCCESS = AXES_DISABLE_ACCESS_LOG = True
AXES_ENABLE_ADMIN = False  # shown by meetings/admin/accounts.py

# What browsers are told

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
# "__Host-": browsers take such a cookie from this very host alone and by HTTPS, from no neighbour under the domain.
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = ("__Host-session", "__Host-csrf") if HTTPS else ("session", "csrf")
# Staff sign in anew each working day, and whenever the browser was closed; only they have sessions.
SESSION_COOKIE_AGE = int(dt.timedelta(hours=12).total_seconds())
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SECURE_HSTS_SECONDS = number("HSTS_SECONDS", default=3600) if HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None

# Whether HSTS binds the neighbours under the same domain is not for this site to decide.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]

# Everything comes from this site; nothing is inline. A page that needs more than this is to be mended, not the policy.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
    },
}

# Pages are compressed here, so that a bare server sends them small. Against guessing from sizes (BREACH) every answer
# has a random length, and the one secret that a page holds, the token of a form, is masked anew each time.

# What the operator is told

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": [], "level": "INFO"},
        "django.security.DisallowedHost": {"level": "CRITICAL"},  # strangers knocking; they are answered 400
        "meetings": {"level": os.environ.get("LOG_LEVEL", "INFO").upper()},
        "trafilatura": {"level": "CRITICAL"},  # of pages it cannot read the import tells, by their names
    },
}

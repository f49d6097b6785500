"""The settings under test: those of the site, with nothing left to the machine that runs them."""

import os

os.environ.update(
    DEBUG="0",
    LOCAL="0",
    HTTPS="0",
    SECRET_KEY="only for tests",
    ALLOWED_HOSTS="testserver,localhost,127.0.0.1",
    INDEX_PATH="",
)
if (worker := os.environ.get("PYTEST_XDIST_WORKER")) and (url := os.environ.get("DATABASE_URL")):
    os.environ["DATABASE_URL"] = url.replace("%2Fgw0/", f"%2F{worker}/")  # tests/run.py has a server for each

from diplomacy.settings import *  # noqa: F403
from diplomacy.settings import PLAIN_STATIC, STORAGES

STORAGES["staticfiles"] = {"BACKEND": PLAIN_STATIC}
WHITENOISE_AUTOREFRESH = WHITENOISE_USE_FINDERS = True
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

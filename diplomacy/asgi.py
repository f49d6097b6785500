"""The ASGI application, for a web server."""

import os

from django.core.asgi import get_asgi_application

from diplomacy.secret_key import refuse_without_key

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "diplomacy.settings")

refuse_without_key()
application = get_asgi_application()

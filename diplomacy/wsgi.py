"""The WSGI application, for a web server."""

import os

from django.core.wsgi import get_wsgi_application

from diplomacy.secret_key import refuse_without_key

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "diplomacy.settings")

refuse_without_key()
application = get_wsgi_application()

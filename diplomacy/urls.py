"""The addresses: the admin, and the reading room at the root; in other languages behind /ru/, /kk/, /uz/."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

urlpatterns = i18n_patterns(
    path("admin/review/", include("meetings.admin.urls")),
    path("admin/", admin.site.urls),
    path("", include("meetings.urls")),
    prefix_default_language=False,
)

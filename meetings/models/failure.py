"""Files that could not be read."""

from __future__ import annotations

from django.db import models
from django.utils import timezone


class Failure(models.Model):
    """Why the file of this name could not be imported when it last came; gone once it is imported well."""

    path = models.CharField(max_length=500, unique=True, help_text="The name that its document has, or would have.")
    message = models.TextField()
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("path",)
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.path}: {self.message}"

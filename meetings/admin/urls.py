"""Pages of the correction desk that are no model's own."""

from django.contrib import admin
from django.urls import path

from meetings.admin import review, speaker, suggestions
from meetings.admin.text_review import page as text_review

app_name = "review"

urlpatterns = [
    path("", review.for_staff(review.queue), name="queue"),
    path("<int:pk>/", review.for_staff(review.item), name="item"),
    path("documents/<int:pk>/", review.for_staff(text_review.page), name="document"),
    path("quotes/<int:pk>/speaker/", admin.site.admin_view(speaker.page), name="speaker"),
    path("suggestions/<int:pk>/dismiss/", review.for_staff(suggestions.dismiss), name="dismiss"),
]

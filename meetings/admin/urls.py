"""Pages of the correction desk that are no model's own."""

from django.urls import path

from meetings.admin import review, suggestions

app_name = "review"

urlpatterns = [
    path("", review.for_staff(review.queue), name="queue"),
    path("<int:pk>/", review.for_staff(review.item), name="item"),
    path("suggestions/<int:pk>/dismiss/", review.for_staff(suggestions.dismiss), name="dismiss"),
]

"""Pages of the correction desk that are no model's own."""

from django.urls import path

from meetings.admin import review

app_name = "review"

urlpatterns = [
    path("", review.for_staff(review.queue), name="queue"),
    path("<int:pk>/", review.for_staff(review.item), name="item"),
]

from django.db import migrations, models
from django.db.models import Max, OuterRef, Subquery


def fill(apps, schema_editor):
    """From the accounts that are there; later ones are counted by `resolving`."""
    Account, Meeting = apps.get_model('meetings', 'Account'), apps.get_model('meetings', 'Meeting')
    accounts = Account.objects.filter(meeting=OuterRef('pk'), position__isnull=False).order_by().values('meeting')
    latest = accounts.annotate(latest=Max('document__published_key')).values('latest')
    told = Meeting.objects.filter(account_count__gt=0)
    told.annotate(latest=Subquery(latest)).filter(latest__isnull=False).update(published_key=Subquery(latest))


class Migration(migrations.Migration):

    dependencies = [
        ('meetings', '0003_keys_and_standing'),
    ]

    operations = [
        migrations.AddField(
            model_name='meeting',
            name='published_key',
            field=models.PositiveIntegerField(default=0, editable=False, help_text='Of its latest account.'),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop, elidable=True),
        migrations.AddIndex(
            model_name='meeting',
            index=models.Index(fields=['date_from', 'date_key', 'id'], name='meeting_oldest'),
        ),
        migrations.AddIndex(
            model_name='meeting',
            index=models.Index(fields=['-published_key', '-id'], name='meeting_latest_published'),
        ),
    ]

"""The worker: unfinished imports and the flow, until it is told to stop. All its state is in the database."""

from __future__ import annotations

import logging
import threading

from django.db import OperationalError, close_old_connections

from komshi.observatory.config.flow import advance
from komshi.observatory.sources.imports import Busy, articles_import, inbox_tidy, jobs_unfinished

logger = logging.getLogger(__name__)
SECONDS_IDLE = 1.0
# Between two turns of an import the flow goes on, so that what came in first is read first.
BATCHES_A_TURN = 1
# Each stage holds the log while it works: who saves a review waits no longer than these take.
EVENTS_A_TURN = 100


def work(stop: threading.Event) -> None:
    """Works until `stop` is set, then ends after the transaction that it is in."""
    inbox_tidy()
    while not stop.is_set():
        try:
            busy = turn()
        except OperationalError:
            # A locked or restarting database: nothing is lost, the next turn comes back to it.
            logger.exception("The database did not answer; trying again")
            stop.wait(5 * SECONDS_IDLE)
            busy = False
        close_old_connections()
        if not busy:
            stop.wait(SECONDS_IDLE)


def turn() -> bool:
    """A few batches of every unfinished import, one step of the flow; whether there was anything to do."""
    busy = False
    for job in jobs_unfinished():
        try:
            articles_import(job, batches=BATCHES_A_TURN)
            busy = True
        except Busy:
            continue  # a command in the foreground imports it
    return advance(EVENTS_A_TURN) > 0 or busy

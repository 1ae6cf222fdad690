"""Work off the GUI thread: results, cancelling, owners that go away."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from inspector.gui.jobs import Jobs
from inspector.progress import Progress


def slowly(started: threading.Event) -> Callable[[Progress], str]:
    def work(progress: Progress) -> str:
        started.set()
        for done in range(10_000):
            progress.report(done, 10_000, "slowly")
            time.sleep(0.001)
        return "done"

    return work


def test_result_and_progress_arrive_in_the_gui_thread(qtbot, jobs: Jobs) -> None:
    heard: list[tuple[Any, ...]] = []

    def work(progress: Progress) -> int:
        assert threading.current_thread() is not threading.main_thread()
        progress.report(5, 10, "half")
        return 42

    owner = QObject()
    jobs.start(
        owner,
        work,
        on_done=lambda value: heard.append(("done", value, threading.current_thread().name)),
        on_progress=lambda *what: heard.append(what),
    )
    qtbot.waitUntil(lambda: jobs.running == 0)
    assert heard == [(5, 10, "half"), ("done", 42, "MainThread")]


def test_errors_arrive_as_they_were_raised(qtbot, jobs: Jobs) -> None:
    errors: list[Exception] = []
    owner = QObject()
    jobs.start(owner, lambda progress: 1 // 0, on_error=errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], ZeroDivisionError)


def test_cancel_stops_the_work_and_is_told_once(qtbot, jobs: Jobs) -> None:
    told: list[str] = []
    started = threading.Event()
    owner = QObject()
    job = jobs.start(
        owner,
        slowly(started),
        on_done=lambda _: told.append("done"),
        on_cancelled=lambda: told.append("cancelled"),
    )
    started.wait(5)
    job.cancel()
    qtbot.waitUntil(lambda: jobs.running == 0)
    assert told == ["cancelled"]


def test_a_late_result_is_discarded_not_delivered(qtbot, jobs: Jobs) -> None:
    told: list[str] = []
    thrown: list[str] = []
    go = threading.Event()

    def work(progress: Progress) -> str:
        go.wait(5)
        return "late"

    owner = QObject()
    job = jobs.start(owner, work, on_done=told.append, discard=thrown.append)
    job.abandon()
    go.set()
    qtbot.waitUntil(lambda: jobs.running == 0)
    assert (told, thrown) == ([], ["late"])


def test_a_job_ends_with_its_owner(qtbot, jobs: Jobs) -> None:
    started = threading.Event()
    owner = QObject()
    jobs.start(owner, slowly(started), on_done=lambda _: None)
    started.wait(5)
    owner.deleteLater()
    qtbot.waitUntil(lambda: jobs.running == 0)


def test_many_owners_come_and_go(qtbot, jobs: Jobs) -> None:
    for _ in range(200):
        owner = QObject()
        jobs.start(owner, lambda progress: [progress.report(i, 9, "") for i in range(9)])
        owner.deleteLater()
    qtbot.waitUntil(lambda: jobs.running == 0, timeout=10_000)


def test_closing_waits_a_moment_and_discards(qtbot) -> None:
    jobs = Jobs()
    started = threading.Event()
    owner = QObject()
    jobs.start(owner, slowly(started))
    started.wait(5)
    begin = time.monotonic()
    assert jobs.close(1.0)
    assert time.monotonic() - begin < 1.0


def test_closing_does_not_wait_for_jobs_that_never_began(qtbot) -> None:
    jobs = Jobs()
    started = [threading.Event() for _ in range(4)]
    owner = QObject()
    for event in started:
        jobs.start(owner, slowly(event))
    started[1].wait(5)
    begin = time.monotonic()
    assert jobs.close(5.0)
    assert time.monotonic() - begin < 2.0


def test_nothing_begins_after_closing(qtbot) -> None:
    """A timer of a window that closes may still ask for work."""
    jobs, begun = Jobs(), []
    assert jobs.close(1.0)
    job = jobs.start(QObject(), lambda _: begun.append("work"))
    assert job.is_orphan
    assert jobs.running == 0
    assert begun == []


def test_progress_is_not_a_flood(qtbot, jobs: Jobs) -> None:
    reports: list[int] = []

    def work(progress: Progress) -> None:
        for done in range(100_000):
            progress.report(done, 100_000, "")

    owner = QObject()
    jobs.start(owner, work, on_progress=lambda done, *_: reports.append(done))
    qtbot.waitUntil(lambda: jobs.running == 0, timeout=10_000)
    assert 1 <= len(reports) < 50

"""Manners: robots.txt and pauses."""

from __future__ import annotations

import time

import pytest

from komshi.pipeline.fetch.addresses import FetchRefused
from komshi.pipeline.fetch.client import Limits
from komshi.pipeline.fetch.polite import RobotsRefused, Visitor

from .conftest import Site


def visitor(**values: object) -> Visitor:
    given = {"version": "0", "pause": 0.0, "allowed": {"127.0.0.1", "::1"}, "limits": Limits(seconds=5), **values}
    return Visitor(**given)


def test_a_site_that_does_not_want_robots_somewhere_is_obeyed(site: Site) -> None:
    site.pages |= {"/robots.txt": b"User-agent: *\nDisallow: /private/\n", "/news": b"ok", "/private/x": b"no"}
    guest = visitor()
    assert guest.fetch(f"{site.url}/news").body == b"ok"
    with pytest.raises(RobotsRefused):
        guest.fetch(f"{site.url}/private/x")
    assert "/private/x" not in site.paths()


def test_a_rule_for_us_by_name_counts_before_the_rule_for_all(site: Site) -> None:
    site.pages |= {"/robots.txt": b"User-agent: Komshi\nDisallow: /\n\nUser-agent: *\nAllow: /\n", "/news": b"ok"}
    with pytest.raises(RobotsRefused):
        visitor().fetch(f"{site.url}/news")


def test_robots_txt_is_asked_for_once_a_day(site: Site) -> None:
    site.pages |= {"/robots.txt": b"User-agent: *\nDisallow:\n", "/news": b"ok"}
    store: dict[str, tuple[str, float]] = {}
    for _ in range(3):
        visitor(robots=store).fetch(f"{site.url}/news")
    assert site.paths().count("/robots.txt") == 1
    store[site.url] = (store[site.url][0], time.time() - 1)
    visitor(robots=store).fetch(f"{site.url}/news")
    assert site.paths().count("/robots.txt") == 2


def test_no_robots_txt_allows_everything(site: Site) -> None:
    site.pages["/news"] = b"ok"
    assert visitor().fetch(f"{site.url}/news").status == 200


def test_a_robots_txt_that_fails_keeps_us_away_for_now(site: Site) -> None:
    site.pages |= {"/robots.txt": lambda request: request.answer(503), "/news": b"ok"}
    with pytest.raises(RobotsRefused):
        visitor().fetch(f"{site.url}/news")


def test_a_private_address_is_refused_before_its_robots_txt_is_asked_for(site: Site) -> None:
    with pytest.raises(FetchRefused):
        visitor(allowed=()).fetch(f"{site.url}/news")
    assert site.seen == []


def test_two_requests_to_one_host_keep_their_distance(site: Site) -> None:
    site.pages |= {"/a": b"a", "/b": b"b"}
    guest = visitor(pause=0.4)
    guest.fetch(f"{site.url}/a")
    began = time.monotonic()
    guest.fetch(f"{site.url}/b")
    assert time.monotonic() - began >= 0.35


def test_a_longer_pause_that_the_site_asks_for_is_kept(site: Site) -> None:
    site.pages |= {"/robots.txt": b"User-agent: *\nCrawl-delay: 1\n", "/a": b"a", "/b": b"b"}
    guest = visitor()
    guest.fetch(f"{site.url}/a")
    began = time.monotonic()
    guest.fetch(f"{site.url}/b")
    assert time.monotonic() - began >= 0.9


def test_the_visitor_says_who_it_is_and_where_to_complain(site: Site) -> None:
    site.pages["/a"] = b"a"
    visitor(version="9", contact="https://komshi.example.org").fetch(f"{site.url}/a")
    agent = site.seen[-1].headers["User-Agent"]
    assert agent == "Komshi/9 (news reader of a civil society observatory; +https://komshi.example.org)"

"""Settings are kept in one file; what in it cannot be read or is not allowed counts as its default."""

import pytest

from desktop.settings import (
    ALL,
    AUTHOR,
    GEOMETRY,
    MOST_RECENT,
    PANES,
    PLACE,
    QUOTES_SHOWN,
    RECENT,
    THEME,
    ZOOM,
    Settings,
)


def test_every_setting_has_its_default_at_first():
    settings = Settings()
    assert [settings.get(setting) for setting in ALL] == [setting.default for setting in ALL]
    assert len({setting.key for setting in ALL}) == len(ALL)


@pytest.mark.parametrize(
    ("setting", "value"),
    [(THEME, "dark"), (ZOOM, 150), (GEOMETRY, b"\0\x01, \xff"), (PANES, b""), (QUOTES_SHOWN, False),
     (QUOTES_SHOWN, True), (PLACE, "/home/a, b/Ж.parley\nastana-04\toverview\t"), (RECENT, "/a/b,c; d.parley\n/e")],
)  # fmt: skip
def test_a_value_is_the_same_after_a_restart(setting, value):
    settings = Settings()
    settings.put(setting, value)
    settings.sync()
    assert Settings().get(setting) == value


@pytest.mark.parametrize(
    ("line", "setting"),
    [("look/zoom=big", ZOOM), ("look/zoom=0", ZOOM), ("look/zoom=-100", ZOOM), ("look/zoom=99999999999999999999", ZOOM),
     ("look/zoom=1, 2", ZOOM), ("look/zoom=", ZOOM), ("look/theme=purple", THEME), ("look/theme=a, b", THEME),
     ("window/quotes=perhaps", QUOTES_SHOWN), ("window/quotes=", QUOTES_SHOWN), ("window/place=1, 2", PLACE),
     ("files/recent=@Invalid()", RECENT), ("look/zoom=@ByteArray(12)", ZOOM),
     (r"person/author=A\0", AUTHOR)],
)  # fmt: skip
def test_a_broken_value_counts_as_the_default(home, line, setting):
    section, _, rest = line.partition("/")
    (home / "parley.ini").write_text(f"[{section}]\n{rest}\n")
    assert Settings().get(setting) == setting.default


@pytest.mark.qt_log_ignore("Trying to construct an instance of an invalid type")
def test_a_value_that_qt_itself_cannot_read_counts_as_the_default(home):
    (home / "parley.ini").write_text("[look]\nzoom=@Variant(nonsense)\n")
    assert Settings().get(ZOOM) == 100


@pytest.mark.parametrize("text", ["\0\0\0", "[look", "no equals sign", "[]\n=\n", "\ufeff[look]\nzoom=x"])
def test_a_broken_file_counts_as_none(home, text):
    (home / "parley.ini").write_text(text)
    settings = Settings()
    assert [settings.get(setting) for setting in ALL] == [setting.default for setting in ALL]


def test_broken_places_of_the_window_do_not_keep_it_from_starting(home, start, astana):
    (home / "parley.ini").write_text("[window]\ngeometry=nonsense\npanes=@ByteArray(\\0\\xff)\nplace=x\\ny\\nz\n")
    assert start(astana).window.width() > 600


def test_recent_libraries_are_those_still_there_newest_first(tmp_path):
    settings = Settings()
    paths = [tmp_path / f"{number}.parley" for number in range(MOST_RECENT + 3)]
    for path in paths:
        path.touch()
        settings.add_recent(path)
    settings.add_recent(paths[5])
    paths[4].unlink()
    newest = [paths[5], *(path for path in reversed(paths) if path != paths[5])][:MOST_RECENT]
    assert settings.recent() == [path for path in newest if path != paths[4]]


def test_a_recent_library_whose_name_is_too_long_or_closed_to_us_is_left_out(tmp_path):
    settings = Settings()
    settings.put(RECENT, f"{'x' * 5000}\n{tmp_path}\n\0")
    assert settings.recent() == [tmp_path]

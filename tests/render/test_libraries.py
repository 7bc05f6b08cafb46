"""Where the PDF's libraries are found and how they are had, system by system."""

import ctypes.util

import pytest

from briefing.render.libraries import FALLBACK, advise_install, load_by_name, show_homebrew


def shown(folders, **environment):
    show_homebrew("darwin", environment, lambda folder: folder in folders)
    return environment[FALLBACK].split(":")


def test_homebrew_is_shown_to_this_very_process():
    assert shown({"/opt/homebrew/lib"}) == ["/opt/homebrew/lib", "/usr/local/lib", "/usr/lib"]
    assert shown({"/usr/local/lib"}) == ["/usr/local/lib", "/usr/lib"]
    assert shown({"/x/lib"}, HOMEBREW_PREFIX="/x")[0] == "/x/lib"


def test_what_the_user_set_comes_first_and_twice_changes_nothing():
    environment = {FALLBACK: "/mine"}
    for _ in range(2):
        show_homebrew("darwin", environment, lambda folder: folder == "/opt/homebrew/lib")
    assert environment[FALLBACK] == "/mine:/opt/homebrew/lib:/usr/local/lib:/usr/lib"


@pytest.mark.parametrize("platform", ["linux", "win32"])
def test_elsewhere_nothing_is_set(platform):
    environment = {}
    show_homebrew(platform, environment, lambda _: True)
    assert environment == {}


def test_pythons_own_search_finds_a_library_there(tmp_path):
    """As on macOS, whose search is Python and runs here too."""
    from ctypes.macholib.dyld import dyld_find

    (tmp_path / "lib").mkdir()
    (tmp_path / "lib/libpango-1.0.0.dylib").touch()
    environment = {"HOMEBREW_PREFIX": str(tmp_path)}
    show_homebrew("darwin", environment)
    found = dyld_find("libpango-1.0.0.dylib", env=environment)
    assert found == str(tmp_path / "lib/libpango-1.0.0.dylib")


def test_on_linux_the_linker_alone_is_asked_and_python_searches_again_afterwards():
    search = ctypes.util.find_library
    with load_by_name("linux"):
        assert ctypes.util.find_library("c") is None
    assert ctypes.util.find_library is search
    with pytest.raises(OSError, match="libpango"), load_by_name("linux"):
        ctypes.CDLL("libpango-of-nowhere.so")
    assert ctypes.util.find_library is search


@pytest.mark.parametrize("platform", ["darwin", "win32"])
def test_elsewhere_python_searches(platform):
    search = ctypes.util.find_library
    with load_by_name(platform):
        assert ctypes.util.find_library is search


@pytest.mark.parametrize(
    ("platform", "there", "said"),
    [
        ("darwin", "", "brew install"),
        ("win32", "", "MSYS2"),
        ("linux", "/etc/alpine-release", "apk add"),
        ("linux", "/etc/fedora-release", "dnf install"),
        ("linux", "/etc/arch-release", "pacman -S"),
        ("linux", "", "apt-get install"),
    ],
)
def test_every_system_is_told_its_own_command(platform, there, said):
    assert said in advise_install(platform, lambda path: path == there)

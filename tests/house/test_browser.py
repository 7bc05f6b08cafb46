"""The browser that tests are lent."""


def test_it_shows_a_page_and_reaches_nothing_else(browser):
    page = browser.new_page()
    failed = []
    page.on("requestfailed", lambda request: failed.append(request.url))
    page.set_content('<title>here</title><img src="https://briefing.example/there.png">')
    page.wait_for_load_state("load")
    assert page.title() == "here"
    assert failed == ["https://briefing.example/there.png"]
    page.close()

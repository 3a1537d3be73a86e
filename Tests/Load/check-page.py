#!/usr/bin/env python3
"""Uses the page in headless Chromium as a reader would, and checks it with axe-core.

  apt-get install chromium chromium-driver; pip install selenium axe-core-python
  tillit serve --rate-limit 0 &
  Tests/Load/check-page.py http://localhost:8080 [--screenshots FOLDER]

Exits 1 if a step or a check fails.
"""
import argparse, pathlib, shutil, sys
import axe_core_python
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait
from selenium.common.exceptions import StaleElementReferenceException

AXE = (pathlib.Path(axe_core_python.__file__).parent / "axe.min.js").read_text()
QUESTION = "hvor lang er oppsigelsestiden?"
failures = []


def check(name, passed, detail=""):
    print(("ok    " if passed else "FAIL  ") + name, detail)
    if not passed:
        failures.append(name)


def browser(width=1000, height=900, dark=False, script=True):
    options = webdriver.ChromeOptions()
    for argument in ["--headless", "--no-sandbox", "--disable-gpu", "--lang=nb"]:
        options.add_argument(argument)
    preferences = {"intl.accept_languages": "nb"}
    if not script:
        preferences["profile.managed_default_content_settings.javascript"] = 2
    options.add_experimental_option("prefs", preferences)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(shutil.which("chromedriver")))
    driver.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500})
    if dark:
        driver.execute_cdp_cmd(
            "Emulation.setEmulatedMedia",
            {"features": [{"name": "prefers-color-scheme", "value": "dark"}]})
    return driver


def find(driver, selector):
    return WebDriverWait(driver, 30).until(lambda d: d.find_element(By.CSS_SELECTOR, selector))


def ask(driver, question):
    box = find(driver, "#question")
    box.clear()
    box.send_keys(question)
    find(driver, "form#ask button.primary").click()
    found = lambda d: [h for h in d.find_elements(By.CSS_SELECTOR, "#answer h1") if h.text == question]
    return WebDriverWait(driver, 30, ignored_exceptions=[StaleElementReferenceException]).until(found)[0]


def violations(driver):
    # axe runs from the driver: the page's own policy lets no foreign script in.
    driver.execute_script(AXE)
    results = driver.execute_async_script(
        "const done = arguments[0]; axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a',"
        " 'wcag21aa', 'wcag22aa', 'best-practice']}).then(done);")
    return [(v["id"], [n["target"] for n in v["nodes"]][:3]) for v in results["violations"]]


def overflow(driver):
    return driver.execute_script("return document.documentElement.scrollWidth - innerWidth")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("address")
    parser.add_argument("--screenshots")
    arguments = parser.parse_args()
    base = arguments.address.rstrip("/")

    def picture(driver, name):
        if arguments.screenshots:
            driver.save_screenshot(str(pathlib.Path(arguments.screenshots) / f"{name}.png"))

    for name, settings in {
        "wide": {}, "narrow": {"width": 360}, "dark": {"dark": True},
        "narrow-dark": {"width": 360, "dark": True},
    }.items():
        driver = browser(**settings)
        driver.get(base)
        picture(driver, f"{name}-home")
        check(f"{name}: axe, front page", not (found := violations(driver)), found)
        heading = ask(driver, QUESTION)
        check(f"{name}: asked", heading.text == QUESTION, heading.text)
        check(f"{name}: no question in the address", "?" not in driver.current_url)
        check(f"{name}: axe, answer", not (found := violations(driver)), found)
        check(f"{name}: fits the width", overflow(driver) <= 0, overflow(driver))
        picture(driver, f"{name}-answer")
        heading = ask(driver, "og for lærlinger?")
        check(f"{name}: followed up", heading.text == "og for lærlinger?")
        earlier = driver.find_elements(By.CSS_SELECTOR, ".earlier li")
        check(f"{name}: history kept", [e.get_attribute("textContent") for e in earlier] == [QUESTION])
        ask(driver, "romskip til mars zzzxqw")
        picture(driver, f"{name}-missing")
        check(f"{name}: axe, not found", not (found := violations(driver)), found)
        ask(driver, QUESTION)
        find(driver, ".passage h2 a").click()
        find(driver, "article.document")
        target = driver.execute_script("return document.querySelector(':target')?.textContent")
        check(f"{name}: the passage is opened in its document", bool(target), (target or "")[:60])
        check(f"{name}: axe, document", not (found := violations(driver)), found)
        check(f"{name}: document fits the width", overflow(driver) <= 0, overflow(driver))
        picture(driver, f"{name}-document")
        driver.back()
        find(driver, "body")
        back = [h.text for h in driver.find_elements(By.CSS_SELECTOR, "#answer h1")]
        check(f"{name}: back from the document, the answer is still there", back == [QUESTION], back)
        driver.get(base + "/documents")
        check(f"{name}: axe, documents", not (found := violations(driver)), found)
        errors = [e for e in driver.get_log("browser") if e["level"] == "SEVERE"]
        check(f"{name}: no errors in the console", not errors, errors)
        driver.quit()

    driver = browser(script=False)
    driver.get(base)
    check("without script: asked", ask(driver, QUESTION).text == QUESTION)
    check("without script: followed up", ask(driver, "og for lærlinger?").text == "og for lærlinger?")
    check("without script: passages", len(driver.find_elements(By.CSS_SELECTOR, ".passage")) > 0)
    check(
        "without script: no dead buttons",
        not any(b.is_displayed() for b in driver.find_elements(By.CSS_SELECTOR, "button.copy")))
    picture(driver, "without-script")
    driver.quit()

    driver = browser()
    driver.get(base)
    find(driver, "#question").send_keys("hvor lang er oppsigelsesfristen")
    check("as one types: an answer comes", bool(find(driver, "#answer .passage, #answer .summary")))
    find(driver, "#question").send_keys(Keys.ENTER)
    WebDriverWait(driver, 30).until(lambda d: "/ask" in d.current_url)
    active = lambda: driver.switch_to.active_element
    driver.find_element(By.TAG_NAME, "body").send_keys(Keys.TAB)
    check("keyboard: the first stop skips to the answer", active().get_attribute("class") == "skip")
    active().send_keys(Keys.ENTER)
    check("keyboard: skipped", driver.current_url.endswith("#answer"))
    for _ in range(30):
        active().send_keys(Keys.TAB)
        if active().find_elements(By.XPATH, "./parent::h2"):
            break
    first = active().text
    check("keyboard: a citation is reached", "§" in first, first)
    outline = driver.execute_script("return getComputedStyle(document.activeElement).outlineStyle")
    check("keyboard: the focus is seen", outline != "none", outline)
    active().send_keys(Keys.ARROW_DOWN)
    second = driver.execute_script("return document.activeElement.closest('.passage').id || "
        "[...document.querySelectorAll('.passage')].indexOf(document.activeElement.closest('.passage'))")
    check("keyboard: down goes to the next passage", second == 1, second)
    # Headless Chromium has no clipboard to read: what would be written to it is kept.
    driver.execute_script(
        "navigator.clipboard.writeText = async (text) => { document.body.dataset.copied = text; };")
    button = find(driver, "button.copy")
    button.send_keys(Keys.ENTER)
    status = WebDriverWait(driver, 10).until(lambda d: d.find_element(By.ID, "status").get_attribute("textContent"))
    copied = find(driver, "body").get_attribute("data-copied")
    quote = driver.execute_script(
        "return [...document.querySelector('.passage').querySelectorAll('.quote')]"
        ".map((run) => run.textContent).join('').replace(/\\s+/g, ' ').trim();")
    check("keyboard: the quotation is copied", status == "Kopiert", status)
    check("keyboard: with its citation", copied.startswith(f"«{quote}» ({first}"), copied)
    for form in driver.find_elements(By.CSS_SELECTOR, "form.feedback")[:1]:
        form.find_element(By.CSS_SELECTOR, "button").send_keys(Keys.ENTER)
        thanks = WebDriverWait(driver, 10).until(
            lambda d: form.text if form.text.startswith("Takk") else None)
        check("keyboard: feedback is sent from where one is", active() == form, thanks)
    driver.quit()
    sys.exit(1 if failures else 0)


main()

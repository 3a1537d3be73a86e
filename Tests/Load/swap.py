#!/usr/bin/env python3
"""Changes every text 50 times while clients ask, then kills the server and starts it anew.

  make build; Tests/Load/swap.py [SWAPS]

Every answer must come from one edition of the texts, the one that its X-Index-Version stands for.
"""
import http.client, json, pathlib, re, signal, subprocess, sys, tempfile, threading, time

swaps = int(sys.argv[1]) if len(sys.argv) > 1 else 50
program = pathlib.Path(__file__).parents[2] / ".build/release/tillit"
folder = pathlib.Path(tempfile.mkdtemp(prefix="tillit-swap-"))
texts = folder / "texts"
texts.mkdir()


def write(edition):
    for number in range(40):
        sections = [
            f"## § {number}-{section} Ferie\n\nFerien i sak {number} varer {section} uker etter "
            f"utgave{edition} av reglene, og avtales med den tillitsvalgte.\n"
            for section in range(1, 11)]
        # By renaming: a text that is half written would be half read.
        draft = texts / "draft"
        draft.write_text(f"# Sak {number}\n\n" + "\n".join(sections))
        draft.rename(texts / f"sak-{number}.md")


def serve(port):
    process = subprocess.Popen(
        [program, "serve", "--knowledge", texts, "--index", folder / "index.sqlite", "--port",
         str(port), "--rate-limit", "0", "--refresh", "0"], stderr=subprocess.PIPE, text=True)
    for line in process.stderr:
        if found := re.search(r"answers at http://127\.0\.0\.1:(\d+)", line):
            threading.Thread(target=lambda: [None for _ in process.stderr], daemon=True).start()
            return process, int(found[1])
    sys.exit("the server didn't start")


def ask(client):
    client.request(
        "POST", "/ask", '{"question": "hvor mange uker varer ferien?"}',
        {"Content-Type": "application/json"})
    response = client.getresponse()
    body = response.read().decode()
    return response.status, response.headers["X-Index-Version"], set(re.findall(r"utgave(\d+)", body))


def load(port, stop, answers, failures):
    client = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    while not stop.is_set():
        try:
            answers.append(ask(client))
        except (OSError, http.client.HTTPException) as error:
            failures.append(repr(error))
            client.close()


write(0)
server, port = serve(0)
stop, answers, failures = threading.Event(), [], []
clients = [threading.Thread(target=load, args=(port, stop, answers, failures)) for _ in range(8)]
for client in clients:
    client.start()
watch = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
times = []
time.sleep(1)  # The look for changes at the start must not see half of the first.
for edition in range(1, swaps + 1):
    write(edition)
    begin = time.monotonic()
    server.send_signal(signal.SIGHUP)
    while (found := ask(watch))[2] != {str(edition)}:
        answers.append(found)
        time.sleep(0.05)
        if time.monotonic() - begin > 60:
            sys.exit(f"edition {edition} never came")
    times.append(time.monotonic() - begin)
stop.set()
for client in clients:
    client.join()

editions = {}
for status, version, found in answers:
    editions.setdefault(version, set()).update(found)
failed = len(failures) + sum(status != 200 for status, _, _ in answers)
mixed = sum(len(found) != 1 for _, _, found in answers)
mixed += sum(len(found) != 1 for found in editions.values())
print(f"{swaps} swaps, {len(answers)} answers from {len(editions)} indexes: {failed} failed, "
      f"{mixed} mixed; a swap took {sum(times) / len(times):.2f} s, at most {max(times):.2f} s")

restarts = []
for round in range(5):
    write(f"{swaps + 1 + round}")  # The texts change too: that mustn't keep anyone waiting.
    server.kill()
    server.wait()
    begin = time.monotonic()
    server, port = serve(port)
    status, _, _ = ask(http.client.HTTPConnection("127.0.0.1", port, timeout=30))
    restarts.append(time.monotonic() - begin)
    failed += status != 200
print("killed, and answering again after", ", ".join(f"{t:.2f} s" for t in restarts))
server.terminate()
passed = failed == 0 and mixed == 0 and len(editions) >= swaps and max(restarts) <= 1
passed = server.wait(timeout=10) == 0 and passed
print("passed" if passed else "FAILED", *failures[:3])
sys.exit(0 if passed else 1)

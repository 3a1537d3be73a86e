#!/usr/bin/env python3
"""Measures good clients while hostile ones do their worst: slow heads, slow bodies, slow readers,
10,000 idle connections, malformed requests. The server's p99 must stay within twice the quiet one.

  tillit serve --rate-limit 0 & ; Tests/Load/hostile.py PORT PID
"""
import http.client, multiprocessing, random, resource, socket, statistics, sys, threading, time

port, pid = int(sys.argv[1]), int(sys.argv[2])
resource.setrlimit(resource.RLIMIT_NOFILE, (resource.getrlimit(resource.RLIMIT_NOFILE)[1],) * 2)
HOST = b"Host: localhost\r\n"
BODY = '{"question":"hvor lang er oppsigelsestiden?","limit":3}'


def connect():
    s = socket.socket()
    s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    # 10,000 connections from one address would run out of ports: any loopback address will do.
    s.bind((f"127.0.{random.randrange(1, 40)}.{random.randrange(1, 250)}", 0))
    s.settimeout(5)
    s.connect(("127.0.0.1", port))
    return s


def good(count):
    """p99 and failures of a client that asks politely, anew where its connection was closed."""
    times, failures, client = [], 0, None
    for _ in range(count):
        begin = time.monotonic()
        for attempt in (0, 1):
            try:
                client = client or http.client.HTTPConnection("localhost", port, timeout=30)
                client.request("POST", "/ask", BODY, {"Content-Type": "application/json"})
                response = client.getresponse()
                response.read()
                failures += response.status != 200
                break
            except (OSError, http.client.HTTPException):
                client = None
                failures += attempt
        times.append(time.monotonic() - begin)
    return statistics.quantiles(times, n=100)[98] * 1000, failures


def measured(count):
    """The same from a process of its own, which has no hostile client's threads to take turns with."""
    return reader.apply(good, (count,))


def memory():
    with open(f"/proc/{pid}/status") as status:
        return next(int(line.split()[1]) // 1024 for line in status if line.startswith("VmRSS"))


def keep(connections, stop, pulse):
    """Keeps connections busy with a byte each now and then, and opens new ones for those closed."""
    while not stop.is_set():
        for index, s in enumerate(connections):
            try:
                if pulse:
                    s.send(pulse)
            except OSError:
                try:
                    s.close()
                    connections[index] = connect()
                except OSError:
                    pass
        stop.wait(0.5)


def flood(name, count, first, pulse):
    connections, stop = [], threading.Event()
    for _ in range(count):
        try:
            s = connect()
            s.send(first) if first else None
            connections.append(s)
        except OSError:
            pass
    thread = threading.Thread(target=keep, args=(connections, stop, pulse))
    thread.start()
    p99, failures = measured(1_000)
    stop.set()
    thread.join()
    for s in connections:
        s.close()
    return f"{name} ({len(connections)} opened)", (p99, failures)


def noisy():
    stop = multiprocessing.Event()
    makers = [multiprocessing.Process(target=noise, args=(stop,)) for _ in range(2)]
    for maker in makers:
        maker.start()
    found = measured(1_000)
    stop.set()
    for maker in makers:
        maker.join()
    return found


def noise(stop):
    rubbish = [b"\x16\x03\x01\x02\x00", b"GET / HTTP/1.1\r\n\r\n", b"G@T / HTTP/1.1\r\n\r\n",
               b"POST /ask HTTP/1.1\r\n" + HOST + b"Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n",
               b"GET /" + b"a" * 100_000, b"\xff\xfe\x00" * 50]
    while not stop.is_set():
        try:
            s = connect()
            s.send(random.choice(rubbish))
            s.close()
        except OSError:
            pass
        time.sleep(0.002)  # Some 800 a second: all that is measured here shares the machine.


reader = multiprocessing.Pool(1)
measured(200)
cases = [
    ("500 slow heads", 500, b"GET / HTTP/1.1\r\n", b"X"),
    ("500 slow bodies", 500, b"POST /ask HTTP/1.1\r\n" + HOST + b"Content-Type: application/json\r\nContent-Length: 60000\r\n\r\n", b" "),
    ("500 slow readers", 500, b"GET /openapi.json HTTP/1.1\r\n" + HOST + b"\r\n", b""),
    ("10,000 idle connections", 10_000, b"", b""),
]
# Others may be using the machine: everything is measured three times, and medians compared.
quiet, hostile, bad = [], {}, 0
for _ in range(3):
    for case in [None] + cases + [None, "noise", None]:
        if case is None:
            name, found = "quiet", measured(1_000)
            quiet.append(found[0])
        else:
            name, found = ("malformed requests", noisy()) if case == "noise" else flood(*case)
            hostile.setdefault(name, []).append(found[0])
        bad += found[1]
        print(f"{name:28} p99 {found[0]:7.1f} ms  failures {found[1]}  memory {memory()} MB")
allowed = 2 * statistics.median(quiet)
passed = bad == 0
for name, times in hostile.items():
    passed = passed and statistics.median(times) <= allowed
    print(f"{name}: p99 {statistics.median(times):.1f} ms of {allowed:.1f} ms allowed")
print("passed" if passed else "FAILED", f"{bad} failures")
sys.exit(0 if passed else 1)

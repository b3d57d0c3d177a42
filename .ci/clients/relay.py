"""A relay in front of a server: it passes bytes on as they are and writes each exchange down, one JSON object a line.

    relay.py PORT SERVER_PORT LOG

It listens on 127.0.0.1 until it is killed and says "ready" when it does. An exchange is in the log before the client has its last
byte, so whoever reads the log after a client has ended sees all that it asked.
"""

import json
import select
import socket
import sys
import threading

_write = threading.Lock()


class Requests:
    """Cuts the bytes of a client into requests. None of them has a body."""

    def __init__(self):
        self.rest = b""
        self.waiting = []

    def feed(self, data):
        self.rest += data
        while b"\r\n\r\n" in self.rest:
            head, self.rest = self.rest.split(b"\r\n\r\n", 1)
            line, headers = _head(head)
            method, target, _ = line.split(" ", 2)
            self.waiting.append({
                "agent": headers.get("user-agent", ""),
                "method": method,
                "target": target,
                "etag": headers.get("if-none-match", ""),
                "since": headers.get("if-modified-since", ""),
                "sent": len(head) + 4,
            })


class Answers:
    """Cuts the bytes of a server into answers, each to the oldest request, and hands out what is complete."""

    def __init__(self, requests, log):
        self.requests, self.log = requests, log
        self.head, self.left = b"", 0

    def feed(self, data):
        while data:
            if self.left:
                taken = min(self.left, len(data))
                self.left -= taken
                data = data[taken:]
            else:
                self.head += data
                if b"\r\n\r\n" not in self.head:
                    return
                head, data = self.head.split(b"\r\n\r\n", 1)
                self.head = b""
                line, headers = _head(head)
                self.exchange = self.requests.waiting.pop(0)
                self.exchange["status"] = int(line.split(" ", 2)[1])
                if self.exchange["method"] != "HEAD" and self.exchange["status"] != 304:
                    self.left = int(headers["content-length"])
                self.exchange["received"] = len(head) + 4 + self.left
            if not self.left:
                self.log(self.exchange)


def _head(data):
    line, *rest = data.decode("latin-1").split("\r\n")
    return line, {name.lower(): value.strip() for name, _, value in (r.partition(":") for r in rest)}


def _pass_on(client, port, log):
    with client, socket.create_connection(("127.0.0.1", port)) as server:
        requests = Requests()
        answers = Answers(requests, log)
        ways = {client: (requests, server), server: (answers, client)}
        while ways:
            for source in select.select(list(ways), [], [])[0]:
                cutter, target = ways[source]
                try:
                    data = source.recv(1 << 16)
                    cutter.feed(data)
                    target.sendall(data)
                except (ConnectionError, BrokenPipeError):
                    return
                if not data:
                    if source is server:
                        return
                    target.shutdown(socket.SHUT_WR)
                    del ways[source]


def exchanges(log, agent, target):
    """What a client asked for one address of the server, in order: those whose User-Agent has the agent's name in it."""
    with open(log, encoding="utf-8") as lines:
        return [e for e in map(json.loads, lines) if agent in e["agent"] and e["target"] == target]


def main(port, server_port, name):
    with socket.create_server(("127.0.0.1", int(port))) as listener, open(name, "a", encoding="utf-8") as file:

        def log(exchange):
            with _write:
                file.write(json.dumps(exchange) + "\n")
                file.flush()

        print("ready", flush=True)
        while True:
            client, _ = listener.accept()
            threading.Thread(target=_pass_on, args=(client, int(server_port), log), daemon=True).start()


if __name__ == "__main__":
    main(*sys.argv[1:])

"""Prints a port of 127.0.0.1 that nothing listens on."""

import socket


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as s:
        return s.getsockname()[1]


if __name__ == "__main__":
    print(free_port())

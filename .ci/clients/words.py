"""The words of HTML, without its tags."""

import html.parser


class _Words(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.words = []

    def handle_data(self, data):
        self.words += data.split()


def words(text):
    """The words of HTML in order, without tags, with references resolved once."""
    parser = _Words()
    parser.feed(text)
    parser.close()
    return parser.words

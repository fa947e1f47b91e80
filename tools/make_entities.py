#!/usr/bin/env python3
"""Writes data/html/entities.tsv from the table of HTML's named character references in Python's
standard library (html.entities.html5, made from the WHATWG's)."""
import html.entities
import pathlib

HEAD = """\
# The named character references of HTML (WHATWG HTML, section 13.5): name, code points in hex. Names
# without ";" are those that old pages end without one. Made by: tools/make_entities.py
"""
rows = [
    "%s\t%s\n" % (name, " ".join("%X" % ord(c) for c in text))
    for name, text in sorted(html.entities.html5.items())
]
target = pathlib.Path(__file__).parents[1] / "data/html/entities.tsv"
target.write_text(HEAD + "".join(rows), encoding="ascii")

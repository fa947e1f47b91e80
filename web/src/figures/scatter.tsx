import * as Plot from "@observablehq/plot";
import { useCallback } from "preact/hooks";
import { placeLabels, textWidth } from "../labels";
import type { Box } from "../labels";
import { isKnownTo, kKinds, namedPoints } from "./frontier_data";
import type { FrontierData, FrontierPoint, NamedPoint } from "./frontier_data";
import { Drawing, hrefOf } from "./plot";

const kMargin = { left: 44, right: 14, top: 26, bottom: 40 };

/** Deals as seen by two parties, numbered as in the data: what they are worth to `across` and to `up`. */
export function Scatter({ data, across, up }: { data: FrontierData; across: number; up: number }) {
  const draw = useCallback(
    (width: number): Plot.PlotOptions => {
      const height = Math.round(Math.min(width * 0.95, 320 + width * 0.2));
      const frame: Box = { left: kMargin.left, right: width - kMargin.right, top: kMargin.top, bottom: height - kMargin.bottom };
      const x = (value: number) => frame.left + (value / 100) * (frame.right - frame.left);
      const y = (value: number) => frame.bottom - (value / 100) * (frame.bottom - frame.top);
      const at = (party: number) => (point: FrontierPoint) => point.utilities[party] ?? 0;
      const [noDealX, noDealY] = [data.no_deal[across], data.no_deal[up]];
      const named = namedPoints(data).filter((point) => isKnownTo(point, [across, up]));
      const frontier = data.points
        .filter(({ kind }) => kind === "frontier")
        .sort((a, b) => at(across)(a) - at(across)(b));

      const upWords = `${data.parties[up]} without a deal`;
      const words: Box[] = noDealY
        ? [{ left: frame.left, right: frame.left + textWidth(upWords) + 6, top: y(noDealY.middle) - 17, bottom: y(noDealY.middle) }]
        : [];
      // Points that fall together are named together.
      const together = new Map<string, NamedPoint[]>();
      for (const point of named) {
        const place = `${Math.round(x(at(across)(point)) / 3)} ${Math.round(y(at(up)(point)) / 3)}`;
        together.set(place, [...(together.get(place) ?? []), point]);
      }
      const groups = [...together.values()];
      const labels = placeLabels(
        groups.map((group) => {
          const point = group[0] as NamedPoint;
          const numbers = group.map(({ number }) => number).join(", ");
          const names = group.map(({ label }) => label).join(", ");
          return { x: x(at(across)(point)), y: y(at(up)(point)), texts: width < 480 ? [numbers] : [names, numbers] };
        }),
        frame,
        words,
      ).map((label, i) => ({ ...label, point: groups[i]?.[0] as NamedPoint }));
      const leaders: Plot.RenderFunction = (_index, _scales, _values, _dimensions, { document }) => {
        const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
        const line = ({ point, dx, dy }: (typeof labels)[0]) => `M${x(at(across)(point))},${y(at(up)(point))}l${dx},${dy}`;
        path.setAttribute("d", labels.filter(({ far }) => far).map(line).join(""));
        path.setAttribute("stroke", "var(--quiet)");
        return path;
      };
      // Darker where more of the sampled values of going on agree that a deal there is better.
      const zone = (end: "low" | "middle" | "high") =>
        noDealX && noDealY
          ? [Plot.rect([0], { x1: noDealX[end], x2: 100, y1: noDealY[end], y2: 100, fill: "var(--zone)", fillOpacity: 0.33 })]
          : [];
      return {
        height,
        marginLeft: kMargin.left,
        marginRight: kMargin.right,
        marginTop: kMargin.top,
        marginBottom: kMargin.bottom,
        x: { domain: [0, 100], ticks: 5, label: `${data.parties[across]} →`, labelAnchor: "right", labelArrow: "none" },
        y: { domain: [0, 100], ticks: 5, label: `↑ ${data.parties[up]}`, labelAnchor: "top", labelArrow: "none" },
        marks: [
          ...zone("low"),
          ...zone("middle"),
          ...zone("high"),
          Plot.frame({ stroke: "var(--rule)" }),
          ...(noDealX ? [
            Plot.ruleX([noDealX.middle], { stroke: "var(--quiet)", strokeDasharray: "4 3" }),
            Plot.text([`${data.parties[across]} without a deal`], {
              x: noDealX.middle, frameAnchor: "top", lineAnchor: "bottom", dy: -5, fill: "var(--quiet)",
              textAnchor: noDealX.middle < 25 ? "start" : noDealX.middle > 75 ? "end" : "middle",
            }),
          ] : []),
          ...(noDealY ? [
            Plot.ruleY([noDealY.middle], { stroke: "var(--quiet)", strokeDasharray: "4 3" }),
            Plot.text([upWords], { y: noDealY.middle, frameAnchor: "left", dx: 5, dy: -8, fill: "var(--quiet)" }),
          ] : []),
          ...(data.parties.length === 2 ? [Plot.line(frontier, { x: at(across), y: at(up), stroke: "var(--quiet)" })] : []),
          Plot.dot(frontier, { x: at(across), y: at(up), r: 2.2, fill: "var(--quiet)" }),
          Plot.ruleY(named.filter(({ low, high }) => low && high), {
            y: at(up), x1: (point) => point.low[across], x2: (point) => point.high[across], stroke: "var(--quiet)", strokeOpacity: 0.45,
          }),
          Plot.ruleX(named.filter(({ low, high }) => low && high), {
            x: at(across), y1: (point) => point.low[up], y2: (point) => point.high[up], stroke: "var(--quiet)", strokeOpacity: 0.45,
          }),
          leaders,
          // Hollow where somebody, seen here or not, would rather go on.
          ...named.map((point) => {
            const { symbol, colour } = kKinds[point.kind];
            return Plot.dot([point], {
              x: at(across), y: at(up), symbol, r: 5.5, stroke: colour, strokeWidth: 1.8,
              fill: point.somebody_loses ? "var(--paper)" : colour,
              title: ({ label }: NamedPoint) => label,
              href: hrefOf,
            });
          }),
          ...labels.map(({ text, dx, dy, anchor, point }) =>
            Plot.text([text], {
              x: at(across)(point), y: at(up)(point), dx, dy, textAnchor: anchor,
              fill: "var(--ink)", stroke: "var(--paper)", strokeWidth: 3,
            }),
          ),
        ],
      };
    },
    [data, across, up],
  );
  return (
    <Drawing
      label={`What deals are worth to ${data.parties[across]} (across) and to ${data.parties[up]} (up), from 0 to 100; the table below has the numbers`}
      draw={draw}
    />
  );
}

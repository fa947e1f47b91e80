import * as Plot from "@observablehq/plot";
import { useCallback } from "preact/hooks";
import { placeLabels, textWidth } from "../labels";
import type { Box } from "../labels";
import { kKinds, losers, namedPoints } from "./frontier_data";
import type { FrontierData, FrontierPoint } from "./frontier_data";
import { Drawing } from "./plot";

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
      const named = namedPoints(data);
      const frontier = data.points
        .filter(({ kind }) => kind === "frontier")
        .sort((a, b) => at(across)(a) - at(across)(b));

      const upWords = `${data.parties[up]} without a deal`;
      const words: Box[] = noDealY
        ? [{ left: frame.left, right: frame.left + textWidth(upWords) + 6, top: y(noDealY.middle) - 17, bottom: y(noDealY.middle) }]
        : [];
      const labels = placeLabels(
        named.map((point) => ({
          x: x(at(across)(point)),
          y: y(at(up)(point)),
          texts: width < 480 ? [`${point.number}`] : [point.label, `${point.number}`],
        })),
        frame,
        words,
      );
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
            y: at(up), x1: (point) => point.low[across], x2: (point) => point.high[across], stroke: "var(--quiet)", strokeOpacity: 0.7,
          }),
          Plot.ruleX(named.filter(({ low, high }) => low && high), {
            x: at(across), y1: (point) => point.low[up], y2: (point) => point.high[up], stroke: "var(--quiet)", strokeOpacity: 0.7,
          }),
          // Hollow where somebody, seen here or not, would rather go on.
          ...named.map((point) => {
            const { symbol, colour } = kKinds[point.kind];
            return Plot.dot([point], {
              x: at(across), y: at(up), symbol, r: 5.5, stroke: colour, strokeWidth: 1.8,
              fill: losers(data, point).length > 0 ? "var(--paper)" : colour,
            });
          }),
          ...named.map((point, i) => {
            const label = labels[i];
            return Plot.text([label?.text], {
              x: at(across)(point), y: at(up)(point), dx: label?.dx ?? 0, dy: label?.dy ?? 0, textAnchor: label?.anchor ?? "start",
              fill: "var(--ink)", stroke: "var(--paper)", strokeWidth: 3,
            });
          }),
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

import * as Plot from "@observablehq/plot";
import { useCallback } from "preact/hooks";
import { spread, textWidth } from "../labels";
import { isKnownTo, kKinds, namedPoints } from "./frontier_data";
import type { FrontierData } from "./frontier_data";
import { Drawing, hrefOf } from "./plot";

const kDashes = { draft: "5 3", package: "none", solution: "1.5 3", frontier: "none" } as const;

/** Deals as seen by every party: one upright axis each, one line a deal. */
export function Parallel({ data }: { data: FrontierData }) {
  const draw = useCallback(
    (place: number): Plot.PlotOptions => {
      // Wider than its place rather than with names over one another; it scrolls.
      const width = Math.max(place, 110 + 76 * data.parties.length);
      const parties = data.parties.map((_, i) => i);
      const named = namedPoints(data).filter((point) => isKnownTo(point, parties));
      const narrow = place < 560;
      const texts = named.map(({ number, label }) => (narrow ? `${number}` : label));
      const height = Math.max(340, 60 + 15 * named.length);
      const margin = { top: 54, bottom: 16, right: 34 + Math.min(Math.max(...texts.map(textWidth), 0), width * 0.3) };
      const side = narrow ? 30 : 50;
      const last = data.parties.at(-1) ?? "";
      const y = (value: number) => margin.top + (1 - value / 100) * (height - margin.top - margin.bottom);
      const ends = named.map(({ utilities }) => y(utilities.at(-1) ?? 0));
      const shown = spread(ends, 14, margin.top, height - margin.bottom);
      // From the end of a line to its label, where they are apart; in pixels, and so drawn by hand.
      const leaders: Plot.RenderFunction = (_index, { x }, _values, _dimensions, { document }) => {
        const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
        const from = (x?.(last) ?? 0) + 5;
        path.setAttribute("d", ends.map((end, i) => `M${from},${end}L${from + 18},${shown[i]}`).join(""));
        path.setAttribute("stroke", "var(--rule)");
        return path;
      };
      return {
        width,
        height,
        marginLeft: side,
        marginRight: margin.right,
        marginTop: margin.top,
        marginBottom: margin.bottom,
        x: { type: "point", domain: data.parties, padding: 0.12, axis: null },
        y: { domain: [0, 100], ticks: 5, label: null },
        marks: [
          Plot.axisY({ ticks: 5, tickSize: 0 }),
          Plot.axisX({ anchor: "top", tickSize: 0, label: null, lineWidth: (width - side - margin.right) / data.parties.length / 13 }),
          Plot.ruleX(data.parties, { x: (party) => party, stroke: "var(--rule)" }),
          Plot.ruleX(data.parties, {
            x: (party) => party, y1: (_, i) => data.no_deal[i]?.low, y2: (_, i) => data.no_deal[i]?.high, stroke: "var(--rule)", strokeWidth: 14,
          }),
          Plot.dot(data.parties, { x: (party) => party, y: (_, i) => data.no_deal[i]?.middle, symbol: "times", r: 4, stroke: "var(--ink)" }),
          leaders,
          ...named.flatMap((point, i) => {
            const { symbol, colour } = kKinds[point.kind];
            const at = data.parties.map((party, k) => ({ party, value: point.utilities[k] ?? 0 }));
            return [
              Plot.line(at, { x: "party", y: "value", title: () => point.label, stroke: colour, strokeWidth: 1.6, strokeDasharray: kDashes[point.kind] }),
              Plot.dot(at, { x: "party", y: "value", symbol, r: 3.5, fill: colour }),
              Plot.text([point], {
                text: () => texts[i] ?? "", title: () => point.label, href: hrefOf, x: () => last, y: point.utilities.at(-1) ?? 0, dx: 26, dy: (shown[i] ?? 0) - (ends[i] ?? 0), textAnchor: "start", fill: "var(--ink)",
              }),
            ];
          }),
        ],
      };
    },
    [data],
  );
  return <Drawing label="What each deal is worth to every party, from 0 to 100; the table below has the numbers" draw={draw} />;
}

import * as Plot from "@observablehq/plot";
import { useCallback } from "preact/hooks";
import { day, spanInWords } from "../dates";
import { Drawing } from "./plot";

interface Item {
  date: string;
  until?: string;
  label: string;
  kind: string;
  link?: string;
}

export interface TimelineData {
  items: Item[];
}

/** The kinds of event, each a lane of its own, from top to bottom; what is of another kind comes after them. */
const kLanes: Readonly<Record<string, { name: string; symbol: Plot.SymbolType }>> = {
  round: { name: "Rounds", symbol: "circle" },
  draft: { name: "Drafts", symbol: "square" },
  answer: { name: "Answers", symbol: "triangle" },
  threat: { name: "Threats", symbol: "times" },
  statement: { name: "Statements", symbol: "diamond" },
  planned: { name: "Planned", symbol: "circle" },
};

function laneOf(kind: string) {
  return kLanes[kind] ?? { name: kind, symbol: "circle" as const };
}

/** What happened when: a lane for each kind. The words for it stand in the table or list beside. */
export function Timeline({ data }: { data: TimelineData }) {
  const { items } = data;
  const draw = useCallback(
    (width: number): Plot.PlotOptions => {
      const shown = items.map((item) => ({ ...item, at: day(item.date), end: day(item.until ?? item.date), lane: laneOf(item.kind).name }));
      const order = Object.values(kLanes).map(({ name }) => name);
      const present = new Set(shown.map(({ lane }) => lane));
      const lanes = [...order.filter((lane) => present.has(lane)), ...[...present].filter((lane) => !order.includes(lane))];
      return {
        height: 40 + 26 * lanes.length,
        marginLeft: 78,
        marginRight: 16,
        marginTop: 8,
        marginBottom: 28,
        x: { type: "utc", ticks: width < 480 ? 3 : 6, label: null, insetLeft: 8, insetRight: 8 },
        y: { type: "point", domain: lanes, label: null, padding: 0.5 },
        marks: [
          Plot.ruleY(lanes, { stroke: "var(--rule)" }),
          Plot.axisY({ tickSize: 0 }),
          Plot.axisX({ ticks: width < 480 ? 3 : 6 }),
          Plot.link(shown.filter(({ until }) => until), { x1: "at", x2: "end", y: "lane", stroke: "var(--tone-1)", strokeWidth: 5, strokeOpacity: 0.45, strokeLinecap: "round" }),
          ...shown.map((item) =>
            Plot.dot([item], {
              x: "at", y: "lane", symbol: laneOf(item.kind).symbol, r: 4.5, strokeWidth: 1.6,
              stroke: "var(--tone-1)", fill: item.kind === "planned" ? "var(--paper)" : "var(--tone-1)", fillOpacity: 0.75,
              title: ({ date, until, label }: Item) => `${spanInWords(date, until)}: ${label}`,
            }),
          ),
        ],
      };
    },
    [items],
  );
  return <Drawing label="When rounds, drafts, answers and statements fell; the text beside it says the same" draw={draw} />;
}

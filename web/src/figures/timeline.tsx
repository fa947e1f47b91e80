import * as Plot from "@observablehq/plot";
import { useCallback } from "preact/hooks";
import { day, shortly, spanInWords } from "../dates";
import { placeOn, timeAxis } from "../time_axis";
import { Drawing, hrefOf } from "./plot";

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
  const draw = useCallback(
    (width: number): Plot.PlotOptions => {
      const dated = data.items.flatMap((item) => {
        const [at, end] = [day(item.date), day(item.until ?? item.date)];
        return at && end ? [{ ...item, at, end, lane: laneOf(item.kind).name }] : [];
      });
      const order = Object.values(kLanes).map(({ name }) => name);
      const present = new Set(dated.map(({ lane }) => lane));
      const lanes = [...order.filter((lane) => present.has(lane)), ...[...present].filter((lane) => !order.includes(lane))];
      const axis = timeAxis(dated.flatMap(({ at, end }) => [at, end]), (width - 100) / 75);
      const x = (date: Date) => placeOn(axis, date);
      return {
        height: 40 + 26 * lanes.length,
        marginLeft: 78,
        marginRight: 24,
        marginTop: 8,
        marginBottom: 32,
        x: { domain: [0, 1], insetLeft: 12, insetRight: 8, axis: null },
        y: { type: "point", domain: lanes, label: null, padding: 0.5 },
        marks: [
          Plot.ruleY(lanes, { stroke: "var(--rule)" }),
          Plot.axisY({ tickSize: 0 }),
          // The year where it is new, on a line of its own.
          Plot.text(axis.ticks, {
            x, frameAnchor: "bottom", lineAnchor: "top", dy: 8, fill: "var(--ink)",
            text: (tick: Date, i: number) =>
              axis.ticks[i - 1]?.getUTCFullYear() === tick.getUTCFullYear() ? shortly(tick) : `${shortly(tick)}\n${tick.getUTCFullYear()}`,
          }),
          Plot.ruleX(axis.cuts, { x, stroke: "var(--paper)", strokeWidth: 9 }),
          Plot.text(axis.cuts, { x, frameAnchor: "bottom", dy: 14, text: () => "…", fill: "var(--quiet)" }),
          Plot.link(dated.filter(({ until }) => until), {
            x1: ({ at }) => x(at), x2: ({ end }) => x(end), y: "lane",
            stroke: "var(--tone-1)", strokeWidth: 5, strokeOpacity: 0.45, strokeLinecap: "round",
          }),
          ...dated.map((item) =>
            Plot.dot([item], {
              x: ({ at }) => x(at), y: "lane", symbol: laneOf(item.kind).symbol, r: 4.5, strokeWidth: 1.6,
              stroke: "var(--tone-1)", fill: item.kind === "planned" ? "var(--paper)" : "var(--tone-1)", fillOpacity: 0.75,
              title: ({ date, until, label }: Item) => `${spanInWords(date, until)}: ${label}`,
              href: hrefOf,
            }),
          ),
        ],
      };
    },
    [data],
  );
  return <Drawing label="When rounds, drafts, answers and statements fell; the text beside it says the same" draw={draw} />;
}

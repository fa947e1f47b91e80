import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { textWidth } from "../labels";
import { layersOf, rowsOf, wrapped } from "../layers";
import { unbroken } from "../prose";
import { DataTable } from "../table";
import type { FigureProps } from ".";
import { watchWidth } from "./width";

interface Place {
  /** Empty for what is only passed on the way. */
  label: string;
  /** What is done in it; empty where the label says enough. */
  told: string;
  /** How likely it is to hold, in words. */
  said: string;
  /** Things come to rest in it. */
  rests: boolean;
  dead_end: boolean;
}

interface Leg {
  from: number;
  to: number;
  who: string;
  does: string;
  /** To who takes it, at once. */
  gains: boolean;
}

export interface WaysData {
  /** Today's situation first. */
  places: Place[];
  legs: Leg[];
  /** The place in which the text is signed and kept. */
  kept: number | null;
}

const kLine = 15;
const kRadius = 8;
const kMostLines = 5;
/** About the width of a letter, in pixels. */
const kLetter = textWidth("n");

interface Line {
  text: string;
  strong: boolean;
}

function linesOf(place: Place, width: number): Line[] {
  const letters = Math.max(8, Math.floor(width / kLetter));
  const strong = (text: string) => ({ text, strong: true });
  const plain = (text: string) => ({ text, strong: false });
  return [
    ...wrapped(place.label, letters, 2).map(strong),
    ...wrapped(unbroken(place.said), letters, 2).map(plain),
    ...wrapped(place.dead_end ? "a dead end" : "", letters, 1).map(plain),
    ...wrapped(place.told, letters, kMostLines).map(plain),
  ];
}

interface Drawn {
  width: number;
  height: number;
  nodes: { x: number; y: number; place: Place; lines: Line[]; textX: number; textY: number }[];
  paths: { d: string; leg: Leg; x: number; y: number; anchor: "start" | "end" }[];
}

/** Where everything stands: layers side by side where they fit, else one under the other. */
function drawn({ places, legs, kept }: WaysData, place: number): Drawn {
  const layers = layersOf(places.length, legs);
  const rows = rowsOf(layers, legs, kept ?? undefined);
  const columns = Math.max(...layers) + 1;
  const tracks = Math.max(...rows) + 1;
  const across = place >= 170 * columns;
  const width = across ? place : Math.max(place, 150 * tracks);
  const cell = width / (across ? columns : tracks);
  const lines = places.map((each) => linesOf(each, cell - (across ? 14 : 34)));
  // The room that each line of places needs, by its longest text, and where it begins.
  const bands = Array.from({ length: across ? tracks : columns }, (_, band) => {
    const longest = Math.max(0, ...lines.filter((_, i) => (across ? rows : layers)[i] === band).map((each) => each.length));
    return longest * kLine;
  });
  const [gap, margin] = across ? [48, 30] : [52, 14];
  const starts = bands.map((_, band) => margin + bands.slice(0, band).reduce((sum, each) => sum + each + gap, 0));
  const nodes = places.map((each, i) => {
    const [layer, row] = [layers[i] ?? 0, rows[i] ?? 0];
    const x = (across ? layer : row) * cell + kRadius + 4;
    const y = (starts[across ? row : layer] ?? 0) + kRadius;
    return { x, y, place: each, lines: lines[i] ?? [], textX: across ? x - kRadius : x + kRadius + 8, textY: across ? y + kRadius + 16 : y + 4 };
  });
  const incoming = new Map<number, number>();
  const paths = legs.map((leg) => {
    const [a, b] = [nodes[leg.from], nodes[leg.to]] as [Drawn["nodes"][0], Drawn["nodes"][0]];
    const before = incoming.get(leg.to) ?? 0;
    incoming.set(leg.to, before + 1);
    const onward = (layers[leg.to] ?? 0) > (layers[leg.from] ?? 0);
    const end = kRadius + 5;
    if (!onward) {
      const bow = across ? `${(a.x + b.x) / 2} ${Math.min(a.y, b.y) - 34}` : `${Math.min(a.x, b.x) - 30} ${(a.y + b.y) / 2}`;
      return { d: `M${a.x} ${a.y}Q${bow} ${b.x} ${b.y - end}`, leg, x: b.x + end, y: b.y - end, anchor: "start" as const };
    }
    if (across) {
      const half = (b.x - a.x) / 2;
      const d = `M${a.x + kRadius} ${a.y}C${a.x + half} ${a.y} ${b.x - half} ${b.y} ${b.x - end} ${b.y}`;
      return { d, leg, x: b.x - end - 4, y: b.y - 6 - 13 * before, anchor: "end" as const };
    }
    const low = Math.max((starts[layers[leg.to] ?? 0] ?? 0) - gap, a.y + kRadius);
    const d = `M${a.x} ${a.y + kRadius}V${low}C${a.x} ${low + gap / 2} ${b.x} ${low + gap / 4} ${b.x} ${b.y - end}`;
    return { d, leg, x: b.x + 7, y: b.y - end - 3 - 13 * before, anchor: "start" as const };
  });
  const height = (starts.at(-1) ?? 0) + (bands.at(-1) ?? 0) + (across ? 40 : 20);
  return { width, height, nodes, paths };
}

/** The width of an element that is drawn into. */
function useWidth() {
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => (place.current === null ? undefined : watchWidth(place.current, setWidth)), []);
  return { place, width };
}

function Picture({ width, height, nodes, paths, told }: Drawn & { told: boolean }) {
  const head = useId();
  return (
    <svg class="ways" width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`How today’s situation may go on${told ? "; the table below says the same" : ""}`}>
      <defs>
        <marker id={head} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto-start-reverse">
          <path class="head" d="M0 0.5L8 4L0 7.5z" />
        </marker>
      </defs>
      {paths.map(({ d, leg }) => (
        <path class={leg.gains ? "leg" : "leg loses"} d={d} marker-end={`url(#${head})`} />
      ))}
      {nodes.map(({ x, y, place: { rests, label } }) => (
        <>
          {rests && <circle class="ring" cx={x} cy={y} r={kRadius} />}
          <circle class={label === "" ? "passed" : "place"} cx={x} cy={y} r={rests ? kRadius - 3.5 : label === "" ? 4 : kRadius - 2} />
        </>
      ))}
      {paths.map(({ leg, x, y, anchor }) => (
        <text class="who" x={x} y={y} text-anchor={anchor}>
          {leg.who}
          <title>{`${leg.who}: ${leg.does}`}</title>
        </text>
      ))}
      {nodes.map(({ lines, textX, textY }) => (
        <text x={textX} y={textY}>
          {lines.map(({ text, strong }, i) => (
            <tspan class={strong ? "name" : undefined} x={textX} dy={i === 0 ? 0 : kLine}>
              {text}
            </tspan>
          ))}
        </text>
      ))}
    </svg>
  );
}

/** Situations in layers by how many turns they are from today's, and the turns that lead from one to the next. */
export function Ways({ data, numbers }: FigureProps<WaysData>) {
  const { place, width } = useWidth();
  const picture = width > 0 ? drawn(data, width) : undefined;
  // What scrolls must be reachable by keyboard.
  const scrolls = picture !== undefined && picture.width > width;
  return (
    <>
      <div class="drawing" ref={place} {...(scrolls ? { tabIndex: 0 } : {})}>
        {picture && <Picture {...picture} told={numbers !== undefined} />}
      </div>
      {numbers && <DataTable table={numbers} />}
    </>
  );
}

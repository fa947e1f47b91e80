import type { ComponentType } from "preact";
import type { Prose, Table } from "../document";
import { Frontier } from "./frontier";
import { PositionGrid } from "./grid";
import { SideBySide } from "./side_by_side";
import { Strip } from "./strip";
import { Timeline } from "./timeline";
import { Tornado } from "./tornado";
import { Ways } from "./ways";

/** What a component that draws a figure is given, as it stands in the document. */
export interface FigureProps<Data> {
  data: Data;
  numbers?: Table | undefined;
  title: string;
  caption: Prose;
}

/**
 * The component that draws each kind of figure. A component that does not tell every number shows the table too.
 * To add a kind, write its component beside these and name it here.
 */
export const figureKinds: Readonly<Record<string, ComponentType<FigureProps<any>>>> = Object.assign(Object.create(null), {
  frontier: Frontier,
  grid: PositionGrid,
  side_by_side: SideBySide,
  strip: Strip,
  timeline: Timeline,
  tornado: Tornado,
  ways: Ways,
});

/** The kinds that place their title and caption themselves. */
export const kFramesItself: ReadonlySet<string> = new Set(["strip"]);

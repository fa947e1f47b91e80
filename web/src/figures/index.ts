import type { ComponentType } from "preact";
import type { Table } from "../document";
import { Frontier } from "./frontier";
import { OddsBars } from "./odds";
import { SideBySide } from "./side_by_side";
import { Timeline } from "./timeline";
import { Tornado } from "./tornado";

/**
 * The component that draws each kind of figure, given the figure's data and numbers as they stand in the
 * document. A component that does not tell every number shows the table too.
 * To add a kind, write its component beside these and name it here.
 */
export const figureKinds: Readonly<Record<string, ComponentType<{ data: any; numbers?: Table | undefined }>>> = Object.assign(
  Object.create(null),
  {
    frontier: Frontier,
    odds: OddsBars,
    side_by_side: SideBySide,
    timeline: Timeline,
    tornado: Tornado,
  },
);

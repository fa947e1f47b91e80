/** What deals are worth to each party: 0 to 100, parties in one order throughout. */
export interface FrontierData {
  parties: string[];
  no_deal: { low: number; middle: number; high: number }[];
  points: FrontierPoint[];
}

export interface FrontierPoint {
  label: string;
  kind: "draft" | "package" | "frontier" | "solution";
  /** Null where what the deal is worth to a party is hardly known. */
  utilities: (number | null)[];
  low?: number[];
  high?: number[];
  /** Whether some party would rather go on. */
  somebody_loses?: boolean;
  link?: string;
}

/** A point with a name, and the number that stands for the name where there is no room for it. */
export interface NamedPoint extends FrontierPoint {
  number: number;
}

/** The points other than those of the frontier, numbered in their order from 1. */
export function namedPoints(data: FrontierData): NamedPoint[] {
  return data.points.filter(({ kind }) => kind !== "frontier").map((point, i) => ({ ...point, number: i + 1 }));
}

/** Whether it is known what a point is worth to all of these parties. */
export function isKnownTo(point: FrontierPoint, parties: readonly number[]): boolean {
  return parties.every((party) => typeof point.utilities[party] === "number");
}

export const kKinds: Readonly<Record<FrontierPoint["kind"], { name: string; symbol: "square" | "circle" | "diamond"; colour: string }>> = {
  draft: { name: "draft", symbol: "square", colour: "var(--tone-1)" },
  package: { name: "package", symbol: "circle", colour: "var(--tone-2)" },
  solution: { name: "solution", symbol: "diamond", colour: "var(--tone-3)" },
  frontier: { name: "on the frontier", symbol: "circle", colour: "var(--quiet)" },
};

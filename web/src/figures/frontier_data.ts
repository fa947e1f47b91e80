/** What deals are worth to each party: 0 to 100, parties in one order throughout. */
export interface FrontierData {
  parties: string[];
  no_deal: { low: number; middle: number; high: number }[];
  points: FrontierPoint[];
}

export interface FrontierPoint {
  label: string;
  kind: "draft" | "package" | "frontier" | "solution";
  utilities: number[];
  low?: number[];
  high?: number[];
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

/** A range wider than this says nothing, least of all its middle. */
const kVague = 60;

/** What a point is worth to a party; nothing where that is not known. */
export function worth(point: FrontierPoint, party: number): number | undefined {
  const [low, high] = [point.low?.[party], point.high?.[party]];
  return low !== undefined && high !== undefined && high - low > kVague ? undefined : point.utilities[party];
}

/** The parties to which a point is known to be worth less than the middle of what they have without a deal. */
export function losers(data: FrontierData, point: FrontierPoint): number[] {
  return data.parties.map((_, i) => i).filter((i) => (worth(point, i) ?? Infinity) < (data.no_deal[i]?.middle ?? 0));
}

export const kKinds: Readonly<Record<FrontierPoint["kind"], { name: string; symbol: "square" | "circle" | "diamond"; colour: string }>> = {
  draft: { name: "draft", symbol: "square", colour: "var(--tone-1)" },
  package: { name: "package", symbol: "circle", colour: "var(--tone-2)" },
  solution: { name: "solution", symbol: "diamond", colour: "var(--tone-3)" },
  frontier: { name: "on the frontier", symbol: "circle", colour: "var(--quiet)" },
};

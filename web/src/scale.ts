/** A linear scale whose ends are round numbers around all values, with its ticks (about five). */
export interface RoundScale {
  low: number;
  high: number;
  ticks: number[];
  /** Where a value stands between the ends: 0 to 1. */
  place: (value: number) => number;
}

/** The step of 1, 2 or 5 times a power of ten that divides `extent` into at most `parts` parts or so. */
function roundStep(extent: number, parts: number): number {
  const power = 10 ** Math.floor(Math.log10(extent / parts));
  return power * ([1, 2, 5, 10].find((factor) => factor * power >= extent / parts) ?? 10);
}

export function roundScale(values: readonly number[], parts = 5): RoundScale {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const step = roundStep(most > least ? most - least : Math.abs(most) || 1, parts);
  // In whole steps, so that no tick carries the error of a sum.
  const [first, last] = [Math.floor(least / step), Math.max(Math.ceil(most / step), Math.floor(least / step) + 1)];
  const ticks = Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
  const [low, high] = [ticks[0] as number, ticks.at(-1) as number];
  return { low, high, ticks, place: (value) => (value - low) / (high - low) };
}

/** A time axis on which long waits are cut short, so that busy weeks can be told apart. */

const kDay = 86_400_000;
/** A wait is cut when it is longer than a month and than this share of the whole … */
const kLong = 0.3;
const kMonth = 30 * kDay;
/** … and is then drawn over this share of the axis. */
const kCut = 0.07;
const kSteps = [1, 2, 7, 14, 28, 91, 182, 365, 730, 1826, 3652];

export interface TimeAxis {
  /** Ends of the stretches, ascending, each with its place from 0 to 1: straight lines between them. */
  knots: { at: Date; place: number }[];
  /** The middles of the waits that are cut. */
  cuts: Date[];
  ticks: Date[];
}

/** Days from `from` on at the smallest step that gives at most `most` of them up to `to`. */
function ticksBetween(from: number, to: number, most: number): number[] {
  const days = (to - from) / kDay;
  const step = kSteps.find((each) => Math.floor(days / each) + 1 <= most) ?? days + 1;
  return Array.from({ length: Math.floor(days / step) + 1 }, (_, i) => from + i * step * kDay);
}

/** The axis for these days (at least one), with about `ticks` labels. */
export function timeAxis(days: readonly Date[], ticks: number): TimeAxis {
  const times = [...new Set(days.map((day) => day.getTime()))].sort((a, b) => a - b);
  const [first, last] = [times[0] as number, times.at(-1) as number];
  const stretches: [number, number][] = [[first, first]];
  for (const time of times) {
    const stretch = stretches.at(-1) as [number, number];
    if (time - stretch[1] > Math.max(kLong * (last - first), kMonth)) stretches.push([time, time]);
    else stretch[1] = time;
  }
  const cuts = stretches.length - 1;
  // Each stretch is as wide as it is long; a single day among others still has some room.
  const least = stretches.length > 1 ? 0.03 * (last - first) : 1;
  const lengths = stretches.map(([from, to]) => Math.max(to - from, least));
  const unit = (1 - kCut * cuts) / lengths.reduce((sum, length) => sum + length, 0);

  const axis: TimeAxis = { knots: [], cuts: [], ticks: [] };
  let place = 0;
  stretches.forEach(([from, to], i) => {
    const width = (lengths[i] as number) * unit;
    const before = stretches[i - 1];
    if (before) axis.cuts.push(new Date((before[1] + from) / 2));
    if (to > from) {
      axis.knots.push({ at: new Date(from), place }, { at: new Date(to), place: place + width });
    } else {
      axis.knots.push({ at: new Date(from), place: place + width / 2 });
    }
    const most = Math.max(1, Math.round(ticks * width));
    axis.ticks.push(...ticksBetween(from, to, most).map((time) => new Date(time)));
    place += width + kCut;
  });
  return axis;
}

/** Where a day stands on the axis, from 0 to 1. */
export function placeOn(axis: TimeAxis, day: Date): number {
  const { knots } = axis;
  const right = Math.max(knots.findIndex(({ at }) => at >= day), 0);
  const [a, b] = [knots[Math.max(right - 1, 0)], knots[right]];
  if (!a || !b) return 0;
  const [from, to] = [a.at.getTime(), b.at.getTime()];
  return to === from ? b.place : a.place + ((day.getTime() - from) / (to - from)) * (b.place - a.place);
}

/** A hundred dots in five rows of twenty, filled row by row. */

const kAcross = 20;
export const kPitch = 7;
const kRadius = 2.7;

export const kDotsWidth = kAcross * kPitch;
export const kDotsHeight = (100 / kAcross) * kPitch;

/** How many of a hundred dots stand for a share. */
export function dotsOf(share: number): number {
  return Math.round(100 * Math.min(Math.max(share, 0), 1));
}

/** The dots from number `from` to before `to`, as the path of an SVG picture of kDotsWidth by kDotsHeight. */
export function dotsPath(from: number, to: number): string {
  let path = "";
  for (let dot = from; dot < to; ++dot) {
    const x = (dot % kAcross) * kPitch + kPitch / 2 - kRadius;
    const y = Math.floor(dot / kAcross) * kPitch + kPitch / 2;
    path += `M${x.toFixed(1)},${y}a${kRadius},${kRadius} 0 1,0 ${2 * kRadius},0a${kRadius},${kRadius} 0 1,0 ${-2 * kRadius},0z`;
  }
  return path;
}

/** Where labels go beside points, in pixels. */

export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export interface Labelled {
  x: number;
  y: number;
  /** What to write, the preferred text first; the last is written even where it covers something. */
  texts: string[];
}

export interface Label {
  text: string;
  dx: number;
  dy: number;
  anchor: "start" | "middle" | "end";
  /** So far off that a line should lead to it. */
  far: boolean;
}

const kLine = 13;
const kGap = 8;

/** About the width of a text in the page's sans-serif at 12 px. */
export function textWidth(text: string): number {
  return 6.4 * [...text].length;
}

function boxOf(point: Labelled, { text, dx, dy, anchor }: Label): Box {
  const width = textWidth(text);
  const left = point.x + dx - (anchor === "start" ? 0 : anchor === "end" ? width : width / 2);
  return { left, right: left + width, top: point.y + dy - kLine / 2, bottom: point.y + dy + kLine / 2 };
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function inside(a: Box, frame: Box): boolean {
  return a.left >= frame.left && a.right <= frame.right && a.top >= frame.top && a.bottom <= frame.bottom;
}

/** The places to try, the best first: beside, over and under the point, then across; then the same a line further off, and so on. */
function places(text: string): Label[] {
  return [0, 1, 2, 3].flatMap((ring): Label[] => {
    const gap = kGap + ring * kLine;
    const far = ring > 0;
    return [
      { text, dx: gap, dy: 0, anchor: "start", far },
      { text, dx: -gap, dy: 0, anchor: "end", far },
      { text, dx: 0, dy: -gap - 4, anchor: "middle", far },
      { text, dx: 0, dy: gap + 4, anchor: "middle", far },
      { text, dx: gap, dy: -gap - 1, anchor: "start", far },
      { text, dx: gap, dy: gap + 1, anchor: "start", far },
      { text, dx: -gap, dy: -gap - 1, anchor: "end", far },
      { text, dx: -gap, dy: gap + 1, anchor: "end", far },
    ];
  });
}

/**
 * A label for each point, in the points' order: the first of its texts that has a free place beside it
 * inside the frame, clear of every point, every obstacle and the labels before it.
 */
export function placeLabels(points: readonly Labelled[], frame: Box, obstacles: readonly Box[] = []): Label[] {
  const taken = [
    ...obstacles,
    ...points.map(({ x, y }) => ({ left: x - 5, right: x + 5, top: y - 5, bottom: y + 5 })),
  ];
  return points.map((point) => {
    const free = point.texts.flatMap(places).find((label) => {
      const box = boxOf(point, label);
      return inside(box, frame) && !taken.some((other) => overlap(box, other));
    });
    const label = free ?? (places(point.texts.at(-1) ?? "")[0] as Label);
    taken.push(boxOf(point, label));
    return label;
  });
}

/**
 * Positions moved apart until each is at least `gap` from the next, in their order and as near to where
 * they were as a sweep down and a sweep up bring them; inside [low, high] where there is room.
 */
export function spread(positions: readonly number[], gap: number, low: number, high: number): number[] {
  const order = positions.map((_, i) => i).sort((a, b) => (positions[a] as number) - (positions[b] as number));
  const result = [...positions];
  let least = low;
  for (const i of order) {
    result[i] = Math.max(result[i] as number, least);
    least = (result[i] as number) + gap;
  }
  let most = high;
  for (const i of order.reverse()) {
    result[i] = Math.min(result[i] as number, most);
    most = (result[i] as number) - gap;
  }
  return result;
}

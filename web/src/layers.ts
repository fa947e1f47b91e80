/** Where the nodes of a graph go that is drawn in layers. Node 0 is where everything begins. */

export interface Arc {
  from: number;
  to: number;
}

/** How many arcs the shortest way from node 0 to each has; what no way leads to comes in a layer behind the last. */
export function layersOf(count: number, arcs: readonly Arc[]): number[] {
  const layers: (number | undefined)[] = Array.from({ length: count });
  let front = [0];
  for (let depth = 0; front.length > 0; ++depth) {
    for (const node of front) layers[node] ??= depth;
    const reached = arcs.filter(({ from }) => front.includes(from)).map(({ to }) => to);
    front = [...new Set(reached)].filter((node) => layers[node] === undefined);
  }
  const behind = Math.max(-1, ...layers.filter((layer) => layer !== undefined)) + 1;
  return layers.map((layer) => layer ?? behind);
}

/** The nodes from which a way leads to `end`, itself included. */
function before(end: number, arcs: readonly Arc[]): ReadonlySet<number> {
  const found = new Set([end]);
  for (let size = 0; size < found.size; ) {
    size = found.size;
    for (const { from, to } of arcs) if (found.has(to)) found.add(from);
  }
  return found;
}

/**
 * The place of each node in its layer, counted from 0: what leads to `main` first, else each node near the middle of
 * those that lead to it, so that few arcs cross.
 */
export function rowsOf(layers: readonly number[], arcs: readonly Arc[], main?: number): number[] {
  const rows = layers.map(() => 0);
  const first = main === undefined ? new Set<number>() : before(main, arcs);
  for (let layer = 1; layer <= Math.max(...layers); ++layer) {
    const middle = (node: number) => {
      const above = arcs.filter(({ from, to }) => to === node && (layers[from] ?? 0) < layer).map(({ from }) => rows[from] ?? 0);
      return above.length === 0 ? Infinity : above.reduce((a, b) => a + b, 0) / above.length;
    };
    const key = (node: number) => [first.has(node) ? 0 : 1, middle(node), node];
    const inLayer = layers.flatMap((at, node) => (at === layer ? [node] : []));
    inLayer.sort((a, b) => {
      const [one, other] = [key(a), key(b)];
      const at = one.findIndex((value, i) => value !== other[i]);
      return at < 0 ? 0 : (one[at] as number) - (other[at] as number);
    });
    inLayer.forEach((node, row) => (rows[node] = row));
  }
  return rows;
}

/** A text in lines of at most so many letters, broken at blanks; with more than `most` lines the last one ends in an ellipsis. */
export function wrapped(text: string, letters: number, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ").filter((each) => each !== "")) {
    const last = lines.at(-1);
    if (last !== undefined && [...last, ...word].length < letters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), `${lines[most - 1]} …`];
}

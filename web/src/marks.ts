export interface Segment {
  text: string;
  marked: boolean;
}

/**
 * A text cut at its marks. Marks are half-open spans in Unicode code points, as everywhere in Parley;
 * they may overlap, touch and come in any order, and what lies outside the text is left out. The
 * segments put together are the text; none is empty.
 */
export function segments(text: string, marks: readonly (readonly [number, number])[]): Segment[] {
  const points = [...text];
  const marked = new Array<boolean>(points.length).fill(false);
  for (const [start, end] of marks) marked.fill(true, Math.max(start, 0), Math.max(end, 0));
  const result: Segment[] = [];
  points.forEach((point, i) => {
    const last = result.at(-1);
    if (last !== undefined && last.marked === marked[i]) last.text += point;
    else result.push({ text: point, marked: marked[i] ?? false });
  });
  return result;
}

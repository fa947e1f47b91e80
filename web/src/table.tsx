import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { plainText } from "./document";
import type { Prose, Table } from "./document";
import { Words } from "./prose";

const kNumber = /^[<>≈~+−-]?\s?\d[\d\s.,]*(\s?[–-]\s?[<>+−-]?\d[\d\s.,]*)?\s?%?$/;
const kNothing = /^[–—-]?$/;

/** For each column after the first, whether it holds numbers only and so stands to the right. */
export function numericColumns(rows: Prose[][], columns: number): boolean[] {
  return Array.from({ length: columns }, (_, column) => {
    if (column === 0) return false;
    const cells = rows.map((row) => plainText(row[column] ?? []).trim());
    return cells.some((text) => kNumber.test(text)) &&
      cells.every((text) => kNumber.test(text) || kNothing.test(text));
  });
}

/** Columns beyond which a table is printed in smaller type. */
const kWide = 6;

/** Whether what an element holds is wider than itself, as it changes. */
function useOverflow() {
  const element = useRef<HTMLDivElement>(null);
  const [overflows, setOverflows] = useState(false);
  useLayoutEffect(() => {
    const { current } = element;
    if (current === null) return;
    const look = () => setOverflows(current.scrollWidth > current.clientWidth);
    look();
    const observer = new ResizeObserver(look);
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  return [element, overflows] as const;
}

/** A table; in a narrow window each row is a card with the heads beside its cells, so that no column is out of sight. Elsewhere its head stays in sight while the page scrolls, or, where it is too wide, its first column while the others scroll. */
export function DataTable({ table }: { table: Table }) {
  const caption = useId();
  const numeric = numericColumns(table.rows, table.head.length);
  const alignment = (column: number) => (numeric[column] ? "number" : undefined);
  const [scroller, scrolls] = useOverflow();
  const named = table.caption.length > 0;
  const name = named ? { "aria-labelledby": caption } : { "aria-label": table.head.map(plainText).join(", ") };
  return (
    <div class={table.head.length > kWide ? "table wide" : "table"}>
      {/* Outside what scrolls, and so not a <caption>. */}
      {named && (
        <p class="caption" id={caption}>
          <Words prose={table.caption} />
        </p>
      )}
      <div ref={scroller} {...(scrolls && { class: "scroller", role: "region", tabIndex: 0, ...name })}>
        <table role="table" class={table.head.length > 2 ? "cards" : undefined} {...name}>
          <thead role="rowgroup">
            <tr role="row">
              {table.head.map((cell, column) =>
                plainText(cell) === "" ? (
                  <td role="cell" />
                ) : (
                  <th scope="col" role="columnheader" class={alignment(column)}>
                    <Words prose={cell} />
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {table.rows.map((row, i) => (
              <tr role="row" id={table.anchors?.[i]}>
                {row.map((cell, column) =>
                  column === 0 ? (
                    <th scope="row" role="rowheader">
                      <Words prose={cell} />
                    </th>
                  ) : (
                    <td role="cell" class={alignment(column)} data-head={plainText(table.head[column] ?? [])}>
                      <span>
                        <Words prose={cell} />
                      </span>
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

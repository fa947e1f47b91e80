import { useId } from "preact/hooks";
import { plainText } from "./document";
import type { Prose, Table } from "./document";
import { Words } from "./prose";

const kNumber = /^[<>≈~+−-]?\s?\d[\d\s.,]*(\s?[–-]\s?[+−-]?\d[\d\s.,]*)?\s?%?$/;
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

/** A table whose first column stays in sight while the others scroll. */
export function DataTable({ table }: { table: Table }) {
  const caption = useId();
  const numeric = numericColumns(table.rows, table.head.length);
  const alignment = (column: number) => (numeric[column] ? "number" : undefined);
  return (
    <div class={table.head.length > kWide ? "table wide" : "table"}>
      {/* Outside what scrolls, and so not a <caption>. */}
      <p class="caption" id={caption}>
        <Words prose={table.caption} />
      </p>
      <div class="scroller" role="region" aria-labelledby={caption} tabIndex={0}>
      <table aria-labelledby={caption}>
        <thead>
          <tr>
            {table.head.map((cell, column) =>
              plainText(cell) === "" ? (
                <td />
              ) : (
                <th scope="col" class={alignment(column)}>
                  <Words prose={cell} />
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, i) => (
            <tr id={table.anchors?.[i]}>
              {row.map((cell, column) =>
                column === 0 ? (
                  <th scope="row">
                    <Words prose={cell} />
                  </th>
                ) : (
                  <td class={alignment(column)}>
                    <Words prose={cell} />
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

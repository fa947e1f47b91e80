import type { Prose } from "../document";
import { Words } from "../prose";
import type { FigureProps } from ".";

interface Cell {
  /** Places of the wanted options among those of the issue. */
  wants: number[];
  lines: { option: number; firmness: string }[];
  priority?: { level: number; said: string };
  /** What the party says and what the entry rests on. */
  more: Prose[];
}

export interface GridData {
  parties: string[];
  issues: { title: string; anchor: string; options: string[]; cells: (Cell | null)[] }[];
}

const kLevels = [1, 2, 3, 4, 5];

/** The options from one end of the issue to the other: wanted, refused, neither. */
function Scale({ options, cell }: { options: string[]; cell: Cell }) {
  return (
    <span class="scale" aria-hidden="true">
      {options.map((option, i) => {
        const kind = cell.wants.includes(i) ? " wanted" : cell.lines.some((line) => line.option === i) ? " refused" : "";
        return <span class={`step${kind}`} title={option} />;
      })}
    </span>
  );
}

function CellView({ options, cell }: { options: string[]; cell: Cell | null }) {
  if (cell === null) return <span class="unknown">not known</span>;
  const titles = cell.wants.map((place) => options[place]).join(" or ");
  return (
    <>
      <span class="glance">
        <Scale options={options} cell={cell} />
        {cell.priority && (
          <span class="priority" title={`Priority: ${cell.priority.said}`}>
            <span class="unseen">Priority: {cell.priority.said}. </span>
            <span class="pips" aria-hidden="true">
              {kLevels.map((level) => (
                <span class={level <= (cell.priority?.level ?? 0) ? "pip full" : "pip"} />
              ))}
            </span>
          </span>
        )}
      </span>
      {titles ? (
        <strong class="want">
          <span class="unseen">Wants: </span>
          {titles}
        </strong>
      ) : (
        <span class="unknown">no order of preference known</span>
      )}
      {cell.lines.map((line) => (
        <span class="line">
          <span aria-hidden="true">✕ </span>
          <span class="unseen">Red line: </span>
          {options[line.option]}
          {line.firmness && <span class="firmness"> ({line.firmness})</span>}
        </span>
      ))}
      <details>
        <summary>{cell.more.length > 1 ? "Says, and sources" : "Sources"}</summary>
        {cell.priority && <p>Priority: {cell.priority.said}.</p>}
        {cell.more.map((prose) => (
          <p>
            <Words prose={prose} />
          </p>
        ))}
      </details>
    </>
  );
}

/** Where each party stands on each issue; what it says and its sources on a click. */
export function PositionGrid({ data }: FigureProps<GridData>) {
  return (
    <>
      <p class="key" aria-hidden="true">
        <span>
          <span class="scale">
            <span class="step" />
            <span class="step wanted" />
            <span class="step" />
            <span class="step refused" />
          </span>
          all options, the wanted one filled, a red line hatched
        </span>
        <span>
          <span class="pips">
            {kLevels.map((level) => (
              <span class={level <= 4 ? "pip full" : "pip"} />
            ))}
          </span>
          priority, from marginal to vital
        </span>
      </p>
      <table class={`positions${data.parties.length > 5 ? " many" : ""}`} role="table" aria-label="Where each party stands on each issue">
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">
              Issue
            </th>
            {data.parties.map((party) => (
              <th scope="col" role="columnheader">
                {party}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {data.issues.map((issue) => (
            <tr id={issue.anchor} role="row">
              <th scope="row" role="rowheader">
                {issue.title}
              </th>
              {issue.cells.map((cell, i) => (
                <td data-head={data.parties[i]} role="cell">
                  <CellView options={issue.options} cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

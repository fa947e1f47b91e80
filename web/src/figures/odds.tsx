import { Linked } from "../anchors";
import { kBands, percent, saysNothing } from "../odds";

export interface OddsData {
  rows: { label: string; low: number; high: number; group?: string; link?: string }[];
}

const share = (value: number) => `${100 * value}%`;

/** Odds as intervals between 0 and 100 %, over the bands of the words for them. */
export function OddsBars({ data }: { data: OddsData }) {
  return (
    <div class="bars odds">
      <div class="bars-head" aria-hidden="true">
        <span class="track words">
          {kBands.map(({ word, low, high }) => (
            <span style={{ left: share(low), width: share(high - low) }}>{word}</span>
          ))}
        </span>
      </div>
      <ul>
        {data.rows.map((row, i) => {
          const first = row.group !== undefined && row.group !== data.rows[i - 1]?.group;
          return (
            <>
              {first && <li class="group">{row.group}</li>}
              <li class="row">
                <span class="label">
                  <Linked to={row.link} text={row.label} />
                </span>
                <span class="track" aria-hidden="true">
                  <span class={saysNothing(row.low, row.high) ? "bar vague" : "bar"} style={{ left: share(row.low), width: share(row.high - row.low) }} />
                </span>
                <span class="value">{percent(row.low, row.high)}</span>
              </li>
            </>
          );
        })}
      </ul>
      <div class="bars-foot" aria-hidden="true">
        <span class="track ticks">
          {[0, 0.2, 0.45, 0.55, 0.8, 1].map((at) => (
            <span style={{ left: share(at) }}>{Math.round(100 * at)}</span>
          ))}
        </span>
        <span class="value">%</span>
      </div>
    </div>
  );
}

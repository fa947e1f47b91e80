import { Linked } from "../anchors";
import { unbroken } from "../prose";

export interface OddsData {
  /** The words for odds, the least likely first, each with the ends of its band. */
  bands: { word: string; low: number; high: number }[];
  /** `value` is the odds as they are said; a vague range says nothing. */
  rows: { label: string; low: number; high: number; value: string; vague: boolean; group?: string; link?: string }[];
}

const share = (value: number) => `${100 * value}%`;

/** Odds as intervals between 0 and 100 %, over the bands of the words for them. A row leads to where its odds come from. */
export function OddsBars({ data }: { data: OddsData }) {
  // The ends of the outermost bands have no room for a number of their own.
  const ticks = [0, ...data.bands.map(({ high }) => high)].filter((at) => at === 0 || at === 1 || (at > 0.1 && at < 0.9));
  return (
    <div class="bars odds">
      <div class="bars-head" aria-hidden="true">
        <span class="track words">
          {data.bands.map(({ word, low, high }) => (
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
                  <span class={row.vague ? "bar vague" : "bar"} style={{ left: share(row.low), width: share(row.high - row.low) }} />
                </span>
                <span class="value">{unbroken(row.value)}</span>
              </li>
            </>
          );
        })}
      </ul>
      <div class="bars-foot" aria-hidden="true">
        <span class="track ticks">
          {ticks.map((at) => (
            <span style={{ left: share(at) }}>{Math.round(100 * at)}</span>
          ))}
        </span>
        <span class="value">%</span>
      </div>
    </div>
  );
}

import { Linked } from "../anchors";
import { unbroken } from "../prose";
import { roundScale } from "../scale";

export interface TornadoData {
  /** The probability of the outcome with every estimate as it is. */
  base: number;
  /** `low` and `high` are the outcome's odds when the estimate is at its low and at its high end, and as they are said. */
  rows: {
    label: string;
    low: number;
    high: number;
    low_value: string;
    high_value: string;
    flip?: string;
    link?: string;
    anchor?: string;
  }[];
}

const share = (value: number) => `${100 * value}%`;

/** How far each estimate moves the odds of an outcome away from their base, the estimates in the order given. */
export function Tornado({ data }: { data: TornadoData }) {
  const scale = roundScale([data.base, ...data.rows.flatMap((row) => [row.low, row.high])]);
  const bar = (end: "low" | "high", value: number) => {
    const [from, to] = [Math.min(value, data.base), Math.max(value, data.base)].map(scale.place) as [number, number];
    return <span class={`bar ${end}`} style={{ left: share(from), width: share(to - from) }} />;
  };
  return (
    <div class="bars tornado">
      <p class="key" aria-hidden="true">
        <span>
          <span class="swatch low" /> estimate at its low end
        </span>
        <span>
          <span class="swatch high" /> estimate at its high end
        </span>
      </p>
      <ul>
        {data.rows.map((row) => (
          <li class="row" id={row.anchor}>
            <span class="label">
              <Linked to={row.link} text={row.label} />
              {row.flip && <span class="flip">{row.flip}</span>}
            </span>
            <span class="track" aria-hidden="true">
              {bar("low", row.low)}
              {bar("high", row.high)}
              <span class="base" style={{ left: share(scale.place(data.base)) }} />
            </span>
            <span class="value">
              <span class="unseen">at its low end </span>
              {unbroken(row.low_value)}
              <span aria-hidden="true"> → </span>
              <span class="unseen">, at its high end </span>
              {unbroken(row.high_value)}
            </span>
          </li>
        ))}
      </ul>
      <div class="bars-foot" aria-hidden="true">
        <span class="track ticks">
          {scale.ticks.map((tick) => (
            <span style={{ left: share(scale.place(tick)) }}>{Math.round(100 * tick)}</span>
          ))}
        </span>
        <span class="value">%</span>
      </div>
    </div>
  );
}

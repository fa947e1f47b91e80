import { Linked } from "../anchors";
import { percent } from "../odds";
import { roundScale } from "../scale";

export interface TornadoData {
  /** What the answer is, in words. */
  outcome: string;
  base: number;
  /** `low` and `high` are the outcome when the estimate is at its low and at its high end. */
  rows: { label: string; low: number; high: number; flip?: string; link?: string }[];
}

const share = (value: number) => `${100 * value}%`;

/** How far each estimate moves the outcome away from its base, the estimates in the order given. */
export function Tornado({ data }: { data: TornadoData }) {
  const values = [data.base, ...data.rows.flatMap((row) => [row.low, row.high])];
  const odds = values.every((value) => value >= 0 && value <= 1);
  const said = odds ? (value: number) => percent(value) : (value: number) => String(Number(value.toPrecision(3)));
  const scale = roundScale(values);
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
          <li class="row">
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
              {said(row.low)}
              <span aria-hidden="true"> → </span>
              <span class="unseen">, at its high end </span>
              {said(row.high)}
            </span>
          </li>
        ))}
      </ul>
      <div class="bars-foot" aria-hidden="true">
        <span class="track ticks">
          {scale.ticks.map((tick) => (
            <span style={{ left: share(scale.place(tick)) }}>{odds ? Math.round(100 * tick) : tick}</span>
          ))}
        </span>
        <span class="value">{odds ? "%" : ""}</span>
      </div>
      <p class="axis-title">
        {data.outcome.charAt(0).toUpperCase() + data.outcome.slice(1)}: {said(data.base)} with every estimate as it is
      </p>
    </div>
  );
}

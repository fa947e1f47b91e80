import { useId } from "preact/hooks";
import { Linked } from "../anchors";
import { dotsOf, dotsPath, kDotsHeight, kDotsWidth } from "../dots";
import { Words, unbroken } from "../prose";
import type { FigureProps } from ".";

interface Odds {
  low: number;
  high: number;
  said: string;
}

export interface StripData {
  /** Those whose consent is needed, by some draft at least; nothing where a draft does not need it. */
  parties: string[];
  /** A draft, or several of which too little is known, with the odds that each party would sign it and that all would. */
  rows: { label: string; link: string; odds: (Odds | null)[]; joint: Odds; way: string }[];
  /** Any other deal: the odds, and the ends that the widest estimates leave. */
  any: { title: string; low: number; at: number; high: number; said: string; told: string; link: string };
}

/** More parties than this and each draft is a card of its own, whatever the width. */
const kColumns = 3;

/** Odds as dots of a hundred: filled up to `low`, paler up to `at`, hatched up to `high`. The words beside it say the same. */
function Dots({ low, at = low, high }: { low: number; at?: number; high: number }) {
  const hatch = useId();
  const [sure, likely, open] = [dotsOf(low), dotsOf(at), dotsOf(high)];
  return (
    <svg class="dots" viewBox={`0 0 ${kDotsWidth} ${kDotsHeight}`} aria-hidden="true">
      <defs>
        <pattern id={hatch} width="2.2" height="2.2" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect class="hatch" width="1" height="2.2" />
        </pattern>
      </defs>
      <path class="none" d={dotsPath(open, 100)} />
      <path class="open" fill={`url(#${hatch})`} d={dotsPath(likely, open)} />
      <path class="likely" d={dotsPath(sure, likely)} />
      <path class="sure" d={dotsPath(0, sure)} />
    </svg>
  );
}

function Cell({ head, odds }: { head: string; odds: Odds | null }) {
  if (odds === null) {
    return (
      <td data-head={head} role="cell">
        <span class="said">Not asked</span>
      </td>
    );
  }
  return (
    <td data-head={head} role="cell">
      <Dots low={odds.low} high={odds.high} />
      <span class="said">{unbroken(odds.said)}</span>
    </td>
  );
}

/** Who would sign which draft, and whether any other deal would be signed by all. */
export function Strip({ data, title, caption }: FigureProps<StripData>) {
  const alone = data.parties.length < 2;
  const heads = alone ? data.parties : [...data.parties, data.parties.length === 2 ? "Both" : "All together"];
  return (
    <div class={`strip${data.rows.length === 0 ? " alone" : ""}${heads.length > kColumns + 1 ? " many" : ""}`}>
      <div class="any">
        <h3>{data.any.title}</h3>
        <Dots low={data.any.low} at={data.any.at} high={data.any.high} />
        <p class="said">
          <Linked to={data.any.link} text={data.any.said}>
            {unbroken(data.any.said)}
          </Linked>
        </p>
        {data.any.told && <p class="told">{unbroken(data.any.told)}</p>}
        <figcaption>
          <Words prose={caption} />
        </figcaption>
      </div>
      {data.rows.length > 0 && (
        <div class="drafts">
          <h3>{title}</h3>
          <table role="table">
            <thead role="rowgroup">
              <tr role="row">
                <th scope="col" role="columnheader">
                  Draft
                </th>
                {heads.map((head) => (
                  <th scope="col" role="columnheader">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody role="rowgroup">
              {data.rows.map((row) => (
                <tr role="row">
                  <th scope="row" role="rowheader">
                    <Linked to={row.link} text={row.label} />
                    {row.way && <span class="way">{row.way}</span>}
                  </th>
                  {(alone ? row.odds : [...row.odds, row.joint]).map((odds, i) => (
                    <Cell head={heads[i] ?? ""} odds={odds} />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}

import { useId, useState } from "preact/hooks";
import type { Table } from "../document";
import { DataTable } from "../table";
import { isKnownTo, kKinds, namedPoints } from "./frontier_data";
import type { FrontierData, FrontierPoint } from "./frontier_data";
import { Parallel } from "./parallel";
import { Scatter } from "./scatter";

/** One of two axes to choose a party for; the party of the other axis is not on offer. */
function Axis({ name, parties, chosen, other, choose }: {
  name: string;
  parties: string[];
  chosen: number;
  other: number;
  choose: (party: number) => void;
}) {
  const id = useId();
  return (
    <span class="axis">
      <label for={id}>{name}</label>
      <select id={id} value={chosen} onChange={(event) => choose(Number(event.currentTarget.value))}>
        {parties.map((party, i) => (
          <option value={i} disabled={i === other}>
            {party}
          </option>
        ))}
      </select>
    </span>
  );
}

function Sign({ kind, hollow = false }: { kind: FrontierPoint["kind"]; hollow?: boolean }) {
  return <span class={`sign ${kKinds[kind].symbol} ${kind}${hollow ? " hollow" : ""}`} />;
}

function Key({ data }: { data: FrontierData }) {
  const kinds = (Object.keys(kKinds) as FrontierPoint["kind"][]).filter((kind) => data.points.some((point) => point.kind === kind));
  const somebodyLoses = namedPoints(data).some((point) => point.somebody_loses);
  return (
    <p class="key" aria-hidden="true">
      {kinds.map((kind) => (
        <span>
          <Sign kind={kind} /> {kKinds[kind].name}
        </span>
      ))}
      {somebodyLoses && (
        <span>
          <Sign kind="package" hollow /> hollow: some party would rather go on
        </span>
      )}
      <span>
        <span class="sign zone" /> better than no deal for both
      </span>
    </p>
  );
}

/** The points that the pictures leave out. */
function NotDrawn({ data, across, up }: { data: FrontierData; across: number; up: number }) {
  const left = namedPoints(data).filter((point) => !isKnownTo(point, [across, up]));
  if (left.length === 0) return null;
  return <p class="axis-title">Not drawn, since what they are worth is not known: {left.map(({ label }) => label).join(", ")}.</p>;
}

/** Is there a deal? Drafts, packages and the frontier as two chosen parties see them, then as all do. */
export function Frontier({ data, numbers }: { data: FrontierData; numbers?: Table | undefined }) {
  const [[across, up], choose] = useState<[number, number]>([0, 1]);
  return (
    <>
      <div class="axes">
        <Axis name="Across" parties={data.parties} chosen={across} other={up} choose={(party) => choose([party, up])} />
        <Axis name="Up" parties={data.parties} chosen={up} other={across} choose={(party) => choose([across, party])} />
      </div>
      <Scatter data={data} across={across} up={up} />
      <Key data={data} />
      <NotDrawn data={data} across={across} up={up} />
      {data.parties.length > 2 && (
        <div class="all-parties">
          <p class="axis-title">All parties at once, each on an axis of its own; the shaded stretch is what it has without a deal.</p>
          <Parallel data={data} />
        </div>
      )}
      {numbers && <DataTable table={numbers} />}
    </>
  );
}

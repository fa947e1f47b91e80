import { day, waitInWords } from "../dates";
import type { Prose } from "../document";
import { Words } from "../prose";
import type { FigureProps } from ".";

export interface TimelineData {
  /** In the order of time; `day` is the date in words, `told` what happened, with its sources. */
  items: { date: string; day: string; label: string; kind: string; link?: string; told: Prose }[];
}

/** How each kind of event is called. */
const kNames: Readonly<Record<string, string>> = {
  round: "Round",
  planned: "Planned",
  draft: "Draft",
  answer: "Answer",
};

/** What happened when, from top to bottom; long waits are named. */
export function Timeline({ data }: FigureProps<TimelineData>) {
  return (
    <ol class="timeline">
      {data.items.map((item, i) => {
        const before = data.items[i - 1];
        const [from, to] = [day(before?.date ?? ""), day(item.date)];
        const wait = from && to ? waitInWords(from, to) : undefined;
        return (
          <>
            {wait && <li class="wait">{wait}</li>}
            <li class={item.kind}>
              <span class="day">{before?.date === item.date ? "" : item.day}</span>
              <span class="what">
                <span class="kind">{kNames[item.kind] ?? item.kind}</span> <Words prose={item.told} />
              </span>
            </li>
          </>
        );
      })}
    </ol>
  );
}

import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { ComponentChildren } from "preact";
import type { Brief, Exhibit } from "./document";

/** Where links of a brief may lead: its exhibits by anchor with their number, and all else that has an anchor. */
export interface Anchors {
  exhibits: ReadonlyMap<string, { exhibit: Exhibit; number: number }>;
  places: ReadonlySet<string>;
}

export function anchorsOf(brief: Brief): Anchors {
  const exhibits = new Map(
    brief.exhibits.map((exhibit, i) => [exhibit.anchor, { exhibit, number: i + 1 }] as const),
  );
  const places = new Set(brief.chapters.map((chapter) => chapter.id));
  for (const block of brief.chapters.flatMap((chapter) => chapter.blocks)) {
    if (block.block === "table") block.anchors?.forEach((anchor) => places.add(anchor));
  }
  if (brief.exhibits.length > 0) places.add(kSources);
  return { exhibits, places };
}

/** The anchor of the list of sources. */
export const kSources = "sources";

export const AnchorContext = createContext<Anchors>({ exhibits: new Map(), places: new Set() });

/** Its content as a link within the page, where the anchor leads anywhere; else the content alone. */
export function Linked({ to, children }: { to?: string | undefined; children: ComponentChildren }) {
  const { exhibits, places } = useContext(AnchorContext);
  const source = to === undefined ? undefined : exhibits.get(to);
  if (source !== undefined) {
    return (
      <a class="evidence" href={`#${to}`} data-note={source.number} aria-haspopup="dialog">
        {children}
      </a>
    );
  }
  if (to !== undefined && places.has(to)) return <a href={`#${to}`}>{children}</a>;
  return <>{children}</>;
}

import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { ComponentChildren } from "preact";
import type { Brief, Exhibit } from "./document";

/** An exhibit under its name: "Source 3", "Judgement 2"; sources and judgements are counted apart. */
export interface Numbered {
  exhibit: Exhibit;
  kind: "Source" | "Judgement";
  number: number;
}

/** Where links of a brief may lead: its exhibits by anchor, in their order, and all else that has an anchor. */
export interface Anchors {
  exhibits: ReadonlyMap<string, Numbered>;
  places: ReadonlySet<string>;
}

export function anchorsOf(brief: Brief): Anchors {
  const exhibits = new Map<string, Numbered>();
  const counts = { Source: 0, Judgement: 0 };
  for (const exhibit of brief.exhibits) {
    const kind = exhibit.report === "" ? "Judgement" : "Source";
    exhibits.set(exhibit.anchor, { exhibit, kind, number: ++counts[kind] });
  }
  const places = new Set(brief.chapters.map((chapter) => chapter.id));
  for (const block of brief.chapters.flatMap((chapter) => chapter.blocks)) {
    const table = block.block === "table" ? block : block.block === "figure" ? block.numbers : undefined;
    table?.anchors?.forEach((anchor) => places.add(anchor));
  }
  if (brief.exhibits.length > 0) places.add(kSources);
  return { exhibits, places };
}

/** The anchor of the list of sources. */
export const kSources = "sources";

export const AnchorContext = createContext<Anchors>({ exhibits: new Map(), places: new Set() });

/** "[3]", "[judgement 2]": text that names its exhibit by itself. */
const kReference = /^\[.*\d\]$/;

/** A text as a link within the page, where the anchor leads anywhere; else the text alone. */
export function Linked({ to, text, children = text }: { to?: string | undefined; text: string; children?: ComponentChildren }) {
  const { exhibits, places } = useContext(AnchorContext);
  const target = to === undefined ? undefined : exhibits.get(to);
  if (target !== undefined) {
    const named = kReference.test(text);
    return (
      <a
        class={named ? "evidence reference" : "evidence"}
        href={`#${to}`}
        data-note={named ? undefined : `${target.kind === "Judgement" ? "J" : ""}${target.number}`}
        aria-haspopup="dialog"
      >
        {children}
      </a>
    );
  }
  if (to !== undefined && places.has(to)) return <a href={`#${to}`}>{children}</a>;
  return <>{children}</>;
}

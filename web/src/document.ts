/** The brief as src/parley/brief/document.cpp writes it: the same names, the same order. */

/** A stretch of text of one style; `link` is the anchor that it leads to. */
export interface Run {
  text: string;
  link?: string;
  style?: "strong" | "emphasis" | "better" | "worse";
}

export type Prose = Run[];

export interface Paragraph {
  block: "paragraph";
  prose: Prose;
}

export interface List {
  block: "list";
  items: Prose[];
}

/** A table whose first column names the rows; `anchors`, where given, are the rows' own. */
export interface Table {
  block: "table";
  caption: Prose;
  head: Prose[];
  rows: Prose[][];
  anchors?: string[];
}

/**
 * A picture, drawn by the component of its kind (figures/index.ts). What it prints stands in the data as it is
 * printed; `numbers` is the same as a table.
 */
export interface Figure {
  block: "figure";
  kind: string;
  /** What it shows, as a finding; may be empty. */
  title: string;
  /** What is plotted. */
  caption: Prose;
  data: unknown;
  numbers?: Table;
}

export type Block = Paragraph | List | Table | Figure;

export interface Chapter {
  id: string;
  title: string;
  blocks: Block[];
}

/** A passage of a report with what stands around it. */
export interface Exhibit {
  anchor: string;
  report: string;
  origin: string;
  before: string;
  passage: string;
  after: string;
}

export interface Brief {
  schema: "parley/brief/2";
  edition: "team" | "principal";
  /** What the talks are. */
  title: string;
  /** The head of the page. */
  answer: string;
  subtitle: Prose;
  chapters: Chapter[];
  exhibits: Exhibit[];
}

/** Reads the document; nothing when the text is not one, so that the static page stays. */
export function readBrief(text: string): Brief | undefined {
  try {
    const value = JSON.parse(text) as Partial<Brief> | null;
    return value?.schema === "parley/brief/2" ? (value as Brief) : undefined;
  } catch {
    return undefined;
  }
}

/** The text of prose alone. */
export function plainText(prose: Prose): string {
  return prose.map((run) => run.text).join("");
}

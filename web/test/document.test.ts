import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { anchorsOf } from "../src/anchors";
import { plainText, readBrief } from "../src/document";
import { figureKinds } from "../src/figures";
import { isKnownTo, namedPoints } from "../src/figures/frontier_data";
import type { FrontierData } from "../src/figures/frontier_data";

const sample = readFileSync(new URL("../sample/brief.json", import.meta.url), "utf8");

test("only a document of this schema is a brief", () => {
  expect(readBrief(sample)?.title).toContain("Tessen");
  expect(readBrief("<!--parley:data-->")).toBeUndefined();
  expect(readBrief("null")).toBeUndefined();
  expect(readBrief('{"schema":"parley/brief/1"}')).toBeUndefined();
});

test("exhibits are numbered in their order, sources and judgements apart", () => {
  const brief = readBrief(sample);
  if (!brief) throw new Error("no sample");
  const { exhibits, places } = anchorsOf(brief);
  expect([...exhibits.values()].map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 1]);
  expect(exhibits.get("judgement-1")?.kind).toBe("Judgement");
  expect(places.has("deal")).toBe(true);
  expect(places.has("nowhere")).toBe(false);
});

test("text is text", () => {
  expect(plainText([{ text: "a" }, { text: " b", style: "strong" }])).toBe("a b");
});

test("a kind is known by its own name only", () => {
  expect(Object.keys(figureKinds)).toContain("strip");
  expect(figureKinds["constructor"]).toBeUndefined();
});

test("named points leave out the frontier and are numbered; null is not known", () => {
  const data: FrontierData = {
    parties: ["A", "B"],
    no_deal: [{ low: 30, middle: 40, high: 50 }, { low: 20, middle: 25, high: 30 }],
    points: [
      { label: "f", kind: "frontier", utilities: [90, 10] },
      { label: "d", kind: "draft", utilities: [null, 26] },
      { label: "p", kind: "package", utilities: [40, 25] },
    ],
  };
  const [draft, pack] = namedPoints(data);
  expect([draft?.number, pack?.number]).toEqual([1, 2]);
  expect(isKnownTo(draft as never, [0, 1])).toBe(false);
  expect(isKnownTo(draft as never, [1])).toBe(true);
  expect(isKnownTo(pack as never, [0, 1])).toBe(true);
});

test("rows of a figure's numbers may be led to", () => {
  const brief = readBrief(sample);
  if (!brief) throw new Error("no sample");
  expect(anchorsOf(brief).places.has("driver-1")).toBe(true);
});

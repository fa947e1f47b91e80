import { expect, test } from "vitest";
import { layersOf, rowsOf, wrapped } from "../src/layers";

const arcs = (...pairs: [number, number][]) => pairs.map(([from, to]) => ({ from, to }));

test("a layer is the number of arcs of the shortest way", () => {
  expect(layersOf(4, arcs([0, 1], [1, 2], [0, 2], [2, 3]))).toEqual([0, 1, 1, 2]);
});

test("a way back changes nothing", () => {
  expect(layersOf(3, arcs([0, 1], [1, 2], [2, 0], [2, 1]))).toEqual([0, 1, 2]);
});

test("what no way leads to comes last", () => {
  expect(layersOf(4, arcs([0, 1], [2, 1]))).toEqual([0, 1, 2, 2]);
  expect(layersOf(1, [])).toEqual([0]);
});

test("what leads to the main node stands first, each under what leads to it", () => {
  // 0 leads to 2 and 3; 3 leads to 1, the main node; 2 to 4.
  const all = arcs([0, 2], [0, 3], [3, 1], [2, 4]);
  const layers = layersOf(5, all);
  expect(layers).toEqual([0, 2, 1, 1, 2]);
  expect(rowsOf(layers, all, 1)).toEqual([0, 0, 1, 0, 1]);
  expect(rowsOf(layers, all)).toEqual([0, 1, 0, 1, 0]);
});

test("no two nodes stand in one place", () => {
  const all = arcs([0, 1], [0, 2], [0, 3], [1, 4], [2, 4], [3, 5], [1, 6]);
  const layers = layersOf(8, all);
  const rows = rowsOf(layers, all, 5);
  expect(new Set(layers.map((layer, i) => `${layer} ${rows[i]}`)).size).toBe(8);
});

test("text is broken at blanks, and cut after so many lines", () => {
  expect(wrapped("stop the fighting and sign", 12, 3)).toEqual(["stop the", "fighting and", "sign"]);
  expect(wrapped("stop the fighting and sign", 12, 2)).toEqual(["stop the", "fighting and …"]);
  expect(wrapped("unbreakable", 4, 2)).toEqual(["unbreakable"]);
  expect(wrapped("", 10, 2)).toEqual([]);
});

import { expect, test } from "vitest";
import { numericColumns } from "../src/table";

const rows = (...texts: string[][]) => texts.map((row) => row.map((text) => (text === "" ? [] : [{ text }])));

test("a column of numbers, ranges and gaps is numeric; the first never is", () => {
  const table = rows(
    ["28", "+21", "35–50 %", "12", "–", "−3–+12"],
    ["19", "−9", "<1–>99 %", "low", "", "7"],
  );
  expect(numericColumns(table, 6)).toEqual([false, true, true, false, false, true]);
});

test("no rows, no numbers", () => expect(numericColumns([], 2)).toEqual([false, false]));

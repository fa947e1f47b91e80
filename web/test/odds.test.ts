import { expect, test } from "vitest";
import { kBands, percent, saysNothing } from "../src/odds";

test("the bands follow one another from 0 to 1", () => {
  expect(kBands[0]?.low).toBe(0);
  expect(kBands.at(-1)?.high).toBe(1);
  kBands.slice(1).forEach((band, i) => expect(band.low).toBe(kBands[i]?.high));
});

test.each([
  [0, 0, "<1 %"],
  [0.0099, 0.0099, "<1 %"],
  [0.012, 0.012, "1 %"],
  [0.049, 0.049, "5 %"],
  [0.05, 0.05, "5 %"],
  [0.07, 0.07, "5 %"],
  [0.32, 0.32, "30 %"],
  [0.5, 0.5, "50 %"],
  [0.94, 0.94, "95 %"],
  [0.96, 0.96, "96 %"],
  [0.991, 0.991, ">99 %"],
  [0.33, 0.62, "35–60 %"],
  [0.48, 0.52, "50 %"],
  [0.004, 0.03, "<1–3 %"],
  [0.955, 0.999, "96–>99 %"],
])("from %f to %f is said as %s", (low, high, said) => expect(percent(low, high)).toBe(said.replace(" ", "\u00a0")));

test("odds over four words or more say nothing", () => {
  expect(saysNothing(0.1, 0.5)).toBe(false);
  expect(saysNothing(0.1, 0.6)).toBe(true);
  expect(saysNothing(0, 1)).toBe(true);
  expect(saysNothing(0.5, 0.5)).toBe(false);
});

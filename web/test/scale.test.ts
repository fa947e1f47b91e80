import { expect, test } from "vitest";
import { roundScale } from "../src/scale";

test("ends and ticks are round numbers around the values", () => {
  expect(roundScale([0.31, 0.74]).ticks).toEqual([0.3, 0.4, 0.5, 0.6, 0.7, 0.8]);
  expect(roundScale([-12, 31]).ticks).toEqual([-20, -10, 0, 10, 20, 30, 40]);
});

test("a value stands where it should between the ends", () => {
  const scale = roundScale([0, 100]);
  expect([0, 25, 100].map(scale.place)).toEqual([0, 0.25, 1]);
});

test.each([[[0]], [[7]], [[-3]], [[0.5, 0.5]]])("equal values still have a scale: %j", (values) => {
  const { low, high, place } = roundScale(values);
  expect(low).toBeLessThan(high);
  values.forEach((value) => expect(place(value)).toBeGreaterThanOrEqual(0));
  values.forEach((value) => expect(place(value)).toBeLessThanOrEqual(1));
});

test("all values lie between the ends, with four to eleven ticks", () => {
  for (let exponent = -3; exponent < 4; ++exponent) {
    for (let extent = 1; extent < 40; ++extent) {
      const values = [0.37 * 10 ** exponent, (0.37 + extent / 4) * 10 ** exponent];
      const { ticks, place } = roundScale(values);
      expect(place(values[0] as number)).toBeGreaterThanOrEqual(0);
      expect(place(values[1] as number)).toBeLessThanOrEqual(1);
      expect(ticks.length).toBeGreaterThan(2);
      expect(ticks.length).toBeLessThan(12);
    }
  }
});

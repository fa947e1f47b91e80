import { expect, test } from "vitest";
import { day } from "../src/dates";
import { placeOn, timeAxis } from "../src/time_axis";

const days = (...texts: string[]) => texts.map((text) => day(text) as Date);
const iso = (dates: Date[]) => dates.map((date) => date.toISOString().slice(0, 10));

test("without long waits the axis is one straight line", () => {
  const axis = timeAxis(days("2025-11-20", "2025-11-24", "2025-11-27", "2025-11-30"), 6);
  expect(axis.cuts).toEqual([]);
  expect(placeOn(axis, day("2025-11-25") as Date)).toBeCloseTo(0.5);
  expect(iso(axis.ticks)).toEqual(["2025-11-20", "2025-11-22", "2025-11-24", "2025-11-26", "2025-11-28", "2025-11-30"]);
});

test("a long wait is cut, and what comes after it has the room", () => {
  const axis = timeAxis(days("2025-06-02", "2025-11-20", "2025-11-26", "2025-12-02"), 6);
  expect(iso(axis.cuts)).toEqual(["2025-08-26"]);
  expect(placeOn(axis, day("2025-06-02") as Date)).toBeLessThan(0.25);
  expect(placeOn(axis, day("2025-12-02") as Date)).toBeCloseTo(1);
  expect(placeOn(axis, day("2025-11-20") as Date)).toBeLessThan(0.4);
});

test("order is kept and everything lies on the axis", () => {
  const given = days("1978-09-05", "1977-11-19", "1978-09-17", "1978-09-06", "1977-12-25", "1978-09-17");
  const axis = timeAxis(given, 5);
  const places = [...given].sort((a, b) => a.getTime() - b.getTime()).map((each) => placeOn(axis, each));
  places.forEach((place, i) => {
    expect(place).toBeGreaterThanOrEqual(0);
    expect(place).toBeLessThanOrEqual(1 + 1e-9);
    expect(place).toBeGreaterThanOrEqual(places[i - 1] ?? 0);
  });
  const knots = axis.knots.map(({ at }) => at.getTime());
  expect([...knots].sort((a, b) => a - b)).toEqual(knots);
});

test("one day is an axis too", () => {
  const axis = timeAxis(days("2025-12-03"), 6);
  expect(placeOn(axis, day("2025-12-03") as Date)).toBeCloseTo(0.5);
  expect(iso(axis.ticks)).toEqual(["2025-12-03"]);
});

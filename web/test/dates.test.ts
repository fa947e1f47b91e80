import { expect, test } from "vitest";
import { day, waitInWords } from "../src/dates";

test.each([
  ["2025-11-20", "2025-12-02", undefined],
  ["2025-11-01", "2025-11-22", "3 weeks later"],
  ["2025-06-02", "2025-08-02", "9 weeks later"],
  ["2025-06-02", "2025-11-20", "6 months later"],
  ["2022-03-29", "2025-06-02", "3 years later"],
])("from %s to %s: %s", (from, to, said) => {
  expect(waitInWords(day(from) as Date, day(to) as Date)).toBe(said);
});

test("a date is the same day in every zone", () => {
  expect(day("2025-12-03")?.toISOString()).toBe("2025-12-03T00:00:00.000Z");
});

test("what is no date is none", () => {
  expect(day("2025-13-03")).toBeUndefined();
  expect(day("December")).toBeUndefined();
});

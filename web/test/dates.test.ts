import { expect, test } from "vitest";
import { day, inWords, spanInWords } from "../src/dates";

test.each([
  ["2025-12-03", undefined, "3 December 2025"],
  ["2025-12-03", "2025-12-03", "3 December 2025"],
  ["2025-12-03", "2025-12-05", "3–5 December 2025"],
  ["2025-11-28", "2025-12-03", "28 November to 3 December 2025"],
  ["2025-12-30", "2026-01-02", "30 December 2025 to 2 January 2026"],
  ["winter", undefined, "winter"],
])("%s to %s", (from, until, said) => expect(spanInWords(from, until)).toBe(said));

test("a date is the same day in every zone", () => {
  expect(day("2025-12-03")?.toISOString()).toBe("2025-12-03T00:00:00.000Z");
});

test("what is no date is none", () => {
  expect(day("2025-13-03")).toBeUndefined();
  expect(day("December")).toBeUndefined();
  expect(inWords("early December")).toBe("early December");
});

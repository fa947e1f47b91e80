import { expect, test } from "vitest";
import { segments } from "../src/marks";

test("spans count code points", () => {
  expect(segments("a🛶b c", [[1, 3]])).toEqual([
    { text: "a", marked: false },
    { text: "🛶b", marked: true },
    { text: " c", marked: false },
  ]);
});

test("marks may overlap, touch and stand in any order", () => {
  expect(segments("abcdef", [[3, 5], [1, 2], [2, 4]])).toEqual([
    { text: "a", marked: false },
    { text: "bcde", marked: true },
    { text: "f", marked: false },
  ]);
});

test("what lies outside the text is left out", () => {
  expect(segments("abc", [[-4, 1], [2, 99], [7, 9]])).toEqual([
    { text: "a", marked: true },
    { text: "b", marked: false },
    { text: "c", marked: true },
  ]);
  expect(segments("", [[0, 3]])).toEqual([]);
});

test("the segments together are the text", () => {
  const text = "The parties 🤝 agreed: “yes”.";
  for (let start = 0; start < 30; ++start) {
    for (let end = start; end < 30; ++end) {
      const parts = segments(text, [[start, end]]);
      expect(parts.map((part) => part.text).join("")).toBe(text);
      expect(parts.every((part) => part.text !== "")).toBe(true);
    }
  }
});

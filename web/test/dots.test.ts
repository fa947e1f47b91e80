import { expect, test } from "vitest";
import { dotsOf, dotsPath, kDotsHeight, kDotsWidth } from "../src/dots";

test("a share is so many of a hundred dots, and never more", () => {
  expect([0, 0.004, 0.35, 0.996, 1, 1.2, -0.1].map(dotsOf)).toEqual([0, 0, 35, 100, 100, 100, 0]);
});

test("a path has one circle a dot, all inside the picture", () => {
  expect(dotsPath(30, 30)).toBe("");
  const starts = [...dotsPath(0, 100).matchAll(/M([\d.]+),([\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
  expect(new Set(starts.map(String)).size).toBe(100);
  expect(starts.every(([x, y]) => x >= 0 && x < kDotsWidth && y > 0 && y < kDotsHeight)).toBe(true);
});

test("parts put together are the whole", () => {
  expect(dotsPath(0, 35) + dotsPath(35, 100)).toBe(dotsPath(0, 100));
});

import { expect, test } from "vitest";
import { placeLabels, spread, textWidth } from "../src/labels";

const kFrame = { left: 0, right: 600, top: 0, bottom: 400 };

test("a lone point has its label to its right, or to its left at the right edge", () => {
  const label = (x: number) => placeLabels([{ x, y: 200, texts: ["28 points"] }], kFrame)[0];
  expect(label(300)).toMatchObject({ anchor: "start", dy: 0 });
  expect(label(590)).toMatchObject({ anchor: "end", dy: 0 });
});

test("where there is no room for the name the number stands", () => {
  const frame = { left: 0, right: 60, top: 0, bottom: 60 };
  const texts = ["1 a name much too long for this", "1"];
  expect(placeLabels([{ x: 30, y: 30, texts }], frame)[0]?.text).toBe("1");
});

test("labels cover neither one another nor an obstacle", () => {
  const points = Array.from({ length: 12 }, (_, i) => ({ x: 200 + 17 * i, y: 200 + (i % 3) * 9, texts: [`${i + 1}`] }));
  const obstacle = { left: 0, right: 600, top: 100, bottom: 190 };
  const boxes = placeLabels(points, kFrame, [obstacle]).map((label, i) => {
    const point = points[i] as (typeof points)[0];
    const left = point.x + label.dx - { start: 0, middle: 0.5, end: 1 }[label.anchor] * textWidth(label.text);
    return { left, right: left + textWidth(label.text), top: point.y + label.dy - 6.5, bottom: point.y + label.dy + 6.5 };
  });
  [obstacle, ...boxes].forEach((a, i, all) =>
    all.slice(i + 1).forEach((b) => {
      expect(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).toBe(false);
    }),
  );
});

test("positions are spread in their order and within bounds", () => {
  expect(spread([50, 10, 11, 12], 10, 0, 100)).toEqual([50, 10, 20, 30]);
  expect(spread([95, 98, 99], 10, 0, 100)).toEqual([80, 90, 100]);
  expect(spread([5, 60], 10, 0, 100)).toEqual([5, 60]);
  expect(spread([], 10, 0, 100)).toEqual([]);
});

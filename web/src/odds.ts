/**
 * Words for odds: the scale of ICD 203, Analytic Standards (2015), with the bands and the rounding of
 * src/parley/brief/words.hpp.
 */
export interface Band {
  word: string;
  low: number;
  high: number;
}

export const kBands: readonly Band[] = [
  { word: "almost no chance", low: 0, high: 0.05 },
  { word: "very unlikely", low: 0.05, high: 0.2 },
  { word: "unlikely", low: 0.2, high: 0.45 },
  { word: "roughly even", low: 0.45, high: 0.55 },
  { word: "likely", low: 0.55, high: 0.8 },
  { word: "very likely", low: 0.8, high: 0.95 },
  { word: "almost certain", low: 0.95, high: 1 },
];

function rounded(probability: number): number {
  const percent = probability * 100;
  return percent < 5 || percent > 95 ? Math.round(percent) : Math.round(percent / 5) * 5;
}

/** True when the odds span so many words that they say nothing: four or more of the seven. */
export function saysNothing(low: number, high: number): boolean {
  return kBands.filter((band) => band.low < high && low < band.high).length >= 4;
}

/** "30": to 5 % between 5 and 95 %, to 1 % outside; "<1" and ">99", since nothing uncertain is 0 or 100 %. */
function shortNumber(probability: number): string {
  if (probability < 0.01) return "<1";
  if (probability > 0.99) return ">99";
  return String(rounded(probability));
}

/** "30 %", "35–60 %", "<1–10 %". */
export function percent(low: number, high = low): string {
  const [from, to] = [shortNumber(low), shortNumber(high)];
  return `${from === to ? from : `${from}–${to}`}\u00a0%`;
}

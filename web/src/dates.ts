const kMonths = [
  "January", "February", "March", "April", "May", "June",
  "July", "August", "September", "October", "November", "December",
];

/** A day of the calendar, as a moment that a time scale can place; nothing when the text is not "YYYY-MM-DD". */
export function day(text: string): Date | undefined {
  const moment = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(moment.getTime()) ? moment : undefined;
}

/** "3 Dec". */
export function shortly(date: Date): string {
  return `${date.getUTCDate()} ${kMonths[date.getUTCMonth()]?.slice(0, 3)}`;
}

/** "3 December 2025"; text that is no date stays as it is. */
export function inWords(text: string): string {
  const date = day(text);
  return date ? `${date.getUTCDate()} ${kMonths[date.getUTCMonth()]} ${date.getUTCFullYear()}` : text;
}

/** "3–5 December 2025", "28 November to 3 December 2025". */
export function spanInWords(from: string, until: string | undefined): string {
  if (until === undefined || until === from) return inWords(from);
  const [a, b] = [day(from), day(until)];
  if (!a || !b || a.getUTCFullYear() !== b.getUTCFullYear()) return `${inWords(from)} to ${inWords(until)}`;
  if (a.getUTCMonth() === b.getUTCMonth()) return `${a.getUTCDate()}–${inWords(until)}`;
  return `${a.getUTCDate()} ${kMonths[a.getUTCMonth()]} to ${inWords(until)}`;
}

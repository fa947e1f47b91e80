/** A day of the calendar, as a moment that a time scale can place; nothing when the text is not "YYYY-MM-DD". */
export function day(text: string): Date | undefined {
  const moment = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(moment.getTime()) ? moment : undefined;
}

/** "5 weeks later", "4 months later"; nothing for a wait of less than three weeks. */
export function waitInWords(from: Date, to: Date): string | undefined {
  const days = Math.round((to.getTime() - from.getTime()) / 86_400_000);
  if (days < 21) return undefined;
  const [count, unit] = days < 70 ? [Math.round(days / 7), "week"] : days < 700 ? [Math.round(days / 30.4), "month"] : [Math.round(days / 365.25), "year"];
  return `${count} ${unit}${count === 1 ? "" : "s"} later`;
}

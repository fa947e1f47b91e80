import { Linked } from "./anchors";
import type { Prose, Run } from "./document";

/** A number stays on one line with its per-cent sign. */
export function unbroken(text: string): string {
  return text.replace(/(\d) %/g, "$1\u00a0%");
}

function styled({ text, style }: Run) {
  if (style === "strong") return <strong>{unbroken(text)}</strong>;
  if (style === "emphasis") return <em>{unbroken(text)}</em>;
  return unbroken(text);
}

/** Prose as inline content. */
export function Words({ prose }: { prose: Prose }) {
  return (
    <>
      {prose.map((run) => (
        <Linked to={run.link} text={run.text}>
          {styled(run)}
        </Linked>
      ))}
    </>
  );
}

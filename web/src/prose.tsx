import { Linked } from "./anchors";
import type { Prose, Run } from "./document";

/** A number stays on one line with its per-cent sign. */
export function unbroken(text: string): string {
  return text.replace(/(\d) %/g, "$1\u00a0%");
}

function styled({ text, style }: Run) {
  if (style === "strong") return <strong>{unbroken(text)}</strong>;
  if (style === "emphasis") return <em>{unbroken(text)}</em>;
  if (style === "better" || style === "worse") {
    // The mark before the names is read out as what it means.
    return (
      <span class={style}>
        <span aria-hidden="true">{text.slice(0, 1)}</span>
        <span class="unseen">{style} for</span>
        {unbroken(text.slice(1))}
      </span>
    );
  }
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

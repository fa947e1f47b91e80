import { useEffect, useRef } from "preact/hooks";
import { kSources } from "./anchors";
import type { Anchors, Numbered } from "./anchors";
import type { Exhibit } from "./document";

/** A passage in the sentence of its report, or the reason of a judgement. */
function Passage({ exhibit }: { exhibit: Exhibit }) {
  if (exhibit.report === "") return <p>{exhibit.passage}</p>;
  return (
    <blockquote>
      {exhibit.before}
      <mark>{exhibit.passage}</mark>
      {exhibit.after}
    </blockquote>
  );
}

/** The drawer with one exhibit. The browser's own dialog keeps the focus, closes on Escape and gives the focus back. */
export function Drawer({ anchors, open, onClose, onTurn }: {
  anchors: Anchors;
  open: string | undefined;
  onClose: () => void;
  onTurn: (anchor: string) => void;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open !== undefined && !dialog.current?.open) dialog.current?.showModal();
    if (open === undefined && dialog.current?.open) dialog.current.close();
  }, [open]);

  const source = open === undefined ? undefined : anchors.exhibits.get(open);
  const order = [...anchors.exhibits.keys()];
  const turn = (label: string, step: number) => {
    const to = open === undefined ? undefined : order[order.indexOf(open) + step];
    return (
      <button type="button" disabled={to === undefined} onClick={() => to !== undefined && onTurn(to)}>
        {label}
      </button>
    );
  };
  return (
    <dialog
      ref={dialog}
      class="drawer"
      aria-labelledby="drawer-title"
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      {source && (
        <div class="drawer-body">
          <div class="drawer-head">
            <h2 id="drawer-title">
              {source.kind} {source.number}
            </h2>
            <button type="button" class="close" onClick={onClose}>
              Close
            </button>
          </div>
          <p class="origin">{source.exhibit.origin}</p>
          <Passage exhibit={source.exhibit} />
          <div class="drawer-foot">
            {turn("Previous", -1)}
            {turn("Next", 1)}
          </div>
        </div>
      )}
    </dialog>
  );
}

/** Every exhibit under its number: the end notes of the printed page. */
export function Sources({ anchors }: { anchors: Anchors }) {
  const all = [...anchors.exhibits.values()];
  const listed = (kind: Numbered["kind"]) => (
    <details class="folded">
      <summary>
        {all.filter((each) => each.kind === kind).length} {kind === "Source" ? "passages of the reports" : "judgements"}
      </summary>
      <ol class={kind.toLowerCase()}>
        {all
          .filter((each) => each.kind === kind)
          .map(({ exhibit }) => (
            <li id={exhibit.anchor}>
              <p class="origin">{exhibit.origin}</p>
              <Passage exhibit={exhibit} />
            </li>
          ))}
      </ol>
    </details>
  );
  return (
    <section class="chapter sources" aria-labelledby={`${kSources}-title`} id={kSources}>
      <h2 id={`${kSources}-title`}>Sources</h2>
      {all.some(({ kind }) => kind === "Source") && listed("Source")}
      {all.some(({ kind }) => kind === "Judgement") && listed("Judgement")}
    </section>
  );
}

import { Component } from "preact";
import type { ComponentChildren } from "preact";
import type { Block, Figure } from "./document";
import { figureKinds, kFramesItself } from "./figures";
import { Words } from "./prose";
import { DataTable } from "./table";

/** What cannot be drawn leaves the rest of the page as it is. */
class Sheltered extends Component<{ children: ComponentChildren }, { failed: boolean }> {
  override state = { failed: false };
  static override getDerivedStateFromError() {
    return { failed: true };
  }
  override componentDidCatch(error: unknown) {
    console.error(error);
  }
  override render() {
    return this.state.failed ? null : this.props.children;
  }
}

/** A figure with its caption; of a kind that this page does not know, the caption and the numbers. */
function FigureBlock({ figure }: { figure: Figure }) {
  const Kind = figureKinds[figure.kind];
  const caption = <Words prose={figure.caption} />;
  if (Kind === undefined) {
    return (
      <>
        {figure.title && <h3>{figure.title}</h3>}
        <p>{caption}</p>
        {figure.numbers && <DataTable table={figure.numbers} />}
      </>
    );
  }
  return (
    <figure class={`figure figure-${figure.kind}`}>
      {figure.title && !kFramesItself.has(figure.kind) && <h3>{figure.title}</h3>}
      {figure.caption.length > 0 && !kFramesItself.has(figure.kind) && <figcaption>{caption}</figcaption>}
      <Sheltered>
        <Kind data={figure.data} numbers={figure.numbers} title={figure.title} caption={figure.caption} />
      </Sheltered>
    </figure>
  );
}

export function BlockView({ block }: { block: Block }) {
  switch (block.block) {
    case "paragraph":
      return (
        <p>
          <Words prose={block.prose} />
        </p>
      );
    case "list":
      return (
        <ul>
          {block.items.map((item) => (
            <li>
              <Words prose={item} />
            </li>
          ))}
        </ul>
      );
    case "table":
      return <DataTable table={block} />;
    case "figure":
      return <FigureBlock figure={block} />;
  }
}

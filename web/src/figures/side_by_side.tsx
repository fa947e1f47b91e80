import { Linked } from "../anchors";
import { segments } from "../marks";

interface Side {
  origin: string;
  text: string;
  marks: [number, number][];
  link?: string;
}

export interface SideBySideData {
  a: Side;
  b: Side;
}

function Account({ side }: { side: Side }) {
  return (
    <div class="account">
      <p class="origin">
        <Linked to={side.link} text={side.origin} />
      </p>
      <blockquote>
        {segments(side.text, side.marks).map(({ text, marked }) => (marked ? <mark>{text}</mark> : text))}
      </blockquote>
    </div>
  );
}

/** Two passages with the words marked in which they differ. */
export function SideBySide({ data }: { data: SideBySideData }) {
  return (
    <div class="accounts">
      <Account side={data.a} />
      <Account side={data.b} />
    </div>
  );
}

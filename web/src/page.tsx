import { useEffect, useMemo, useState } from "preact/hooks";
import { AnchorContext, anchorsOf, kSources } from "./anchors";
import { BlockView } from "./blocks";
import type { Brief, Chapter } from "./document";
import { Drawer, Sources } from "./evidence";
import { Words } from "./prose";

/** The first chapter stands under the head of the page, which says what it says; its own title is only read out. */
function ChapterView({ chapter, first }: { chapter: Chapter; first: boolean }) {
  const title = `${chapter.id}-title`;
  return (
    <section class={`chapter ${first ? "front" : "numbered"}`} id={chapter.id} aria-labelledby={title}>
      <h2 id={title} class={first ? "unseen" : undefined}>
        {chapter.title}
      </h2>
      {chapter.blocks.map((block) => (
        <BlockView block={block} />
      ))}
    </section>
  );
}

/** The anchor of the chapter that is being read: the last whose head has passed the upper third of the window. */
function useReading(anchors: string[]): string | undefined {
  const [reading, setReading] = useState<string>();
  useEffect(() => {
    const look = () =>
      setReading(
        anchors.filter((id) => (document.getElementById(id)?.getBoundingClientRect().top ?? Infinity) < innerHeight / 3).at(-1),
      );
    look();
    addEventListener("scroll", look, { passive: true });
    return () => removeEventListener("scroll", look);
  }, [anchors]);
  return reading;
}

/** Whether the window is wide enough for the contents to stand beside the text. */
function useWide(): boolean {
  const query = useMemo(() => matchMedia("(min-width: 72rem)"), []);
  const [wide, setWide] = useState(query.matches);
  useEffect(() => {
    const look = () => setWide(query.matches);
    query.addEventListener("change", look);
    return () => query.removeEventListener("change", look);
  }, [query]);
  return wide;
}

/** Printed, what is folded is read too. */
function useUnfoldedInPrint() {
  useEffect(() => {
    let opened: HTMLDetailsElement[] = [];
    const unfold = () => {
      opened = [...document.querySelectorAll<HTMLDetailsElement>("main details:not([open])")];
      for (const each of opened) each.open = true;
    };
    const fold = () => {
      for (const each of opened) each.open = false;
    };
    addEventListener("beforeprint", unfold);
    addEventListener("afterprint", fold);
    return () => {
      removeEventListener("beforeprint", unfold);
      removeEventListener("afterprint", fold);
    };
  }, []);
}

/** Beside the text where there is room, else folded above it. */
function Contents({ brief }: { brief: Brief }) {
  const entries = useMemo(() => {
    const chapters = brief.chapters.map(({ id, title }, i) => ({ id, title, numbered: i > 0 }));
    return brief.exhibits.length > 0 ? [...chapters, { id: kSources, title: "Sources", numbered: false }] : chapters;
  }, [brief]);
  const reading = useReading(useMemo(() => entries.map(({ id }) => id), [entries]));
  const wide = useWide();
  return (
    <nav class="contents" aria-label="Contents">
      <details open={wide}>
        <summary>Contents</summary>
        <ol>
          {entries.map(({ id, title, numbered }) => (
            <li class={numbered ? "numbered" : undefined}>
              <a href={`#${id}`} aria-current={id === reading ? "location" : undefined}>
                {title}
              </a>
            </li>
          ))}
        </ol>
      </details>
    </nav>
  );
}

/** The whole page. A link to an exhibit, wherever it stands, opens the drawer. */
export function Page({ brief }: { brief: Brief }) {
  const anchors = useMemo(() => anchorsOf(brief), [brief]);
  const [open, setOpen] = useState<string>();
  useUnfoldedInPrint();
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = (event.target as Element).closest("a");
    const anchor = (link?.getAttribute("href") ?? link?.getAttribute("xlink:href"))?.slice(1);
    if (anchor === undefined || !anchors.exhibits.has(anchor)) return;
    event.preventDefault();
    setOpen(anchor);
  };
  return (
    <AnchorContext.Provider value={anchors}>
      <div class={`page ${brief.edition}`} onClick={follow}>
        <a class="skip" href="#brief">
          Skip to the brief
        </a>
        {brief.edition === "team" && <Contents brief={brief} />}
        <header class="title">
          <p class="kicker">
            <Words prose={brief.subtitle} />
          </p>
          <h1>{brief.answer}</h1>
        </header>
        <main id="brief" tabIndex={-1}>
          {brief.chapters.map((chapter, i) => (
            <ChapterView chapter={chapter} first={i === 0} />
          ))}
          {brief.exhibits.length > 0 && <Sources anchors={anchors} />}
        </main>
        <Drawer anchors={anchors} open={open} onClose={() => setOpen(undefined)} onTurn={setOpen} />
      </div>
    </AnchorContext.Provider>
  );
}

import { useEffect, useMemo, useState } from "preact/hooks";
import { AnchorContext, anchorsOf, kSources } from "./anchors";
import { BlockView } from "./blocks";
import type { Brief, Chapter } from "./document";
import { Drawer, Sources } from "./evidence";
import { Words } from "./prose";

function ChapterView({ chapter }: { chapter: Chapter }) {
  const title = `${chapter.id}-title`;
  return (
    <section class="chapter numbered" id={chapter.id} aria-labelledby={title}>
      <h2 id={title}>{chapter.title}</h2>
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

function Contents({ brief }: { brief: Brief }) {
  const entries = useMemo(() => {
    const chapters = brief.chapters.map(({ id, title }) => ({ id, title, numbered: true }));
    return brief.exhibits.length > 0 ? [...chapters, { id: kSources, title: "Sources", numbered: false }] : chapters;
  }, [brief]);
  const reading = useReading(useMemo(() => entries.map(({ id }) => id), [entries]));
  return (
    <nav class="contents" aria-label="Contents">
      <ol>
        {entries.map(({ id, title, numbered }) => (
          <li class={numbered ? "numbered" : undefined}>
            <a href={`#${id}`} aria-current={id === reading ? "location" : undefined}>
              {title}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** The whole page. A link to an exhibit, wherever it stands, opens the drawer. */
export function Page({ brief }: { brief: Brief }) {
  const anchors = useMemo(() => anchorsOf(brief), [brief]);
  const [open, setOpen] = useState<string>();
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
      <div class="page" onClick={follow}>
        <a class="skip" href="#brief">
          Skip to the brief
        </a>
        <header class="title">
          <h1>{brief.title}</h1>
          <p class="subtitle">
            <Words prose={brief.subtitle} />
          </p>
        </header>
        <Contents brief={brief} />
        <main id="brief" tabIndex={-1}>
          {brief.chapters.map((chapter) => (
            <ChapterView chapter={chapter} />
          ))}
          {brief.exhibits.length > 0 && <Sources anchors={anchors} />}
        </main>
        <Drawer anchors={anchors} open={open} onClose={() => setOpen(undefined)} onTurn={setOpen} />
      </div>
    </AnchorContext.Provider>
  );
}

import { plot } from "@observablehq/plot";
import type { PlotOptions } from "@observablehq/plot";
import { useLayoutEffect, useRef } from "preact/hooks";
import { watchWidth } from "./width";

/** The address of a mark that leads somewhere, as Plot takes it. */
export function hrefOf({ link }: { link?: string | undefined }): string | null {
  return link ? `#${link}` : null;
}

/**
 * The drawing is one picture with one name; Plot names each layer of it too. Marks that lead somewhere are links,
 * reached with the keyboard, each named by its title; all else in the picture is not read out.
 */
function nameOnce(svg: Element, label: string) {
  svg.querySelectorAll("[aria-label]").forEach((layer) => layer.removeAttribute("aria-label"));
  const links = [...svg.querySelectorAll("a")];
  for (const link of links) link.setAttribute("aria-label", link.querySelector("title")?.textContent ?? link.textContent ?? "");
  for (const layer of svg.children) {
    if (layer.querySelector("a") === null) layer.setAttribute("aria-hidden", "true");
  }
  svg.setAttribute("role", links.length > 0 ? "group" : "img");
  svg.setAttribute("aria-label", label);
}

/**
 * A drawing by Observable Plot, as wide as its place unless it says a width; then it scrolls. Plot's own style element is left out, since the
 * page's policy allows none; styles/figures.css says what it said.
 */
export function Drawing({ label, draw }: { label: string; draw: (width: number) => PlotOptions }) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const { current } = place;
    if (current === null) return;
    let drawn = 0;
    const show = (width: number) => {
      if (width === 0 || width === drawn) return;
      drawn = width;
      const svg = plot({ width, ...draw(width), className: "plot" });
      svg.querySelector("style")?.remove();
      nameOnce(svg, label);
      current.replaceChildren(svg);
      // What scrolls must be reachable by keyboard.
      if (Number(svg.getAttribute("width")) > width) current.setAttribute("tabindex", "0");
      else current.removeAttribute("tabindex");
    };
    return watchWidth(current, show);
  }, [label, draw]);
  return <div class="drawing" ref={place} />;
}

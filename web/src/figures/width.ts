/** The width of an A4 page between its margins, in CSS pixels. */
const kPaper = 688;

/** Tells the width of an element now and whenever it changes, that of the paper while it is printed; gives what ends that. */
export function watchWidth(element: Element, show: (width: number) => void): () => void {
  const fit = () => show(element.clientWidth);
  const fitPaper = () => show(kPaper);
  fit();
  const observer = new ResizeObserver(fit);
  observer.observe(element);
  addEventListener("beforeprint", fitPaper);
  addEventListener("afterprint", fit);
  return () => {
    observer.disconnect();
    removeEventListener("beforeprint", fitPaper);
    removeEventListener("afterprint", fit);
  };
}

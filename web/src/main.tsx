import { render } from "preact";
import { readBrief } from "./document";
import { Page } from "./page";
import "./styles/index.css";

// The page reads without this script too; what it shows then is replaced here.
const brief = readBrief(document.getElementById("brief-data")?.textContent ?? "");
const written = document.getElementById("brief");
if (brief !== undefined && written !== null) {
  const root = document.createElement("div");
  written.replaceWith(root);
  render(<Page brief={brief} />, root);
  // The place that the address names did not exist until now.
  const place = location.hash.length > 1 ? document.getElementById(location.hash.slice(1)) : null;
  const folded = place?.closest("details");
  if (folded) folded.open = true;
  place?.scrollIntoView();
}

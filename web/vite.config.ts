import { defineConfig } from "vite";
import { onePage } from "./one_page";

// Builds data/page/page.html, which the program embeds; nothing else is left behind.
export default defineConfig({
  plugins: [onePage("page.html")],
  publicDir: false,
  esbuild: { legalComments: "none" },
  build: {
    target: "es2022",
    outDir: "../data/page",
    emptyOutDir: false,
    modulePreload: false,
    cssCodeSplit: false,
    rollupOptions: { input: "src/main.tsx", output: { format: "iife" } },
  },
});

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The portal's one style sheet: it ships no font and no script. */
export const styleSheet = readFileSync(join(import.meta.dirname, "portal.css"), "utf8")
  .replaceAll(/\/\*.*?\*\//gs, "")
  .replaceAll(/\n\s+/g, "\n");

const digest = createHash("sha256").update(styleSheet).digest("hex").slice(0, 12);

/** Its address, which changes with its content, so that it may be kept for ever. */
export const stylePath = `/public/portal.${digest}.css`;

import { mkdtempSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import sparticuz from "@sparticuz/chromium";
import { type Browser, chromium } from "playwright-core";

/**
 * A configuration by which the browser finds a Chinese face: without one, Chinese is drawn as boxes. The face comes
 * from npm and lacks rare characters (𠮷).
 */
function fontConfiguration(): string {
  const faces = dirname(createRequire(import.meta.url).resolve("@expo-google-fonts/noto-sans-sc/package.json"));
  const folder = mkdtempSync(join(tmpdir(), "mingbai-fonts-"));
  const path = join(folder, "fonts.conf");
  const match = (family: string) =>
    `<alias><family>${family}</family><prefer><family>Noto Sans SC</family></prefer></alias>`;
  writeFileSync(
    path,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>` +
      ["400Regular", "500Medium", "600SemiBold"].map((weight) => `<dir>${join(faces, weight)}</dir>`).join("") +
      `<cachedir>${folder}/cache</cachedir>${match("sans-serif")}${match("system-ui")}${match("serif")}</fontconfig>`,
  );
  return path;
}

/** Headless Chromium from npm, with Chinese type; the caller closes it. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await sparticuz.executablePath(),
    // In one process the whole browser ends with its first closed context.
    args: [...sparticuz.args.filter((arg) => arg !== "--single-process"), "--font-render-hinting=none"],
    headless: true,
    env: { ...process.env, FONTCONFIG_FILE: fontConfiguration() },
  });
}

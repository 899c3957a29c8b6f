import { mkdtempSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import sparticuz from "@sparticuz/chromium";
import { type Browser, chromium } from "playwright-core";
import { browserPath } from "./browser-path.ts";

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

/** What makes this film (`writeCodeVideo`) the browser's camera, which every page may use. */
function cameraArgs(film: string): string[] {
  return [
    "--use-fake-ui-for-media-stream",
    "--use-fake-device-for-media-stream",
    `--use-file-for-fake-video-capture=${film}`,
  ];
}

/** In one process the whole browser ends with its first closed context; the others imitate a graphics card. */
const unwanted = new Set([
  "--single-process",
  "--ignore-gpu-blocklist",
  "--in-process-gpu",
  "--use-gl=angle",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
]);

/** Headless Chromium from npm, with Chinese type; the caller closes it. Without a `camera` it has none. */
export async function launchBrowser({ camera }: { camera?: string } = {}): Promise<Browser> {
  return chromium.launch({
    executablePath: browserPath(),
    args: [
      ...sparticuz.args.filter((arg) => !unwanted.has(arg)),
      // Pages are drawn by the processor at once; an imitated graphics card takes three times as long for a picture.
      "--disable-gpu",
      ...(camera === undefined ? [] : cameraArgs(camera)),
    ],
    headless: true,
    env: { ...process.env, FONTCONFIG_FILE: fontConfiguration() },
  });
}

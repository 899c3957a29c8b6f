import { writeFileSync } from "node:fs";
import encodeQR from "qr";

const width = 640;
const height = 480;
const frames = 10;
/** Luma of BT.601 video, and chroma of what has no colour. */
const [black, white, grey] = [16, 235, 128];

/** Writes a YUV4MPEG2 film that shows an address as a QR code, for a browser whose camera it is to be. */
export function writeCodeVideo(path: string, address: string): void {
  const rows = encodeQR(address, "raw", { ecc: "medium", border: 4 });
  const module = Math.floor(height / rows.length);
  const luma = Buffer.alloc(width * height, white);
  rows.forEach((row, y) => {
    row.forEach((isDark, x) => {
      if (!isDark) return;
      for (let line = 0; line < module; line++) {
        const from = (y * module + line) * width + x * module;
        luma.fill(black, from, from + module);
      }
    });
  });
  const frame = Buffer.concat([Buffer.from("FRAME\n"), luma, Buffer.alloc((width * height) / 2, grey)]);
  const head = Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`);
  writeFileSync(path, Buffer.concat([head, ...Array.from({ length: frames }, () => frame)]));
}

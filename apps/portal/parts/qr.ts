import encodeQR from "qr";
import { type Html, html } from "../html/html.ts";

const quietModules = 2;

/** A QR code of a text (ISO/IEC 18004) as one path; dark on light in every theme, as cameras expect it. */
export function qrPicture({ text, name }: { text: string; name: string }): Html {
  const rows = encodeQR(text, "raw", { border: quietModules });
  const size = rows.length;
  const path = rows.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join("");
  return html`<svg class="qr" role="img" aria-label="${name}" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="#fff"/><path d="${path}" fill="#000"/></svg>`;
}

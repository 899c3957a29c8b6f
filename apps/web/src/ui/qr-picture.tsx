import encodeQR from "qr";

const quietModules = 2;

/** A QR code of a text, drawn as one path; dark on light in every theme, as cameras expect it. */
export function QrPicture({ text, name }: { text: string; name: string }) {
  const rows = encodeQR(text, "raw", { border: quietModules });
  const size = rows.length;
  const path = rows.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join("");
  return (
    <svg className="qr" role="img" aria-label={name} viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

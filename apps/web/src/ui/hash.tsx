import { useState } from "react";
import { useText } from "../i18n/use-text.ts";
import { Icon } from "./icon.tsx";

const grouped = (hex: string) => hex.replace(/(.{4})(?=.)/g, "$1 ");

/** `6b1e c04f … 7a92 d3b5`: first and last eight digits in groups of four. */
export function hashText(hex: string): string {
  return hex.length <= 20 ? grouped(hex) : `${grouped(hex.slice(0, 8))} … ${grouped(hex.slice(-8))}`;
}

/** A hash as people compare it; `start` shows its beginning only, `copy` adds a button that copies the whole. */
export function Hash({ hex, start = false, copy = false }: { hex: string; start?: boolean; copy?: boolean }) {
  const { t } = useText();
  const [copied, setCopied] = useState(false);
  const text = start ? `${grouped(hex.slice(0, 8))} …` : hashText(hex);
  return (
    <span className="mono nw hash" title={hex}>
      {text}
      {copy && (
        <button
          type="button"
          className="plain iconbtn"
          aria-label={t("ui.copyWhole")}
          onClick={() => void navigator.clipboard.writeText(hex).then(() => setCopied(true))}
        >
          <Icon name={copied ? "tick" : "copy"} size={14} />
        </button>
      )}
      {copied && (
        <span className="xs i2" role="status">
          {t("ui.copied")}
        </span>
      )}
    </span>
  );
}

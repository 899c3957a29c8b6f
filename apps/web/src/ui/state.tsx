import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon.tsx";

export type Tone = "ok" | "warn" | "bad" | "br" | "i2";

/** A state is a shape, a word and a colour, never one of them alone. */
export function State({ icon, tone, children }: { icon: IconName; tone: Tone; children: ReactNode }) {
  return (
    <span className={`st ${tone}`}>
      <Icon name={icon} size={15} />
      {children}
    </span>
  );
}

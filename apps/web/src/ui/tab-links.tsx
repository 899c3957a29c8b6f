import type { ReactNode } from "react";
import { Link } from "react-router";
import { countText } from "./format-money.ts";

/** One part of a page, as a link, so that it can be kept and sent. */
export interface Tab {
  readonly to: string;
  readonly words: ReactNode;
  readonly isHere: boolean;
  readonly count?: number | undefined;
  /** What is counted there should not be. */
  readonly isBad?: boolean;
}

/** The parts of a page, with how much is in each. */
export function TabLinks({ name, tabs }: { name: string; tabs: readonly Tab[] }) {
  return (
    <nav className="tab-links" aria-label={name}>
      {tabs.map(({ to, words, isHere, count, isBad = false }) => (
        <Link key={to} to={to} aria-current={isHere ? "page" : undefined} replace>
          {words}{" "}
          {count !== undefined && <span className={isBad && count > 0 ? "num bad" : "num i3"}>{countText(count)}</span>}
        </Link>
      ))}
    </nav>
  );
}

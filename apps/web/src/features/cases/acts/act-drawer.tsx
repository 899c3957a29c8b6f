import "../../registry/members/members.css";
import "../../apply/apply.css";
import type { ReactNode } from "react";
import { Drawer } from "../../../ui/drawer.tsx";

/** A form of a case, which has its own heading, beside the page it is about. */
export function ActDrawer(of: { title: string; close(): void; children: ReactNode }) {
  return <Drawer isQuiet {...of} />;
}

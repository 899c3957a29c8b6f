import { useSession } from "../session/use-session.ts";
import { pageGroups } from "./pages.ts";

/** The entries of the side bar for the person at the page: those for everyone, and those for their roles. */
export function usePageGroups(): typeof pageGroups {
  const roles = useSession()?.roles ?? [];
  return pageGroups.map(({ pages, ...group }) => ({
    ...group,
    pages: pages.filter(({ only }) => only === undefined || only.some((role) => roles.includes(role))),
  }));
}

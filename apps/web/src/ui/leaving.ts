import { createContext, useContext } from "react";
import { useLocation, useNavigation } from "react-router";

interface Place {
  readonly pathname: string;
}

/** True while another page is on its way, whose code may take a while to come. */
export function isLeaving(at: Place, next: Place | undefined): boolean {
  return next !== undefined && next.pathname !== at.pathname;
}

/** The same as it is drawn. */
export function useIsLeaving(): boolean {
  return isLeaving(useLocation(), useNavigation().location);
}

/** The same as the router knows it this moment: what is drawn knows it some moments later, in which a timer may end. */
export const LeavingContext = createContext<() => boolean>(() => false);

export const useIsLeavingNow = (): (() => boolean) => useContext(LeavingContext);

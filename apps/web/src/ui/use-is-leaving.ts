import { useLocation, useNavigation } from "react-router";

/** True while another page is on its way, whose code may take a while to come. */
export function useIsLeaving(): boolean {
  const { pathname } = useLocation();
  const { location: next } = useNavigation();
  return next !== undefined && next.pathname !== pathname;
}

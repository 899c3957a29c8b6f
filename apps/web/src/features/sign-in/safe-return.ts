/** Whoever works here begins with what waits for them. */
const home = "/work";

/** Where to go after signing in: an address of these pages, and no other site's however it is spelled. */
export function safeReturn(then: string | null): string {
  if (then === null || !then.startsWith("/") || then.startsWith("/sign-in")) return home;
  const here = "http://here.invalid";
  const read = URL.parse(then, here);
  return read?.origin === here ? read.pathname + read.search : home;
}

/** Whether an address is another application's at this node, which is opened anew: the phone's, or the public pages. */
export function isOtherApplication(path: string): boolean {
  return /^\/(field|public)(\/|$)/.test(path);
}

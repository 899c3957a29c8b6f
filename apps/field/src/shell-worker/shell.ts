/** Whether an address is one of the application's own files: questions to the node never are. */
export function isShellAddress(url: string, scope: string): boolean {
  return url.startsWith(scope) && !url.startsWith(`${scope}worker.js`);
}

/**
 * A file of the application from what the phone keeps, else from the node. Whatever page is asked for is the one page: where
 * in it somebody is stands behind the `#`.
 */
export async function answerFromShell(
  request: { readonly url: string; readonly mode: string },
  {
    scope,
    find,
    fetch,
  }: {
    scope: string;
    find(url: string): Promise<Response | undefined>;
    fetch(request: unknown): Promise<Response>;
  },
): Promise<Response> {
  const kept = await find(request.mode === "navigate" ? scope : request.url);
  return kept ?? fetch(request);
}

/** Stands in index.html where each answer's nonce belongs; the server replaces every occurrence. */
export const cspNoncePlaceholder = "MINGBAI_CSP_NONCE";

/**
 * The policy that the pages need and no more: scripts and fonts from here, styles from here or with this answer's
 * nonce (antd writes its own), no inline script at all. `nonce` is fresh for each answer, at least 16 random bytes.
 * `others`: origins of the ledger's other nodes, which may be asked and nothing else.
 */
export function contentSecurityPolicy(nonce: string, others: readonly string[] = []): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    "img-src 'self' data:",
    ["connect-src 'self'", ...others].join(" "),
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** The page for one answer: index.html with its nonce in every place. */
export function withNonce(indexHtml: string, nonce: string): string {
  return indexHtml.replaceAll(cspNoncePlaceholder, nonce);
}

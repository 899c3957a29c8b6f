/**
 * The policy of the phone's pages: everything from here, no style or script in the page itself. Photos are shown from the
 * memory of the page (`blob:`) before they are anywhere else.
 */
export const fieldSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

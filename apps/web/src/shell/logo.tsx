/** A slip with a tick and two ruled lines. */
export function Logo() {
  return (
    <svg className="mark" width="22" height="22" viewBox="0 0 22 22" aria-hidden="true">
      <path d="M2 1h14.500L21 5.500V20a1 1 0 01-1 1H2a1 1 0 01-1-1V2a1 1 0 011-1z" fill="currentColor" />
      <path
        d="M6 9.200l3.400 3.300L16 6"
        fill="none"
        stroke="var(--sheet)"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <path d="M5.500 15.500h11M5.500 18h11" stroke="var(--sheet)" strokeWidth="1.1" />
    </svg>
  );
}

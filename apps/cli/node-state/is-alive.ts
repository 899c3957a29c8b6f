/** Whether there is a process of this number. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of another user answers EPERM: it lives.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

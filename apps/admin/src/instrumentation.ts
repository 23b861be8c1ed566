/** Runs once when the server starts, in the Node runtime only: this admin has no other. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === "nodejs") (await import("./env/checkEnvAtStart.ts")).checkEnvAtStart();
}

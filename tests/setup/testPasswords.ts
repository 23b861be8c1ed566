/** Passwords of the login roles on the run's Postgres. Roles belong to the whole server, so all suites share them. */
export const TEST_PASSWORDS = {
  keeper: "keeper-secret",
  admin: "admin-secret",
  devnet: "devnet-secret",
} as const;

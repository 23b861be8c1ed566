/** The URL of the same database for one of the roles that `migrate` made. */
export function roleUrl(
  ownerUrl: string,
  { role, password }: { role: "keeper" | "admin" | "devnet"; password: string },
): string {
  const url = new URL(ownerUrl);
  url.username = `ballast_${role}`;
  url.password = encodeURIComponent(password);
  return url.href;
}

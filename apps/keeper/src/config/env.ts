/** The process environment. The only file of the keeper that reads it. */
export const env: Readonly<Record<string, string | undefined>> = process.env;

import { expect, test } from "vitest";
import { roleUrl } from "./roleUrl.ts";

test("the URL of a role keeps host, port, database and options, and escapes the password", () => {
  const owner = "postgres://postgres:secret@127.0.0.1:5433/ballast?sslmode=disable";
  expect(roleUrl(owner, { role: "admin", password: "a/b@c:d e" })).toBe(
    "postgres://ballast_admin:a%2Fb%40c%3Ad%20e@127.0.0.1:5433/ballast?sslmode=disable",
  );
});

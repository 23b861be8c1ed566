import { expect, test } from "vitest";
import { RolePasswordError } from "../errors/RolePasswordError.ts";
import { scramVerifier } from "./scramVerifier.ts";

test("a verifier has Postgres's form, another salt each time, and not the password", () => {
  const make = () => scramVerifier({ role: "ballast_keeper", password: "correct horse" });
  expect(make()).toMatch(/^SCRAM-SHA-256\$4096:[A-Za-z0-9+/]{22}==\$[A-Za-z0-9+/]{43}=:[A-Za-z0-9+/]{43}=$/);
  expect(make()).not.toBe(make());
  expect(make()).not.toContain("horse");
});

test.each([
  ["too short", "short"],
  ["beyond ASCII", "pässwörter"],
  ["with a line end", "password\n"],
  ["too long", "x".repeat(201)],
])("a password that is %s is refused without showing it", (_, password) => {
  const attempt = () => scramVerifier({ role: "ballast_admin", password });
  expect(attempt).toThrow(RolePasswordError);
  expect(attempt).not.toThrow(password);
});

"use server";
import { sessionCookie } from "./sessionCookie.ts";

/** Ends the session in this browser. */
export async function signOut(): Promise<void> {
  const cookie = await sessionCookie();
  cookie.destroy();
}

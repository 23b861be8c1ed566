import { getIronSession, type IronSession } from "iron-session";
import { cookies } from "next/headers";
import { env } from "../env/env.ts";

/** A session ends by itself after this; there is no renewal without a new signature. */
export const SESSION_SECONDS = 8 * 3600;

/** What the sealed cookie holds. */
export type SessionData = {
  /** Lower-case. */
  address?: string;
  /** Unix seconds. */
  expiresAt?: number;
};

/** The sealed cookie of this request. Writing is possible in a server action or a route handler only. */
export async function sessionCookie(): Promise<IronSession<SessionData>> {
  return getIronSession<SessionData>(await cookies(), {
    cookieName: "ballast_session",
    password: env().sessionSecret,
    ttl: SESSION_SECONDS,
    cookieOptions: {
      httpOnly: true,
      sameSite: "strict",
      secure: env().publicUrl.protocol === "https:",
      path: "/",
      maxAge: SESSION_SECONDS,
    },
  });
}

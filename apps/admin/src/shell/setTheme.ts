"use server";
import { cookies } from "next/headers";
import { THEME_COOKIE } from "./themeCookie.ts";

const YEAR_SECONDS = 31_536_000;

/** Keeps the reader's choice of theme. */
export async function setTheme(theme: "light" | "dark"): Promise<void> {
  const jar = await cookies();
  jar.set(THEME_COOKIE, theme === "dark" ? "dark" : "light", {
    httpOnly: true,
    sameSite: "strict",
    maxAge: YEAR_SECONDS,
    path: "/",
  });
}

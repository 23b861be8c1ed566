"use client";
import { Icon } from "../components/Icon.tsx";
import { setTheme } from "./setTheme.ts";

/** Light or dark, kept in a cookie so that the server draws the right one. */
export function ThemeButton() {
  const toggle = () => {
    const root = document.documentElement;
    const dark = matchMedia("(prefers-color-scheme: dark)").matches;
    const now = root.dataset.theme ?? (dark ? "dark" : "light");
    const next = now === "dark" ? "light" : "dark";
    root.dataset.theme = next;
    void setTheme(next);
  };
  return (
    <button
      type="button"
      className="icon-btn"
      aria-label="Change theme"
      title="Change theme"
      onClick={toggle}
    >
      <Icon name="theme" />
    </button>
  );
}
